import { type NodeName, nameOf } from '../answer-parts.ts';
import { tellingWords } from './candidates.ts';
import { sharedFiles } from './measures.ts';
import { CORRECTION_KINDS, PRODUCT_KINDS, type Reading, type Subject } from './subject.ts';
import { spellings } from './words.ts';

/** What two articles may have in common. */
export const REASON_KINDS = [
  'citation',
  'shared-citations',
  'co-citation',
  'link',
  'files',
  'service-pack',
  'title',
  'text',
  'keywords',
  'products',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** One reason why an article is related. */
export interface Reason {
  kind: ReasonKind;
  /** For people: 'both cite 189543 and 238601'. */
  words: string;
  /** The nodes that the words speak of, at most a few. */
  shared: NodeName[];
}

const NAMED = 3;
const MOST_WORDS = 5;
/** Keywords and words of titles below this weight are everyone's. */
const TELLING = 3;

/** Why an article is related to the subject, the strongest reason first. */
export function reasonsOf(reading: Reading, subject: Subject, index: number): Reason[] {
  const { view, links, catalogue } = reading;
  const facts = catalogue.facts(index);
  const reasons: Reason[] = [];
  const add = (kind: ReasonKind, words: string, shared: readonly number[] = []) =>
    reasons.push({ kind, words, shared: shared.slice(0, NAMED).map((other) => nameOf(view.node(other))) });
  const addShared = (kind: ReasonKind, verb: string, nodes: readonly number[]) => {
    if (nodes.length > 0) add(kind, `${verb} ${enumerate(nodes.map((other) => shortName(reading, other)))}`, nodes);
  };

  const isCited = subject.cites.includes(index);
  const isCiter = subject.citedBy.includes(index);
  if (isCited && isCiter) add('citation', 'the two cite each other');
  else if (isCited) add('citation', 'it is cited here');
  else if (isCiter) add('citation', 'it cites this one');
  else if (subject.linked.has(index)) add('link', 'one of the two replaces, requires, includes or breaks the other');

  addShared('shared-citations', 'both cite', common(subject.cites, links.cites(index)));
  addShared('co-citation', 'both are cited by', common(subject.citedBy, links.citedBy(index)));
  addShared('files', 'both are about', sharedFiles(reading, subject, index));
  const packs = links.targets(index, CORRECTION_KINDS);
  addShared('service-pack', 'both are first corrected in', common([...subject.servicePacks], packs));
  const citedPacks = new Set(subject.cites.slice(0, 400).flatMap((cited) => links.targets(cited, CORRECTION_KINDS)));
  const listed = packs.filter((pack) => citedPacks.has(pack) && !subject.servicePacks.has(pack));
  addShared('service-pack', 'like articles that are cited here, it is first corrected in', listed);

  const inText = (facts?.titleWords ?? []).filter(
    (word) => subject.words.has(word) && catalogue.weight(word) >= TELLING,
  );
  const spelt = spellings(view.node(index).label);
  const quoted = (words: readonly string[]) =>
    enumerate(words.slice(0, MOST_WORDS).map((word) => `'${spelt.get(word) ?? word}'`));
  const weight = inText.reduce((sum, word) => sum + catalogue.weight(word), 0);
  const share = weight / (facts?.titleWeight || 1);
  if (inText.length > 1 && share >= 0.5) add('title', `what its title says stands here: ${quoted(inText)}`);
  else {
    const telling = new Set(tellingWords(reading, subject, 40));
    const words = inText.filter((word) => telling.has(word));
    if (words.length > 0) add('text', `both speak of ${quoted(words)}`);
  }
  const keywords = common(subject.facts.keywords, facts?.keywords ?? []);
  if (keywords.length > 0) add('keywords', `both have the keywords ${enumerate(keywords)}`);
  addShared('products', 'both apply to', common([...subject.products], links.targets(index, PRODUCT_KINDS)));
  if (reasons.length === 0) add('text', 'their texts are alike');
  return reasons;
}

function common<Key>(own: readonly Key[], other: readonly Key[]): Key[] {
  const others = new Set(other);
  return own.filter((key) => others.has(key));
}

const shortName = ({ view }: Reading, index: number): string => {
  const { id, kind, label } = view.node(index);
  return kind === 'article' ? id.slice('article:'.length) : label;
};

/** 'a', 'a and b', 'a, b, c and 4 more'. */
function enumerate(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
