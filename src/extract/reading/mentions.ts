import { type ArticleMention, articleMentions } from './article-mentions.ts';
import { type ProductMention, readProduct } from './product-mentions.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Something that a sentence names, with its place in the string that was read.
 * A service pack has the product that stands with it, or null; `levels` such as '4' or '6a'.
 */
export type Mention =
  | ArticleMention
  | {
      kind: 'service-pack';
      product: ProductMention | null;
      levels: string[];
      orLater: boolean;
      from: number;
      to: number;
    }
  | { kind: 'product'; product: ProductMention; orLater: boolean; from: number; to: number }
  | { kind: 'fix'; name: string; from: number; to: number };

/** 'Teardrop2-fix', 'ICMP- fix', 'oob-fix', 'MS02-017'; not 'a bug-fix' or 'a post-fix'. */
const NAMED_FIX =
  /\b(?!(?:bug|hot|quick|post|pre|suf|non|the|of|in|a|no)-)([A-Za-z][A-Za-z0-9]{1,20})- ?(fix|FIX|Fix)\b(?!-)|\bMS\d\d-\d{3}\b/gi;

/** 'cumulative update package 4', 'Update Rollup 3', 'CU5', 'RU1': a label within its product. */
const RELATIVE_FIX = /\b(?:cumulative update(?: package)? \d{1,2}|update roll-?up \d{1,2}|(?:CU|RU)\d{1,2})\b/gi;

/** All that one sentence names, in order. */
export function mentionsOf(text: string, citation = false): Mention[] {
  const mentions: Mention[] = articleMentions(text, citation);
  NAMED_FIX.lastIndex = 0;
  for (let m = NAMED_FIX.exec(text); m; m = NAMED_FIX.exec(text)) {
    mentions.push({ kind: 'fix', name: m[0].replace('- ', '-'), from: m.index, to: m.index + m[0].length });
  }
  RELATIVE_FIX.lastIndex = 0;
  for (let m = RELATIVE_FIX.exec(text); m; m = RELATIVE_FIX.exec(text)) {
    mentions.push({ kind: 'fix', name: m[0], from: m.index, to: m.index + m[0].length });
  }
  const tokens = tokensOf(text);
  let i = 0;
  while (i < tokens.length) {
    const product = readProduct(tokens, i, isTerminalPack(tokens, i));
    const start = i;
    if (product) i = product.next;
    const pack = readServicePack(tokens, product ? skipConnectors(tokens, i) : i);
    if (pack) {
      let owner = product;
      i = pack.next;
      if (!owner) {
        const tail = readOwner(tokens, i);
        if (tail) {
          owner = tail;
          i = tail.next;
        }
      } else if (owner.base === 'Windows NT' && owner.versions.length === 1 && tokens[i]?.text === 'for') {
        // 'Windows NT 4.0 Service Pack 5 for Terminal Server'
        const tail = readOwner(tokens, i);
        if (tail && /^(?:Windows )?Terminal Server/.test(tail.base)) {
          owner = { ...owner, names: [`Windows NT Server ${owner.versions[0]} Terminal Server Edition`] };
          i = tail.next;
        }
      }
      // 'Windows NT 4.0 Service Pack 6a, Terminal Server Edition'
      const edition = owner && owner === product && pack.levels.length === 1 ? editionBehind(tokens, i, owner) : null;
      if (edition) {
        owner = edition;
        i = edition.next;
      }
      // 'versions 4.0, 5.0, 5.5 SP1': the pack belongs to the last version only.
      if (owner && owner === product && owner.names.length > 1 && pack.levels.length > 0) {
        const earlier = { ...owner, names: owner.names.slice(0, -1), versions: owner.versions.slice(0, -1) };
        mentions.push({
          kind: 'product',
          product: earlier,
          orLater: false,
          from: tokens[start]!.from,
          to: tokens[i - 1]!.to,
        });
        owner = { ...owner, names: owner.names.slice(-1), versions: owner.versions.slice(-1) };
      }
      mentions.push({
        kind: 'service-pack',
        product: owner,
        levels: pack.levels,
        orLater: isOrLater(tokens, start, i),
        from: tokens[start]!.from,
        to: tokens[i - 1]!.to,
      });
    } else if (product) {
      mentions.push({
        kind: 'product',
        product,
        orLater: isOrLater(tokens, start, i),
        from: tokens[start]!.from,
        to: tokens[i - 1]!.to,
      });
    } else i++;
  }
  return mentions.sort((a, b) => a.from - b.from);
}

