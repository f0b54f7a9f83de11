/**
 * What the words before a table or list of files say of it:
 * - `attributes`: 'The English version of this fix should have the following file attributes or later'
 * - `fix`: 'obtain the following hotfix': its rows must show that they are a file's, by date and size
 * - `list`: 'The Setwiz.exe file contains the following files', 'Microsoft has updated the following files'
 * - `refused`: 'Copy the following files', 'the following files are required': nothing that a fix delivers
 */
export type Intro = 'attributes' | 'fix' | 'list' | 'refused';

/** 'file attributes', 'the following time stamp', 'files that have the attributes', 'contains the files that are listed'. */
const ATTRIBUTES =
  /\b(?:following|these|has|have|the) file at\w{3,9}s\b(?! on\b)|\battributes? (?:\(or|or later)|\b(?:following|have|has|these) (?:\w{1,12} ){0,3}(?:time|date|date\/time)[ -]?stamps?\b|\bfiles? that (?:have|has) the(?: following)? attributes|\bshould have the following (?:\w{1,12} ){0,2}(?:attributes|details|dates?|versions?|file versions?|file (?:date|version|size)s?)\b|\b(?:contains|installs) (?:only )?the (?:updated )?files that are listed in/;

/** What comes as a package: 'Setwiz.exe', 'this hotfix', 'the self-extracting file'. */
const PACKAGE =
  '(?:[\\w~$-]{1,30}\\.(?:exe|zip|hqx|sea|sit|cab)|(?:hot ?)?fix(?:es)?|updates?|patch(?:es)?|packages?|archive|self[- ]extracting|download(?:ed|able)?|samples?|software/data library article|rollup|application note|service pack \\d)';
/** What may stand between, within a sentence: 'DirectX 6.1' does not end one. */
const within = (most: number): string => `(?:[^.:]|\\.\\d){0,${most}}`;

/** A package that holds files. */
const PACKED: readonly RegExp[] = [
  // 'The Setwiz.exe file contains the following files', 'MAPI fixes include the following files'
  new RegExp(
    `\\b${PACKAGE}\\b${within(90)}\\b(?:contains?|includes?|installs?|comprises?|consists? of|creates?|extracts?|provides|replaces|adds|updates|has|contained|expands? to)\\b(?: all)?(?: the| these)? (?:following|these)\\b[^.:]{0,50}\\b(?:files?|tables?|items)\\b`,
  ),
  // 'The following files are contained in the download file, Whatsthis.exe', 'the following files are installed by Vtcpup11.exe'
  new RegExp(
    `\\bfollowing\\b[^.:]{0,40}\\bfiles?\\b[^.:]{0,30}\\b(?:contained|included|installed|extracted|expanded|created|provided|comprised?|comprise|make up|unpacked|shipped)\\b${within(60)}\\b${PACKAGE}\\b`,
  ),
  // 'The following table lists the files installed by the DirectX 6.1 update'
  new RegExp(
    `\\bfiles? (?:that are |that is )?(?:installed|included|contained|updated|added|extracted) (?:by|in|with|from)\\b${within(60)}\\b${PACKAGE}\\b`,
  ),
];

/** A sentence that says by itself that a fix changes files. */
const STATED: readonly RegExp[] = [
  // 'Microsoft has updated the following files to correct this problem'
  /\b(?:has|microsoft) (?:updated|modified|changed|corrected|provided|released|made available) the following\b[^.:]{0,40}\bfiles?\b/,
  // 'This issue is resolved by the following updated file for Windows 95'
  /\b(?:resolved|corrected|fixed|addressed|solved) (?:by|in|with) (?:using )?the following\b[^.:]{0,40}\bfiles?\b/,
  // 'the following updated files', 'with the updated files'
  /\b(?:following|new|these) (?:\w{1,20} ){0,2}updated (?:\w{1,20} ){0,3}files?\b|\bwith the updated files\b/,
  // 'You should receive the following files'
  /\bshould (?:receive|get|now have|see|obtain) the following\b[^.:]{0,30}\bfiles?\b/,
  // 'These files contain the following files'
  /\b(?:this|these|the) files? (?:contains?|includes?|installs?) the following files?\b/,
  // 'Directory fixes include the following files'
  /\bfixes (?:\w{1,15} ){0,3}includes? the following files\b/,
  // 'This set contains the following files', 'the following files are included in this release'
  /\bthis (?:set|release|kit|driver) (?:contains|includes) the following\b|\bfollowing files are (?:included|contained) in this\b/,
  // 'Copy the following files from this update into the Hotfix folder'
  /\bfollowing\b[^.:]{0,20}\bfiles? from (?:this|the) (?:update|hot ?fix|fix|patch|package)\b/,
  // 'The following files are modified:'
  /\bfollowing\b[^.:]{0,20}\bfiles? (?:is|are|was|were|has been|have been|will be) (?:also )?(?:modified|updated|changed|corrected|fixed)\b(?:[^.:]|\.\d){0,80}:?$/,
  // 'The following files comprise the updated SNA Server and client files'
  /\bfollowing\b[^.:]{0,20}\bfiles? comprise\b/,
  // 'To correct this problem, the following files were updated'
  /\bcorrect this problem\b[^.:]{0,20}\bthe following\b[^.:]{0,30}\bfiles?\b/,
];

/** What is asked of the reader or said of a product: no file of a fix. */
const REFUSED =
  /\b(?:make sure|ensure|confirm|copy|copies|delete|deletes|rename|remove|back ?up|register|verify|locate|find|search|check|require[sd]?|needs?|needed|missing|damaged|corrupt(?:ed)?|exists?|move|associated|affected|conflict|edit|expand the following)\b/;
/** 'disk 1 contains the following files', 'the \\Data folder'. */
const PLACE =
  /\b(?:disks?|cd(?:-rom)?s?|folders?|director(?:y|ies)|setup) (?:\w{1,12} ){0,3}(?:contains?|includes?|has|installs?)\b|\binstalled (?:in|to|on) the\b|\binstalled (?:if|when) you (?:click|select|choose)\b/;

/** The package itself, which a reader downloads. */
const DOWNLOAD = /\bfiles? (?:is|are) (?:also )?available\b[^.:]{0,60}[.:]$/;

/** 'Obtain the following fix, or wait for the next service pack.' */
const FIX = /\b(?:following|this|the) (?:\w{1,15} ){0,2}(?:hot ?fix(?:es)?|fix(?:es)?|patch(?:es)?|updates?)\b/;
/** The paragraph that ends what Microsoft says of a download. */
const SCANNED = /unauthorized changes to the files?\.$/i;
export const isScanNotice = (paragraph: string): boolean => SCANNED.test(paragraph);

/** Reads the last sentences before a table or list; null where they say nothing of files. */
export function readIntro(prose: string): Intro | null {
  const text = prose.slice(-900).toLowerCase().replace(/\s+/g, ' ');
  if (!/files?\b|attribute|stamp|fix|patch|update/.test(text)) return null;
  if (ATTRIBUTES.test(text)) return /\bcause this\b/.test(text) ? 'refused' : 'attributes';
  if (DOWNLOAD.test(text)) return 'refused';
  if (SCANNED.test(text)) return 'fix';
  for (const sentence of lastSentences(text)) {
    if (STATED.some((list) => list.test(sentence))) return 'list';
    if (REFUSED.test(sentence) || PLACE.test(sentence)) {
      if (/\bfiles?\b/.test(sentence)) return 'refused';
      break;
    }
    if (PACKED.some((list) => list.test(sentence))) return 'list';
  }
  if (FIX.test(text.slice(-400))) return 'fix';
  return /\bfollowing\b[^.:]{0,60}\bfiles?\b/.test(text) ? 'refused' : null;
}

/** The last three sentences, the last first. */
function lastSentences(text: string): string[] {
  const sentences: string[] = [];
  let end = text.length;
  while (end > 0 && sentences.length < 3) {
    const stop = text.lastIndexOf('. ', end - 3);
    sentences.push(text.slice(stop < 0 ? 0 : stop + 2, end));
    end = stop < 0 ? 0 : stop + 1;
  }
  return sentences;
}
