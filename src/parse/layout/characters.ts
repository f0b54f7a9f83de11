import { createMask } from './mask.ts';

/** The characters that windows-1252 has at 0x80 to 0x9F, in order. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTINUATION = `[${UPPER_1252}\u00a0-\u00bf]`;

/** The byte that a character stands for where UTF-8 was read as windows-1252. */
const byteOf = (sign: string): number => {
  const at = UPPER_1252.indexOf(sign);
  return at >= 0 ? 0x80 + at : sign.charCodeAt(0);
};

/** Typographic signs that the readers of a view need not tell apart. */
const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u0095': '•',
};

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
  ndash: '–',
  mdash: '—',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: '…',
  uarr: '↑',
  times: '×',
  laquo: '«',
  raquo: '»',
  deg: '°',
  sect: '§',
  eacute: 'é',
  egrave: 'è',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  shy: '',
  zwnj: '',
};

/** What 'â€™' and its kin become when the mistake is made a second time, behind 'Ã¢â‚¬'. */
const TWICE: Record<string, string> = {
  'â„¢': "'",
  Ëœ: "'",
  'Å“': '"',
  'Â\u009d': '"',
  'Â¢': '•',
  'Â¦': '…',
  'â€œ': '–',
  'â€\u009d': '—',
};
const TWICE_HEAD = 'Ã¢â‚¬';

// 'â€™', 'Ã©', 'Â©', a closing quote that lost its last byte ('â€'), a stray 'Â', entities, and signs without a meaning of their own.
const DAMAGED = new RegExp(
  [
    `${TWICE_HEAD}(?:${Object.keys(TWICE).join('|')})`,
    `[\u00e2\u00ef]${CONTINUATION}{2}`,
    `[\u00c2\u00c3]${CONTINUATION}`,
    '\u00e2\u20ac(?![A-Za-z])',
    '\u00c2(?![A-Za-z\u00c0-\u00ff])',
    '&#\\d{1,7};',
    '&#[xX][\\da-fA-F]{1,6};',
    '&[A-Za-z]{2,8};',
    '[\u2018\u2019\u201c\u201d\u2010\u2011\u00a0\u202f\u0095]',
    '[\ufffd\u00ad\u200b-\u200f\u2028-\u202e\u205f\u2060\u3000\u1680\u2000-\u200a\ufeff\u2500-\u257f]',
    '[\u0000-\u0008\u000b\u000c\u000e-\u001f]',
  ].join('|'),
  'g',
);

/** What stands for a damaged run; null where it is none after all. */
function repaired(run: string): string | null {
  if (run[0] === '&') {
    const sign = run[1] === '#' ? fromCode(run.slice(2, -1)) : NAMED[run.slice(1, -1)];
    return sign === undefined ? null : (PLAIN[sign] ?? sign);
  }
  if (run.startsWith(TWICE_HEAD)) return TWICE[run.slice(TWICE_HEAD.length)]!;
  if (run.length === 1) return PLAIN[run] ?? (run === '\u00c2' ? ' ' : BLANK.test(run) ? ' ' : '');
  if (run === '\u00e2\u20ac') return '"';
  const bytes = [run.charCodeAt(0), ...[...run.slice(1)].map(byteOf)];
  const code =
    bytes.length === 2
      ? ((bytes[0]! & 0x1f) << 6) | (bytes[1]! & 0x3f)
      : ((bytes[0]! & 0x0f) << 12) | ((bytes[1]! & 0x3f) << 6) | (bytes[2]! & 0x3f);
  const sign = code === 0xc2 ? ' ' : String.fromCharCode(code);
  return PLAIN[sign] ?? (BLANK.test(sign) ? ' ' : INVISIBLE.test(sign) ? '' : sign);
}

const BLANK = /[\ufffd\s\u2500-\u257f]|\p{Cc}/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/;

function fromCode(digits: string): string | undefined {
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  if (code === 160) return ' ';
  if (code >= 0x80 && code < 0xa0) return UPPER_1252[code - 0x80];
  if (code < 32 || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) return undefined;
  return String.fromCodePoint(code);
}

/** Anything but plain ASCII; an ampersand may begin an entity. */
const SUSPECT = /[^\t\n\r\x20-\x25\x27-\x7e]/;
const hasLoneReturns = (text: string): boolean => text.includes('\r') && !text.includes('\r\n');

/**
 * `text` with its damaged characters made readable at equal length: U+FFFD, box lines and no-break spaces become
 * blanks; entities and UTF-8 read as windows-1252 become their character; curly quotes become straight ones.
 */
export function repairCharacters(damaged: string): string {
  if (!SUSPECT.test(damaged) && !hasLoneReturns(damaged)) return damaged;
  const text = withLineFeeds(damaged);
  const mask = createMask(text);
  DAMAGED.lastIndex = 0;
  for (let m = DAMAGED.exec(text); m; m = DAMAGED.exec(text)) {
    const sign = repaired(m[0]);
    if (sign === null) continue;
    if (sign === '') mask.remove(m.index, m.index + m[0].length);
    else if (sign === ' ') mask.blank(m.index, m.index + m[0].length);
    else mask.put(m.index, m.index + m[0].length, sign);
  }
  return mask.view();
}

/** A text with old Macintosh line ends gets those that all readers look for. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
