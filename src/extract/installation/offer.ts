import type { Article } from '../../model/article.ts';
import type { InstallationNote } from '../../model/installation.ts';

/** Without one of these words no sentence below is there. */
const GATE = /fix|patch|update|modification|supported feature/i;
/** 'A supported fix is now available', 'this hotfix', 'the following patch', 'obtain the fix': there is something to install. */
const OFFERS =
  /\b(?:supported|corrected|software)\s{1,20}(?:hot-?)?(?:fix|update|feature|modification)\b|\b(?:this|the\s{1,20}following|the\s{1,20}English\s{1,20}version\s{1,20}of\s{1,20}this)\s{1,20}(?:\w{1,12}\s{1,20})?(?:hot-?fix|fix|patch|update)\b|\bobtain\s{1,20}(?:this|the|a)\s{1,20}(?:following\s{1,20})?(?:\w{1,12}\s{1,20})?(?:hot-?fix|fix|patch|update)\b/i;

/** Where an article first offers something to install; none where it does not. */
export function extractOffer({ view, text, span }: Article): InstallationNote[] {
  const own = view.slice(span.from, span.to);
  const match = GATE.test(own) ? OFFERS.exec(own) : null;
  if (match === null) return [];
  const from = span.from + match.index;
  const to = from + match[0].length;
  return [{ says: 'offers', evidence: [{ from, to, quote: text.slice(from, to) }] }];
}
