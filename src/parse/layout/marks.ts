import type { SourceFile } from '../../model/source-file.ts';
import { withLineFeeds } from './characters.ts';

// The marks of each form, in one place: every dialect claims what bears its mark and no mark of a stronger form,
// so that the order of dialects does not matter.

const HEAD = 6000;

/** 'DOCUMENT:Q260695' or 'Article: Q182918': Microsoft's own archive and its ports, in text. */
const isQArticle = (text: string): boolean =>
  /^\s{0,200}DOCUMENT:[ \t]{0,8}Q\d{4,7}\b/.test(text.slice(0, 300)) ||
  /(?:^|\n)[ \t]{0,8}Article: {0,8}Q\d{4,7}\b/.test(text.slice(0, HEAD));

const BLOCK_TAG = /<(?:p|h[1-6]|table|div|ul|ol|pre|body|html|section)\b[^<>]{0,300}>/gi;

/** Whether the text is HTML: a document, or a part of one with several block elements. */
function isHtml(text: string): boolean {
  if (/^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!DOCTYPE html|html|head|body)\b/i.test(text.slice(0, 800)))
    return true;
  let tags = 0;
  for (const _ of text.slice(0, HEAD * 2).matchAll(BLOCK_TAG)) if (++tags >= 4) return true;
  return false;
}

