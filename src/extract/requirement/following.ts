import type { ListEntry } from '../reading/reading.ts';
import type { Demand } from './demands.ts';
import { isCure, isNotDemanded } from './modality.ts';

/** 'This fix requires the Directory fix described in the following … article:', 'you must install the update … below' */
const CITED =
  /\b(?:requires?|must (?:first |also )?(?:install|apply|have)|need to (?:first )?(?:install|apply)|prerequisites?)\b[^.;:]{0,60}\b(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|roll-?up|solution)\b[^.;]{0,80}\bfollowing\b[^.;:]{0,60}\b(?:articles?|knowledge base)\b/i;
/** '… installed in addition to the following update:' */
const CITED_LAST =
  /\b(?:requires?|must|need to)\b[^;:]{0,160}\bfollowing\s(?:hot-?fix(?:es)?|fix(?:es)?|(?:security )?updates?|patch(?:es)?)\b[^.;:]{0,30}:?\s?$/i;
/** 'The hotfix that is described in the following article must be installed before you apply this one:' */
const CITED_FIRST =
  /\b(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|roll-?up)\b[^.;]{0,80}\bfollowing\b[^.;:]{0,60}\b(?:articles?|knowledge base)\b[^.;:]{0,40}\b(?:(?:must|needs? to|ha(?:s|ve) to)\s(?:first\s|already\s|also\s)?be\s(?:installed|applied)|should\s(?:first\s)?be\s(?:installed|applied)\s(?:first|before|prior))\b/i;
const POINTER = /\bfor (?:more|additional|further) information\b|\bclick\b/i;

/** The articles whose fixes a sentence requires by citing them in the list that follows it. */
export function citedFixes(text: string, list: () => readonly ListEntry[]): { id: string; entry: ListEntry }[] {
  const match =
    text.length < 600 && text.includes('following')
      ? (CITED.exec(text) ?? CITED_LAST.exec(text) ?? CITED_FIRST.exec(text))
      : null;
  if (!match || POINTER.test(text) || isCure(text) || isNotDemanded(text, match.index)) return [];
  return list().flatMap((entry) => {
    const named = entry.mentions().find((mention) => mention.kind === 'article');
    return named?.kind === 'article' ? [{ id: named.id, entry }] : [];
  });
}

/** 'Before you can install this fix, the MDAC setup fix must be installed:' and then its article alone. */
export function listedFix(
  text: string,
  demands: readonly Demand[],
  list: () => readonly ListEntry[],
): { id: string; entry: ListEntry }[] {
  const names = demands.some(({ object }) =>
    object.parts.some((part) => part.some(({ mention }) => mention.kind === 'fix')),
  );
  if (!names || !/:\s?$/.test(text)) return [];
  const [entry, ...others] = list();
  const named = entry?.kind === 'citation' ? entry.mentions().find((mention) => mention.kind === 'article') : undefined;
  return entry && named?.kind === 'article' && others.length === 0 ? [{ id: named.id, entry }] : [];
}
