import type { Mention } from '../reading/mentions.ts';
import type { ListEntry } from '../reading/reading.ts';
import { areAlternatives } from './alternatives.ts';
import { isAdvice, isCure, isNotDemanded } from './modality.ts';
import { objectsAfter, type RequiredObject } from './objects.ts';

/** '… must be running one of the following operating systems:', 'other prerequisites include:' */
const ANNOUNCES =
  /\b(?:(?:is|are) required\b[^.;:]{0,80}|must (?:first )?(?:already )?(?:have|be running|install|apply|be using|meet)\b[^.;:]{0,120}|following\b[^.;:]{0,60}\bmust (?:first |already )?be (?:installed|present|in place)\b[^.;:]{0,60}|(?:requires?|needs?)(?: (?:to (?:have|install|be running) )?(?:[a-z-]{1,12} ){0,3}(?:following|software|configuration|items?|components?|products?|programs?|things)\b(?:[^.;:]|\.(?=\d)){0,90})?|prerequisites?(?: \w{1,12}){0,4} (?:include|are)\b[^.;:]{0,60}|requirements\b[^.;:]{0,80} (?:are(?: as follows)?|include))(?::|(?<=following\b[^.;:]{0,60}))\s?$/i;
/** 'Prerequisites:', 'Requirements: Install the following on the computer …:' */
const TITLED =
  /^\W{0,3}(?:(?:software|installation|system|update|hotfix|minimum)\s){0,3}(?:pre-?)?requisites?:\s?$|^\W{0,3}(?:pre-?requisites|requirements):\s(?:(?:first\s)?(?:install|apply)|you must|the)\b[^.;:]{0,120}\bfollowing\b[^.;:]{0,120}:\s?$/i;
/** What is listed is not software: rights, files, steps; or the list is of those that require ('The following titles require'). */
const OTHER_LIST =
  /\b(?:(?<!\bsoftware[^.;:]{0,60})hardware(?![^.;:]{0,30}\bsoftware\b)|files?|rights|permissions?|privileges|steps?|services|settings?|values?|parameters?|information|keys?|entries|accounts?|names?|commands?|lines?|options?|changes|procedures?|drivers|methods?|machines|disks?|order)\b[^.;]{0,40}$|\bfollowing\b[^.;:]{1,60}\b(?:requires?|needs?|must(?! (?:first |already )?be (?:installed|present|in place)))\b|\b(?:such as|for example|to be)\b/i;
const CHOICE = /\b(?:one|any|either|at least one) of\b/i;

/** Whether a sentence announces a list of what is required; `any` where one entry is enough. */
export function announcedList(text: string): { any: boolean } | null {
  if (text.length > 400 || !(/:\s?$/.test(text) || text.includes('following'))) return null;
  if (TITLED.test(text)) return { any: CHOICE.test(text) };
  const match = ANNOUNCES.exec(text);
  if (!match || OTHER_LIST.test(text) || isAdvice(text) || isCure(text) || isNotDemanded(text, match.index))
    return null;
  return { any: CHOICE.test(text) };
}

/** What one entry names from its begin on: 'Windows 3.1', 'Microsoft Management Console (MMC) version 1.2'. */
export function entryObject(text: string, mentions: readonly Mention[]): RequiredObject | null {
  if (
    text.length > 300 ||
    /^\W{0,4}(?:no|none|not|if|to|for more|see|for)\b|\boptional\b/i.test(text) ||
    isAdvice(text)
  )
    return null;
  const running = RUNNING.exec(text);
  return objectsAfter(text, mentions, running ? running[0].length : 0);
}
/** 'A multimedia PC with a 486DX processor running Windows 95' */
const RUNNING = /^\W{0,4}(?:an?\s)?[^.;:]{0,60}?\b(?:computer|PC|processor|machine)\b[^.;:]{0,60}?\srunning\s/i;

/** Whether the entries of a list stand instead of each other although nothing says so: systems, levels of one product. */
export function excludeEachOther(entries: readonly ListEntry[]): boolean {
  const firsts = entries.map((entry) => entry.mentions()[0]);
  return (
    firsts.length > 1 &&
    firsts.every((mention, i) => mention !== undefined && (i === 0 || areAlternatives(firsts[0]!, mention)))
  );
}