const NOTICE =
  /(?:^|[\n\r])[ \t>*#]{0,8}Notice:\s{1,3}This\s{1,3}website\s{1,3}is\s{1,3}an\s{1,3}unofficial\s{1,3}Microsoft\s{1,3}Knowledge\s{1,3}Base/;

const isArchive = (text: string): boolean =>
  NOTICE.test(text.slice(0, 4000)) ||
  (/↑ Back to the top/.test(text) && /Article Info\s{1,20}Article ID/.test(text.slice(-3000)));

const isBeta = (text: string): boolean =>
  /(?:^|\n)[ \t#*]{0,8}Microsoft KB Archive\/Q?\d{4,7}\b/.test(text.slice(0, HEAD)) ||
  /(?:^|\n)From BetaArchive Wiki/.test(text.slice(0, HEAD)) ||
  (/(?:^|\n)Article Last Modified on \d/.test(text.slice(0, HEAD)) &&
    /(?:^|\n)Article ID: ?\d/.test(text.slice(0, HEAD)));

const FRONT_MATTER = /^\s{0,20}---[ \t]{0,8}\r?\n/;
const LEARN_FIELD =
  /(?:^|\n)(?:ms\.(?:date|topic|prod|service|technology|author|custom|reviewer|subservice|assetid)|titleSuffix) {0,2}:/;
const ORIGINAL = /(?:^|\n)[ \t>*_]{0,8}Original (?:KB number|product version):/;

const isLearn = (text: string): boolean => {
  const head = text.slice(0, HEAD);
  return (FRONT_MATTER.test(head.slice(0, 60)) && LEARN_FIELD.test(head)) || ORIGINAL.test(head);
};

/** What gives a support page its shape: a header's line, a heading alone in its line, a set phrase. One must be there. */
const SHAPE = [
  /(?:^|[\n.])[ \t*#|]{0,8}Article ID ?: ?\d{5,7}/,
  /View products that this article applies to/,
  /click\s{1,3}the\s{1,3}following\s{1,3}article\s{1,3}number/,
  /file\s{1,3}attributes \(or later/,
  /previously published under Q\d{4}/,
  /(?:^|[.:!?"\n] ?)(?:SYMPTOMS|CAUSE|RESOLUTION|SUMMARY) ?[A-Z][a-z]/,
];
/** A section's heading that stands alone in its line; each one that is different counts. */
const HEADING =
  /(?:^|\n)[ \t#*|]{0,8}(Symptoms|SYMPTOMS|Cause|CAUSE|Resolution|RESOLUTION|Workaround|WORKAROUND|STATUS|More [Ii]nformation|MORE INFORMATION|A[Pp][Pp][Ll][Ii][Ee][Ss] [Tt][Oo]|Restart (?:requirement|information)|(?:Hotfix|Update|Software update|Service pack) (?:replacement )?information|File information)[ \t]{0,8}:?[ \t]{0,8}(?=\r?\n|$)/g;
/** What support pages say as well; three things in all make one. */
const WORDS = [
  /Last Review(?:ed)? ?: ?[A-Z\d]/,
  /Microsoft (?:Help and Support|Knowledge Base Article)/,
  /in the\s{1,4}Microsoft\s{1,4}Knowledge\s{1,4}Base/,
  /support\.microsoft\.com\/(?:kb|help|default|en-us)/,
  /(?:Hotfix|Update|Cumulative update|Software update) (?:replacement )?information/i,
  /Restart (?:requirement|information)/i,
  /Prerequisites/i,
  /\b(?:hotfix|(?:software|security|cumulative) update|service pack|update rollup)\b/i,
  /Microsoft has confirmed (?:that )?this/,
  /\bKB ?\d{6,7}\b/,
  /(?:^|\n)\|? ?Keywords ?:/,
];
const ENOUGH = 3;

/** Source code, licences and notes to a project's readers may speak of support pages; they are none. */
const NO_PAGE =
  /^(?:#!|\/\*|\/\/ |<\?php|import |package |using |\{|MIT License|Apache License|\s{0,40}GNU )|^# {0,3}(?:README|Install|Contributing|Changelog)\b|(?:^|\n)(?:## (?:Installation|Usage|License|Contributing)|npm install|Permission is hereby granted|def \w+\(|function \w+\(|#include )/i;

/** Whether a text says several things that only support pages say. */
export function isSupportText(text: string): boolean {
  if (NO_PAGE.test(text.slice(0, 3000))) return false;
  const part = text.slice(0, 60_000);
  const headings = new Set<string>();
  for (const m of part.matchAll(HEADING)) headings.add(m[1]!.toLowerCase());
  let marks = headings.size;
  for (const mark of SHAPE) if (mark.test(part)) marks++;
  if (marks === 0) return false;
  for (const mark of WORDS) if (mark.test(part)) marks++;
  return marks >= ENOUGH;
}

type Form = 'q-article' | 'html' | 'archive' | 'beta' | 'learn' | 'support' | null;

function formOf(decoded: string): Form {
  const text = withLineFeeds(decoded);
  // An article about HTML holds tags; the HTML port of an article begins with one.
  if (isQArticle(text) && !/^\s{0,200}</.test(text.slice(0, 300))) return 'q-article';
  if (isHtml(text)) return 'html';
  if (isArchive(text)) return 'archive';
  if (isBeta(text)) return 'beta';
  if (isLearn(text)) return 'learn';
  return isSupportText(text) ? 'support' : null;
}

/** The notice of the unofficial archive, or its foot. */
export const isArchiveDump = (source: SourceFile): boolean => formOf(source.text) === 'archive';
/** 'Microsoft KB Archive/817765', 'From BetaArchive Wiki'. */
export const isBetaArchive = (source: SourceFile): boolean => formOf(source.text) === 'beta';
/** 'Article: Q182918' instead of 'DOCUMENT:Q182918': a Q article as the public archive's Markdown port prints it. */
export const isMarkdownPort = (source: SourceFile): boolean =>
  formOf(source.text) === 'q-article' && !/^\s{0,200}DOCUMENT:/.test(source.text.slice(0, 300));
/** HTML, whatever article it holds. */
export const isHtmlPage = (source: SourceFile): boolean => formOf(source.text) === 'html';
/** Front matter with Microsoft's fields, or 'Original KB number:'. */
export const isLearnMarkdown = (source: SourceFile): boolean => formOf(source.text) === 'learn';
/** Any other text with several marks of a support page. */
export const isSupportPage = (source: SourceFile): boolean => formOf(source.text) === 'support';
