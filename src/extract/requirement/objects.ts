import type { Mention } from '../reading/mentions.ts';
import { areAlternatives } from './alternatives.ts';

/** One thing that is required. */
export interface RequiredItem {
  mention: Mention;
  orLater: boolean;
}

/** What one statement requires: every part, and of each part any one. `from` and `to` are its place in the sentence. */
export interface RequiredObject {
  parts: RequiredItem[][];
  from: number;
  to: number;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
/** Words that may stand between a verb and what it requires: 'that you have already installed the U.S. version of'. */
const LEAD = wordSet(`
  that you must already also has have had been be are is install installing installed apply applied applying first
  running run using use upgrade upgraded upgrading obtain loaded a an the this at least either both minimum of one copy
  licensed installation full retail release english us u.s computer computers system systems server servers machine
  machines site sites operating currently version versions microsoft hotfix hotfixes fix fixes patch update security
  described documented discussed mentioned listed in article articles kb knowledge base from for previously existing
  client clients users user customers workstation workstations latest original only to rollup package number it your local software roll-up cumulative released product
  products working functional separately following nt 128 56 40 bit`);
/** Words that may stand between two things that are required together or instead of each other. */
const BETWEEN = wordSet(`
  or and plus with either both the a an microsoft installed running version versions also as well your on use are using
  have latest its then update hotfix fix install apply security cumulative rollup released original release at least operating system`);
const OR_LATER =
  /(?:\(|,)?\s{0,2}\b(?:or|and|&)\s{1,2}(?:an?\s|any\s|the\s)?(?:later|higher|greater|above|newer|better|more recent|subsequent|up)\b(?:\s(?:versions?|service packs?|releases?|editions?)\b)?(?:\sof\b)?\s{0,2}\)?/gi;
const BRACKETS = /\([^()]{0,60}\)/g;
const WORD = /[A-Za-z][\w.'/-]*|\d[\w.]*/g;

const onlyWords = (text: string, words: ReadonlySet<string>): boolean =>
  (text.match(WORD) ?? []).every(
    (word) => words.has(word.toLowerCase().replace(/[.']+$/, '')) || /^[A-Z]{2,4}\d$/.test(word),
  );

/** How two neighbours are joined: instead of each other, together, by a comma alone, or not at all. */
function joint(gap: string): 'or' | 'and' | ',' | null {
  if (gap.length > 120) return null;
  const open = /^\s{0,2}\((?:or|and)\s/i.test(gap);
  const plain = gap.replace(OR_LATER, ' ').replace(BRACKETS, ' ');
  if (/[:.!?;]/.test(plain) || (!open && /[()]/.test(plain)) || !onlyWords(plain, BETWEEN)) return null;
  if (open || /\bor\b|\//i.test(plain)) return /\band\b/i.test(plain) && !/\bor\b/i.test(plain) ? 'and' : 'or';
  if (/\b(?:and|plus|with|as well)\b|[&+]/i.test(plain)) return 'and';
  return /,/.test(plain) ? ',' : null;
}

/** Two neighbours; 'on' joins a service pack to what it stands on: 'Internet Explorer 6 SP1 on Windows 2000 SP4'. */
function jointOf(text: string, a: Mention, b: Mention, from = a.to): ReturnType<typeof joint> {
  const gap = text.slice(from, b.from);
  if (b.kind === 'service-pack' && b.product !== null && /^\s(?:installed |running )?on (?:Microsoft )?$/i.test(gap))
    return 'and';
  return joint(gap);
}

function isJoined(text: string, a: Mention, b: Mention, commas: boolean): boolean {
  if (b.from < a.to) return true;
  const how = jointOf(text, a, b);
  return how !== null && (commas || how !== ',');
}

/** What may follow a thing that is required; any other word makes it part of something else ('Windows NT CD-ROM'). */
const END =
  /^(?:\W{0,2}$|\s{0,2}[,;:.)("\]]|\s{1,2}(?:--|-\s)|\s{0,2}\/|\s{1,2}(?:or|and|is|are|be|been|to|on|in|for|with|without|before|prior|installed|running|loaded|applied|already|also|as|if|when|while|because|since|so|that|which|must|should|needs?|has to|have to|will|but|system|systems|operating|only|at|by|from|under|via|then|first|not|unless|available|present|environment|using|where|after|rather|instead|whenever|due|both|together|build|edition|English|later|previously|software|server or client|installations|sites|users|ha(?:s|ve) (?:already |previously )?been)\b)/i;
/** 'Service Pack 3 (or later) version of Scsiport.sys', 'MS-DOS 5.0 or later Uninstall disk' */
const OF_OTHER =
  /^\s?\(?(?:or|and) (?:later|higher|greater|above|newer)\)?\s(?!versions?\b(?! of)|service pack|operating|browser|software|release|is|are|be|installed|running|to|on|in|for|before|prior|with|if|as|and|or|must|should|that|which|when|already|also|must|will|from|has|at|of)[A-Za-z]/i;
/** 'a Windows NT 4.0 Service Pack 4 site server', 'the Jet 3.5 SP3 update' */
const HOST = /^\s(?:site\s)?(?:servers?|computers?|systems?|machines?|clients?|update|upgrade)\b/;
/** A product's name that goes on: 'Windows NT-based', 'Windows 95/98', "Office's". */
const GOES_ON = /^(?:-\w|['’]s|\/\w)/;

/** Whether a name that ends at `at` names the whole thing. */
export function endsThing(text: string, at: number): boolean {
  const rest = text.slice(at, at + 40);
  return END.test(rest) && !GOES_ON.test(rest) && !OF_OTHER.test(rest);
}

/** 'an upgrade for Windows 3.1' is not Windows 3.1. */
const FOR_OTHER =
  /\b(?:upgrades?|updates?|patch(?:es)?|fix(?:es)?|hotfix(?:es)?|rollup|package|software|client)\s(?:for|from|in|to be)\b/i;

/** Whether a name can stand at one side of a verb: cheap, before anything is read as a mention. */
export function mayName(text: string, side: 'after' | 'before', at: number): boolean {
  if (side === 'before') return /[A-Z0-9]/.test(text.slice(Math.max(0, at - 160), at));
  const words = text.slice(at, at + 160).match(WORD) ?? [];
  const first = words.find((word) => /^[A-Z0-9]/.test(word) || !LEAD.has(word.replace(/[.']+$/, '')));
  return first === undefined || /^[A-Z0-9]/.test(first);
}

/** '(Q298877)' after the words for its fix; 'version 4.0 Service Pack 2', whose product stands elsewhere. */
function readGap(mention: Mention, gap: string): string {
  if (mention.kind === 'article') return gap.replace(/\s\($/, ' ');
  return mention.kind === 'service-pack' && !mention.product
    ? gap.replace(/\b(?:version\s)?\d{1,2}\.\d{1,3}\s$/i, ' ')
    : gap;
}

/** What stands after a verb that ends at `at`, or null where something else does. */
export function objectsAfter(text: string, mentions: readonly Mention[], at: number): RequiredObject | null {
  const first = mentions.findIndex((mention) => mention.from >= at);
  if (first < 0) return null;
  const gap = text.slice(at, mentions[first]!.from);
  if (mentions[first]!.kind !== 'article' && FOR_OTHER.test(gap)) return null;
  const bracketed = readGap(mentions[first]!, gap);
  if (gap.length > 140 || /[.;!?]\s|\(/.test(bracketed) || !onlyWords(bracketed.replace(VERSION_OF, ' '), LEAD))
    return null;
  return chain(text, mentions, first, mentions.length - 1, gap);
}

/** What stands before a verb that begins at `at` ('SP4 or later is required'), or null. */
export function objectsBefore(text: string, mentions: readonly Mention[], at: number): RequiredObject | null {
  const last = mentions.findLastIndex((mention) => mention.to <= at);
  if (last < 0) return null;
  const tail = text.slice(mentions[last]!.to, at).replace(OR_LATER, ' ').replace(BRACKETS, ' ');
  if (tail.length > 60 || !(onlyWords(tail, TAIL) || AND_OTHER.test(tail))) return null;
  let first = last;
  // 'To use Word, Excel must be installed' is no list: a comma joins only where 'and' or 'or' follows.
  while (first > 0 && isJoined(text, mentions[first - 1]!, mentions[first]!, first < last)) first--;
  while (first < last && !begins(text, mentions[first]!)) {
    // 'the driver that ships with Visual FoxPro 5.0 or Visual Studio 97 must be installed' names neither.
    if (jointOf(text, mentions[first]!, mentions[first + 1]!) === 'or') return null;
    first++;
  }
  const head = mentions[first]!;
  if (head.kind !== 'article' && isUnbalanced(text.slice(head.from, at))) return null;
  // 'In Windows NT 4.0, SP4 is required': the place stands in the same mention.
  const placed = head.kind === 'service-pack' && text.slice(head.from, head.to).includes(',');
  if (!begins(text, head) && !(placed && /\b(?:in|on|for|under|with)\s$/i.test(text.slice(0, head.from)))) return null;
  return chain(text, mentions, first, last, '');
}

/** 'Internet Explorer 5.01 and the Directory Service client are required' */
const AND_OTHER = /^,?\s(?:and|or)\s(?:the\s)?(?:(?:[A-Z][\w./-]*|client|software|of|for)\s{1,3}){1,7}$/;
/** 'TCP/IP (standard on both Windows 95 and Windows NT 4.0) is required' */
const isUnbalanced = (text: string): boolean => text.split(')').length > text.split('(').length;

const TAIL = wordSet('be being is are both also installed software first then itself now operating system one');
const begins = (text: string, mention: Mention): boolean =>
  BEGINS.test(text.slice(0, mention.from)) ||
  (mention.kind === 'article' && CITED_BEGINS.test(text.slice(Math.max(0, mention.from - 90), mention.from)));
/** 'The SRP (Q298877)', 'the fix that is described in Q272480', 'the roll-up in Q281880' */
const CITED_BEGINS =
  /(?:^\W{0,3}|[,;:]\s|\b(?:the|and|the)\s)(?:[\w-]{1,20}\s){0,4}(?:\(|(?:described|documented|discussed|mentioned|(?:fix|hotfix|update|patch|roll-?up|package)) in (?:article |the )?(?:Microsoft )?(?:Knowledge Base )?(?:article )?)$/i;
/** What may stand before a subject: the sentence's or clause's begin, 'the', 'installation of', 'version of'. */
const BEGINS =
  /(?:^\W{0,4}|[,;:(]\s{1,2}|--\s|(?<!\b(?:of|in|on|to|for|from|with|under) )\bthe\s(?:latest\s)?|\b(?:that|then|also|however|therefore|either|both|least|and|or|an?|if|unless|because|but|so|note|important|caution|installation of|copy of|version of|versions of|release of|additionally)\W{0,3}\s?|\bMicrosoft(?:'s)?\s|\b(?:latest|retail) )$/i;

/** '… version 5.0 or later of' before a product that has no version of its own. */
const VERSION_OF =
  /\b(?:versions?|release)\s(\d{1,2}(?:\.\d{1,4}){0,3}[a-z]?)((?:\s\(?(?:or|and)\s(?:later|higher|greater|above|newer)\)?)?)(?:\sversions?)?\sof(?:\sthe)?(?:\sMicrosoft)?\s$/i;
/** 'Windows CE operating system version 2.11' */
const VERSION_AFTER = /^(?:\soperating\ssystem)?\sversions?\s(\d{1,2}(?:\.\d{1,4}){0,3}[a-z]?)/i;

function chain(
  text: string,
  mentions: readonly Mention[],
  first: number,
  last: number,
  lead: string,
): RequiredObject | null {
  const items: RequiredItem[] = [];
  const joints: ('or' | 'and' | ',')[] = [];
  let end = 0;
  for (let i = first; i <= last; i++) {
    const item = withVersion(mentions[i]!, text, i === first ? lead : '');
    const onHost = mentions[i]!.kind === 'service-pack' && HOST.test(text.slice(item.to, item.to + 20));
    if (!onHost && !endsThing(text, item.to)) {
      // 'the Windows 95 or Windows 98 client package' is neither system.
      if (text.slice(end, mentions[i]!.from) === ' or ' && OF_BOTH.test(text.slice(item.to, item.to + 30))) return null;
      break;
    }
    items.push(item.item);
    end = item.to;
    const next = mentions[i + 1];
    // 'SNA Server 4.0 or 4.0 SP1' is read as two things in one place.
    const how = next && i < last ? (next.from < item.to ? 'or' : jointOf(text, mentions[i]!, next, item.to)) : null;
    if (how === null) break;
    joints.push(how);
  }
  if (items.length === 0) return null;
  joints.length = items.length - 1;
  shareVersion(items, joints);
  for (let j = joints.length - 1; j >= 0; j--) if (joints[j] === ',') joints[j] = joints[j + 1] ?? 'and';
  const parts: RequiredItem[][] = [[items[0]!]];
  joints.forEach((how, j) => {
    const item = items[j + 1]!;
    if (how === 'or' || areAlternatives(items[j]!.mention, item.mention)) parts.at(-1)!.push(item);
    else parts.push([item]);
  });
  return { parts, from: items[0]!.mention.from, to: end };
}

/** 'MS-DOS, PC-DOS, or OEM-DOS version 3.1 or later': the version of the last is that of all. */
function shareVersion(items: RequiredItem[], joints: readonly string[]): void {
  const last = items.at(-1)!;
  if (items.length < 2 || last.mention.kind !== 'product' || !/DOS$/.test(last.mention.product.base)) return;
  const [version] = last.mention.product.versions;
  if (!version) return;
  for (const [i, { mention }] of items.entries()) {
    if (
      i === items.length - 1 ||
      joints[i] === 'and' ||
      mention.kind !== 'product' ||
      !/DOS$/.test(mention.product.base)
    )
      continue;
    if (mention.product.versions.length > 0) continue;
    const product = { ...mention.product, names: [`${mention.product.base} ${version}`], versions: [version] };
    items[i] = { mention: { ...mention, product }, orLater: last.orLater };
  }
}

/** A noun that what stands before it only tells of: ' DS Client package', ' client software'. */
const OF_BOTH = /^\s(?:[A-Z][\w-]{1,15}\s){0,3}(?:client|package|software|driver|CD-ROM|disks?)\b/;

/** A product with the version that stands before or behind it, where its own words have none. */
function withVersion(mention: Mention, text: string, lead: string): { item: RequiredItem; to: number } {
  const orLater = 'orLater' in mention && mention.orLater;
  if (mention.kind !== 'product' || mention.product.versions.length > 0)
    return { item: { mention, orLater }, to: mention.to };
  const before = VERSION_OF.exec(lead);
  const after = before ? null : VERSION_AFTER.exec(text.slice(mention.to, mention.to + 60));
  const version = before?.[1] ?? after?.[1];
  if (!version) return { item: { mention, orLater }, to: mention.to };
  const { product } = mention;
  const name = [product.base, version, product.edition].filter((word) => word !== '').join(' ');
  return {
    item: {
      mention: { ...mention, product: { ...product, names: [name], versions: [version] } },
      orLater: orLater || (before !== null && before[2] !== ''),
    },
    to: mention.to + (after?.[0].length ?? 0),
  };
}