/** 'Terminal Server Service Pack 5', 'Terminal Server SP4': before a pack the words are a product's name. */
const isTerminalPack = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'Terminal' && tokens[at + 1]?.text === 'Server' && readServicePack(tokens, at + 2) !== null;

/** The Terminal Server Edition of a Windows NT whose service pack stands before it, where none follows it. */
function editionBehind(tokens: readonly Token[], at: number, owner: ProductMention): ProductMention | null {
  const words = [0, 1, 2, 3].map((n) => tokens[at + n]?.text ?? '').join(' ');
  if (words !== ', Terminal Server Edition' || !/^Windows NT\b/.test(owner.base) || owner.names.length > 1) return null;
  if (owner.edition !== '' || /^(?:,|service|SP\d?)/i.test(tokens[at + 4]?.text ?? '')) return null;
  const edition = 'Terminal Server Edition';
  return { ...owner, names: owner.names.map((name) => `${name} ${edition}`), edition, next: at + 4 };
}

/** Words between a product and its service pack: 'with', 'running', a comma, 'U.S.', 'installed with'. */
function skipConnectors(tokens: readonly Token[], at: number): number {
  let i = at;
  while (
    i < tokens.length &&
    i < at + 3 &&
    /^(?:,|with|the|U\.S|U\.S\.|US|English|\(|plus|running)$/.test(tokens[i]!.text)
  )
    i++;
  return i;
}

interface ServicePackReading {
  levels: string[];
  next: number;
}

const LEVEL = /^\d{1,2}[a-z]?$/;
const readLevel = (text: string | undefined): string | null => {
  const plain = (text ?? '').toLowerCase().replace(/\.0$/, '');
  return LEVEL.test(plain) ? plain : null;
};

/** 'Service Pack 4', 'SP6a', 'Service Pack 4.0', 'SP4, SP5, or SP6a', 'Service Packs 1 and 2', 'Service Pack 4 (SP4)'. */
export function readServicePack(tokens: readonly Token[], at: number): ServicePackReading | null {
  const levels: string[] = [];
  let i = at;
  let next = at;
  for (;;) {
    const one = readOneLevel(tokens, i, levels.length > 0);
    if (!one) break;
    if (one.through && levels.length > 0) levels.push(...between(levels.at(-1)!, one.level));
    if (!levels.includes(one.level)) levels.push(one.level);
    i = one.next;
    // '(SP4)' says the same again.
    while (tokens[i]?.text === '(' && /^SP ?\d/i.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.text === ')') i += 3;
    next = i;
    let j = i;
    while (/^(?:,|and|or|\/|&|either|through|to|-|both)$/i.test(tokens[j]?.text ?? '')) j++;
    if (j === i) break;
    i = j;
  }
  return levels.length > 0 ? { levels, next } : null;
}

function readOneLevel(
  tokens: readonly Token[],
  at: number,
  listed: boolean,
): { level: string; next: number; through: boolean } | null {
  const text = tokens[at]?.text ?? '';
  const through = listed && /^(?:through|to|-)$/i.test(tokens[at - 1]?.text ?? '');
  const glued = /^SP-?(\d{1,2}[a-z]?)$/i.exec(text);
  if (glued) return { level: glued[1]!.toLowerCase(), next: at + 1, through };
  if (/^SPs?$/i.test(text)) {
    const level = readLevel(tokens[at + 1]?.text);
    return level ? { level, next: at + 2, through } : null;
  }
  if (/^service$/i.test(text) && /^packs?$/i.test(tokens[at + 1]?.text ?? '')) {
    // 'Service Pack (SP) 4', 'Service Packs (1 to 5)'
    if (tokens[at + 2]?.text === '(') {
      const short = /^SPs?$/i.test(tokens[at + 3]?.text ?? '') && tokens[at + 4]?.text === ')';
      const level = readLevel(tokens[short ? at + 5 : at + 3]?.text);
      if (level && (short || /^(?:to|through|,|-)$/.test(tokens[at + 4]?.text ?? '')))
        return { level, next: short ? at + 6 : at + 4, through };
    }
    // 'the latest Service Pack (SP6a)'
    const bracketed = /^SP-?(\d{1,2}[a-z]?)$/i.exec(tokens[at + 2]?.text === '(' ? (tokens[at + 3]?.text ?? '') : '');
    if (bracketed && tokens[at + 4]?.text === ')') return { level: bracketed[1]!.toLowerCase(), next: at + 5, through };
    const level = readLevel(tokens[at + 2]?.text);
    return level ? { level, next: at + 3, through } : null;
  }
  // '4.0 SP1, 4.0 SP2': the number before a pack is its product's version.
  if (listed && !/^(?:SPs?|SP-?\d{1,2}[a-z]?|service)$/i.test(tokens[at + 1]?.text ?? '')) {
    const level = readLevel(text);
    // A number after 'SP4 or' is a level only where it counts nothing: not 'SP4 and 3 disks'.
    const next = tokens[at + 1]?.text ?? '';
    if (level && (!/^[a-z]{3,}s$/.test(next) || /^(?:was|has|this|is|does)$/.test(next)))
      return { level, next: at + 1, through };
  }
  return null;
}

/** The levels strictly between two: 4 through 6 gives 5. */
function between(first: string, last: string): string[] {
  const from = Number.parseInt(first, 10);
  const to = Number.parseInt(last, 10);
  return to > from && to - from < 10 ? Array.from({ length: to - from - 1 }, (_, i) => String(from + 1 + i)) : [];
}

/** The product after a service pack: 'for Windows NT 4.0', 'of the Exchange Server 5.5', 'to Windows NT'. */
function readOwner(tokens: readonly Token[], at: number): ProductMention | null {
  let i = at;
  // 'Service Pack 3 or later for Windows NT 4.0'
  if (
    /^(?:or|and)$/i.test(tokens[i]?.text ?? '') &&
    /^(?:later|newer|higher|above|greater)$/i.test(tokens[i + 1]?.text ?? '')
  )
    i += 2;
  if (!/^(?:for|of|to)$/i.test(tokens[i]?.text ?? '')) return null;
  i += /^(?:the|both|a|your)$/i.test(tokens[i + 1]?.text ?? '') ? 2 : 1;
  return readProduct(tokens, i, true);
}

/** 'or later', 'or a later version', 'and above', '(or later)', 'at least', 'or greater', '+'. */
function isOrLater(tokens: readonly Token[], start: number, next: number): boolean {
  const after = tokens.slice(next, next + 9).map((t) => t.text.toLowerCase());
  const words = after.join(' ');
  if (
    /^(?:operating system )?(?:\) )?(?:, )?(?:\( )?(?:or|and|\/) (?:a |any |the )?(?:(?:more recent|later|newer|higher|above|greater|better|subsequent))/.test(
      words,
    )
  )
    return true;
  if (/^(?:installed|is installed|applied) (?:or|and) (?:a )?(?:later|newer|higher)/.test(words)) return true;
  if (words.startsWith('+')) return true;
  const before = tokens
    .slice(Math.max(0, start - 3), start)
    .map((t) => t.text.toLowerCase())
    .join(' ');
  return /(?:at least|a minimum of|minimum)(?: the)?$/.test(before);
}
