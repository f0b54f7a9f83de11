/**
 * What the words before a table or list of files say of it:
 * - `attributes`: 'The English version of this fix should have the following file attributes or later'
 * - `list`: 'The Setwiz.exe file contains the following files', 'Microsoft has updated the following files'
 * - `refused`: 'Copy the following files', 'the following files are required': nothing that a fix delivers
 */
export type Intro = 'attributes' | 'list' | 'refused';

/** 'file attributes', 'the following time stamp', 'files that have the attributes', 'contains the files that are listed'. */
const ATTRIBUTES =
  /\bfile attributes\b|\battributes? (?:\(or|or later)|\b(?:following|have|has|these) (?:\w{1,12} ){0,3}(?:time|date|date\/time)[ -]?stamps?\b|\bfiles? that (?:have|has) the(?: following)? attributes|\bshould have the following (?:\w{1,12} ){0,2}(?:attributes|dates?|versions?|file versions?|file (?:date|version|size)s?)\b|\b(?:contains|installs) (?:only )?the (?:updated )?files that are listed in/;

/** What comes as a package: 'Setwiz.exe', 'this hotfix', 'the self-extracting file'. */
const PACKAGE =
  '(?:[\\w~$-]{1,30}\\.(?:exe|zip|hqx|sea|sit|cab)|(?:hot ?)?fix(?:es)?|updates?|patch(?:es)?|packages?|archive|self[- ]extracting|download(?:ed|able)?|samples?|software/data library article|rollup|application note)';
const OPEN = '[^.:]{0,90}?';

const LISTS: readonly RegExp[] = [
  // 'The Setwiz.exe file contains the following files', 'MAPI fixes include the following files'
  new RegExp(
    `\\b${PACKAGE}\\b${OPEN}\\b(?:contains?|includes?|installs?|comprises?|consists? of|creates?|extracts?|provides|replaces|adds|updates|has|contained|expands? to)\\b(?: all)?(?: the| these)? (?:following|these)\\b[^.:]{0,50}\\b(?:files?|tables?|items)\\b`,
  ),
  // 'The following files are contained in the download file, Whatsthis.exe', 'the following files are installed by Vtcpup11.exe'
  new RegExp(
    `\\bfollowing\\b[^.:]{0,40}\\bfiles?\\b[^.:]{0,30}\\b(?:contained|included|installed|extracted|expanded|created|provided|comprised?|comprise|make up|unpacked|shipped)\\b[^.:]{0,60}\\b${PACKAGE}\\b`,
  ),
  // 'The following table lists the files installed by the DirectX 6.1 update'
  new RegExp(
    `\\bfiles? (?:that are |that is )?(?:installed|included|contained|updated|added|extracted) (?:by|in|with|from)\\b[^.:]{0,60}\\b${PACKAGE}\\b`,
  ),
  // 'Microsoft has updated the following files to correct this problem'
  /\bhas (?:updated|modified|changed|corrected|replaced|provided|released|made available) the following\b[^.:]{0,40}\bfiles?\b/,
  // 'This issue is resolved by the following updated file for Windows 95'
  /\b(?:resolved|corrected|fixed|addressed|solved) (?:by|in|with) (?:using )?the following\b[^.:]{0,40}\bfiles?\b/,
  // 'the following updated files', 'with the updated files'
  /\b(?:following|new|these) (?:\w{1,20} ){0,2}updated (?:\w{1,20} ){0,3}files?\b|\bwith the updated files\b/,
  // 'You should receive the following files'
  /\bshould (?:receive|get|now have|see|obtain) the following\b[^.:]{0,30}\bfiles?\b/,
  // 'Copy the following files from this update into the Hotfix folder'
  /\bfollowing\b[^.:]{0,20}\bfiles? from (?:this|the) (?:update|hot ?fix|fix|patch|package)\b/,
  // 'The following files are modified:'
  /\bfollowing\b[^.:]{0,20}\bfiles? (?:is|are|was|were|has been|have been) (?:also )?(?:modified|updated|changed|corrected|replaced|fixed)\b[^.:]{0,30}:?$/,
  // 'The following files comprise the updated SNA Server and client files'
  /\bfollowing\b[^.:]{0,20}\bfiles? comprise\b/,
  // 'To correct this problem, the following files were updated'
  /\bcorrect this problem\b[^.:]{0,60}\bfollowing\b[^.:]{0,30}\bfiles?\b/,
];

/** What is asked of the reader or said of a product: no file of a fix. */
const REFUSED =
  /\b(?:copy|copies|delete|deletes|rename|remove|back ?up|register|verify|locate|find|search|check|require[sd]?|needs?|needed|missing|damaged|corrupt(?:ed)?|exists?|move|associated|affected|conflict|edit|expand the following)\b/;
/** 'disk 1 contains the following files', 'the \\Data folder'. */
const PLACE =
  /\b(?:disks?|cd(?:-rom)?s?|folders?|director(?:y|ies)|setup) (?:\w{1,12} ){0,3}(?:contains?|includes?|has|installs?)\b|\binstalled (?:in|to|on) the\b/;

/** The package itself, which a reader downloads. */
const DOWNLOAD = /\bfiles? (?:is|are) (?:also )?available\b[^.:]{0,60}[.:]$/;

/** Reads the last sentence or two before a table; null where they say nothing of files. */
export function readIntro(prose: string): Intro | null {
  const text = prose.slice(-900).toLowerCase().replace(/\s+/g, ' ');
  if (!/files?\b|attribute|stamp/.test(text)) return null;
  if (ATTRIBUTES.test(text)) return 'attributes';
  if (DOWNLOAD.test(text)) return 'refused';
  // The sentence that ends with the list, or the one before it.
  const start = text.lastIndexOf('. ', text.length - 3);
  const sentence = text.slice(start < 0 ? 0 : start + 2);
  for (const candidate of sentence.length < 60 ? [sentence, text.slice(-300)] : [sentence]) {
    if (!/\b(?:following|updated|files)\b/.test(candidate)) continue;
    if (LISTS.slice(3).some((list) => list.test(candidate))) return 'list';
    if (REFUSED.test(candidate) || PLACE.test(candidate)) return 'refused';
    if (LISTS.slice(0, 3).some((list) => list.test(candidate))) return 'list';
  }
  return /\bfollowing\b[^.:]{0,60}\bfiles?\b|\bfiles?\b[^.:]{0,40}:$/.test(sentence) ? 'refused' : null;
}
