/** A name's words without the service pack in them, and that service pack's level. */
export interface LevelledName {
  words: string[];
  /** '4', '6a'; for service releases 'SR1'; null where the name has none. */
  level: string | null;
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

/**
 * Takes 'SP4', 'SP 6a', 'Service Pack 4.0', 'Service Pack Two' or 'SR-1' out of the words. A name has one level: where
 * it prints several ('Service Release 1 (SR-1)'), the first counts and all are taken out.
 */
export function takeServicePackLevel(words: readonly string[]): LevelledName {
  const rest: string[] = [];
  let level: string | null = null;
  for (let at = 0; at < words.length; ) {
    const found = levelAt(words, at);
    if (found === null) rest.push(words[at] ?? '');
    else level ??= found.level;
    at += found?.length ?? 1;
  }
  return { words: rest, level };
}

function levelAt(words: readonly string[], at: number): { level: string; length: number } | null {
  const word = words[at]?.toLowerCase() ?? '';
  const next = words[at + 1]?.toLowerCase() ?? '';
  const glued = /^(sp|sr)-?(\d{1,2}(?:\.\d)?[a-z]?)$/.exec(word);
  if (glued) return levelled(glued[1] === 'sr' ? 'SR' : '', glued[2] ?? '', 1);
  if (word === 'sp' || word === 'servicepack') return levelled('', next, 2);
  if (word !== 'service') return null;
  if (next === 'pack' || next === 'packs') return levelled('', words[at + 2]?.toLowerCase() ?? '', 3);
  // 'OEM Service Release 2.1' is an edition of Windows 95, not a level.
  const isRelease = next === 'release' && words[at - 1]?.toLowerCase() !== 'oem';
  return isRelease ? levelled('SR', words[at + 2]?.toLowerCase() ?? '', 3) : null;
}

function levelled(prefix: string, printed: string, length: number): { level: string; length: number } | null {
  const level = readLevel(printed);
  return level === null ? null : { level: prefix + level, length };
}

/** '4', '6a' and '1.1' as they are, '4.0' as '4', 'two' as '2'; null for what is no level. */
function readLevel(printed: string): string | null {
  const inWords = NUMBER_WORDS.indexOf(printed);
  if (inWords >= 0) return String(inWords);
  const match = /^#?0?(\d{1,2})(?:\.(\d))?([a-z]?)$/.exec(printed);
  if (!match) return null;
  const fraction = match[2] === undefined || match[2] === '0' ? '' : `.${match[2]}`;
  return `${match[1]}${fraction}${match[3] ?? ''}`;
}
