import type { Article } from '../../model/article.ts';
import type { Reading } from '../reading/reading.ts';

/** 'List of Bugs Fixed in …', 'Post-SP3 Information Store Fixes', 'Hotfix Bundle', 'Security Rollup Package'. */
const TITLE =
  /\b(?:list(?:ing)? of (?:\w+ ){0,2}?(?:bugs?|problems?|issues?) (?:(?:that )?(?:are |were |have been )?)?(?:fixed|corrected|resolved|solved|addressed)|list of (?:\w+ ){0,2}?fix(?:es|ed)|(?:bugs|problems|issues) (?:that (?:are|were) )?(?:fixed|corrected|resolved|solved)|fixed bugs|fix ?list|bug ?fixes|fixes (?:in|included in|available)|post-?sp\d\w? [\w ]{1,50}fixes|(?:security )?roll-?up (?:package|hotfix|fix|patch|\d)|hotfix (?:bundle|roll-?up)|cumulative (?:update|patch|package|hotfix|security)|update roll-?up|group of hotfixes)\b/i;
const NO_LIST =
  /\b(?:confirmed|known|unfixed|outstanding|open) (?:bugs?|problems?|issues?)\b|\bhow to (?:obtain|install|remove|deploy)\b/i;
/** 'Security Roll-Up Fix Q299444 May Cause Printers to Hang' tells of a roll-up's trouble; a list of fixes does not. */
const TROUBLE =
  /\b(?:may|might|causes?|after|cannot|can't|fails?|error|does not|do not|hangs?|stops?|unable|problems? (?:with|when|after))\b/i;
const LISTS = /\blist|\bfix(?:es|ed) (?:in|available|included)|\bbundle\b/i;
/** 'This article lists … bugs that are fixed in SMS 2.0 SP3'. */
const STATEMENT =
  /\b(?:this article|following (?:is|list|table)|below is)\b[^.;]{0,60}\b(?:lists?|listing|list of|contains|provides)\b[^.;]{0,200}\b(?:fixed|corrected|fixes|resolved|addressed)\b/i;
/** A readme's list: 'Use the Qxxxxxx number that precedes the title of the bug fix'. */
const README =
  /\bnumber that precedes the title of the (?:bug|fix|problem)|\ball (?:bug )?fixes (?:contained|included) in [^;]{1,60} are listed\b/i;
const DENIED = /\b(?:not|n't)\b[^.;]{0,30}\b(?:fixed|corrected)|\b(?:known|confirmed) (?:bugs?|issues?|problems?)\b/i;

/** From which offset on an article is a list of fixes: its start, the line of a readme that says so, or null. */
export function fixListFrom(article: Article, reading: Reading): number | null {
  if (NO_LIST.test(article.title)) return null;
  if (TITLE.test(article.title) && (LISTS.test(article.title) || !TROUBLE.test(article.title)))
    return article.span.from;
  const statements = reading.statements();
  if (statements.slice(0, 12).some((s) => STATEMENT.test(s.text) && !DENIED.test(s.text))) return article.span.from;
  return statements.find((s) => README.test(s.text))?.from ?? null;
}
