import type { ListEntry } from '../reading/reading.ts';
import { isCure, isNotDemanded } from './modality.ts';

/** 'This fix requires the Directory fix described in the following … article:', 'you must install the update … below' */
const CITED =
  /\b(?:requires?|must (?:first |also )?(?:install|apply|have)|need to (?:first )?(?:install|apply)|prerequisites?)\b[^.;:]{0,60}\b(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|roll-?up|solution)\b[^.;]{0,80}\bfollowing\b[^.;:]{0,60}\b(?:articles?|knowledge base)\b/i;
/** '… installed in addition to the following update:' */
const CITED_LAST =
  /\b(?:requires?|must|need to)\b[^;:]{0,160}\bfollowing\s(?:hot-?fix(?:es)?|fix(?:es)?|(?:security )?updates?|patch(?:es)?)\b[^.;:]{0,30}:?\s?$/i;
const POINTER = /\bfor (?:more|additional|further) information\b|\bclick\b/i;

/** The articles whose fixes a sentence requires by citing them in the list that follows it. */
export function citedFixes(text: string, list: () => readonly ListEntry[]): { id: string; entry: ListEntry }[] {
  const match = text.length < 600 && text.includes('following') ? (CITED.exec(text) ?? CITED_LAST.exec(text)) : null;
  if (!match || POINTER.test(text) || isCure(text) || isNotDemanded(text, match.index)) return [];
  return list().flatMap((entry) => {
    const named = entry.mentions().find((mention) => mention.kind === 'article');
    return named?.kind === 'article' ? [{ id: named.id, entry }] : [];
  });
}
