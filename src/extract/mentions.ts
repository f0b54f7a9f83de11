import type { Article } from '../model/article.ts';
import type { Mention, Publication } from '../model/extracted.ts';
import type { Evidence, Relation } from '../model/relation.ts';

/** Extensions of files that fixes ship. */
const EXTENSIONS = new Set(
  'dll exe sys drv vxd ocx cpl com 386 mdb edb inf hlp chm vbx olb tlb ax acm scr msi msp cab'.split(' '),
);
const FILE_CHARACTER = /[\w$~+-]/;
/** Downloads and self-extracting packages are named after an article, not a file that anything ships. */
const PACKAGE = /^(?:q|kb)\d{5,7}|^setup\.exe$|^readme\./;
/** 'Bug-fix', 'hot-fix' and the like are English words. */
const FIX_NAME = /\b(?!(?:bug|hot|quick|pre|post|non|un)-)[a-z][a-z0-9]{1,23}-fix\b(?!\.\w)/gi;
const BULLETIN = /\bMS\d\d-\d{3}\b/g;
const VULNERABILITY = /\b(?:CVE|CAN)-(?:19|20)\d\d-\d{4,7}\b/g;

/** Files, named fixes, bulletins and vulnerabilities that an article names, each once, unless it says more of them elsewhere. */
export function extractMentions(
  article: Article,
  relations: readonly Relation[],
  publications: readonly Publication[],
): Mention[] {
  const said = new Set(publications.map(({ fix }) => fix.toLowerCase()));
  for (const { target } of relations) {
    if ('file' in target) said.add(target.file.toLowerCase());
    if ('fix' in target) said.add(target.fix.toLowerCase());
  }
  const body = article.view.slice(article.span.from, article.span.to);
  const mentions: Mention[] = [];
  const mention = (name: string, from: number, target: Mention['target']) => {
    if (said.has(name.toLowerCase())) return;
    said.add(name.toLowerCase());
    mentions.push({ target, evidence: [quote(article, article.span.from + from, name.length)] });
  };
  for (let dot = body.indexOf('.'); dot >= 0; dot = body.indexOf('.', dot + 1)) {
    // Most dots end a sentence.
    if (body.charCodeAt(dot + 1) <= 32) continue;
    const end = endOfExtension(body, dot + 1);
    if (end === null) continue;
    const from = beginningOfName(body, dot);
    const name = body.slice(from, end);
    if (from < dot && isFile(name, body[from - 1] ?? '')) mention(name, from, { file: name.toLowerCase() });
  }
  for (const { 0: name, index } of body.matchAll(BULLETIN)) mention(name, index, { fix: name });
  for (const { 0: name, index } of body.matchAll(VULNERABILITY)) mention(name, index, { cve: name });
  if (['-fix', '-Fix', '-FIX'].some((ending) => body.includes(ending))) {
    for (const { 0: name, index } of body.matchAll(FIX_NAME)) mention(name, index, { fix: name });
  }
  return mentions;
}

/** Where the extension ends that begins at `from`, or null if no file has it. */
function endOfExtension(body: string, from: number): number | null {
  for (const length of [3, 2]) {
    if (/\w/.test(body[from + length] ?? '')) continue;
    return EXTENSIONS.has(body.slice(from, from + length).toLowerCase()) ? from + length : null;
  }
  return null;
}

/** Where the name begins that ends at `end`: at most 40 characters back. */
function beginningOfName(body: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < 40 && FILE_CHARACTER.test(body[from - 1] ?? '')) from--;
  return from;
}

/** 'Www.example.com' and 'name@host.com' are addresses, '.exe' and '*.dll' are patterns. */
function isFile(name: string, before: string): boolean {
  if (/[.@*?%/]/.test(before) && !(before === '/' && !name.endsWith('.com'))) return false;
  if (
    /\.com$/i.test(name) &&
    !/^(?:command|ntdetect|mode|format|edit|more|tree|diskcopy|win|mouse|loadhigh)\.com$/i.test(name)
  )
    return false;
  return /[a-z]/i.test(name.slice(0, name.lastIndexOf('.'))) && !PACKAGE.test(name.toLowerCase());
}

function quote({ text }: Article, from: number, length: number): Evidence {
  return { from, to: from + length, quote: text.slice(from, from + length) };
}
