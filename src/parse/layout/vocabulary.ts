/**
 * What a heading is to its article: a `section` ('RESOLUTION'), a `part` of one ('Restart requirement'),
 * a `product` that scopes what follows ('Windows Server 2003'), or `other`.
 */
export type HeadingRank = 'section' | 'part' | 'product' | 'other';

const SECTIONS = [
  'Symptoms',
  'Symptom',
  'Cause',
  'Causes',
  'Resolution',
  'Workaround',
  'Status',
  'More information',
  'Additional information',
  'References',
  'Introduction',
  'Summary',
  'Issue',
  'Problem',
  'Problem description',
  'Overview',
  'Background',
  'Improvements and fixes',
  'Third-party information disclaimer',
  'Properties',
] as const;

const SUBJECTS = [
  '',
  'Hotfix',
  'Hotfix package',
  'Hotfix rollup',
  'Update',
  'Update rollup',
  'Update package',
  'Software update',
  'Security update',
  'Cumulative update',
  'Cumulative update package',
  'Service pack',
  'Feature pack',
  'Rollup',
  'Package',
  'Fix',
] as const;

const INFORMATION = ['information', 'replacement information', 'file information', 'download information'] as const;

const PARTS = [
  ...SUBJECTS.flatMap((subject) =>
    INFORMATION.filter((what) => subject !== '' || what !== 'information').map((what) =>
      capital(`${subject} ${what}`.trim()),
    ),
  ),
  'Prerequisites',
  'Prerequisite',
  'Restart requirement',
  'Restart requirements',
  'Restart information',
  'Registry information',
  'Registry requirement',
  'Removal information',
  'Uninstall information',
  'Setup information',
  'Installation information',
  'Additional installation information',
  'Other installation information',
  'Installation instructions',
  'Hotfix installation instructions',
  'Additional file information',
  'File hash information',
  'File attributes',
  'Version information',
  'Known issues',
  'Known issues in this update',
  'Fixed issues',
  'Release history',
  'Issues that the update rollup fixes',
  'Issues that this update rollup fixes',
  'Issues that are fixed in this update',
  'Issues that this update fixes',
  'Issues that the hotfix package fixes',
  'Issues that this hotfix package fixes',
  'Issues that the hotfix fixes',
  'Issues that this hotfix fixes',
  'How to obtain this update',
  'How to obtain the update',
  'How to obtain this hotfix',
  'How to obtain this update rollup',
  'How to get this update',
  'How to get and install the update',
  'How to download and install the update',
  'How to obtain help and support for this update',
] as const;

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const RANKS: ReadonlyMap<string, HeadingRank> = new Map([
  ...PARTS.map((name) => [name.toLowerCase(), 'part'] as const),
  ...SECTIONS.map((name) => [name.toLowerCase(), 'section'] as const),
  ...['applies to', 'on this page', 'how to get this update'].map((name) => [name, 'section'] as const),
]);

// 'How to get this update', 'How to obtain help and support for this security update'; not 'How to obtain the latest service pack'.
const HOW_TO =
  /^How to (?:obtain|get|download)(?: and (?:install|get|use))?(?: help and support for)? (?:this|the) (?!latest)(?:[a-z]{1,12} ){0,3}(?:update|hotfix|rollup|package|patch)$/i;

/** The rank of a known heading that stands alone ('MORE INFORMATION', 'Prerequisites:'), or null. */
export function knownRank(line: string): HeadingRank | null {
  if (line.length > 80) return null;
  if (HOW_TO.test(line)) return 'part';
  const name = line
    .replace(/[:.]$/, '')
    .replace(/\s{1,8}/g, ' ')
    .toLowerCase();
  return RANKS.get(name) ?? null;
}

const LOWER_WORDS = new Set(['and', 'in', 'the', 'to', 'for', 'this', 'that', 'are', 'is', 'of']);
const titled = (name: string): string =>
  name
    .split(' ')
    .map((word, i) => (i > 0 && LOWER_WORDS.has(word) ? word : capital(word)))
    .join(' ');

const NAMES = [...new Set([...SECTIONS, ...PARTS].flatMap((name) => [name, titled(name), name.toUpperCase()]))].sort(
  (a, b) => b.length - a.length,
);

/** Any known heading as it is printed, in the three ways of capitals; the longest first. */
export const HEADING_NAMES: string = NAMES.map((name) => name.replace(/[.-]/g, '\\$&')).join('|');

const FAMILY =
  '(?:Microsoft )?(?:Windows|Exchange|SQL Server|SQL|Internet Explorer|Internet Information|IIS|Office|Outlook|Word|Excel|Access|PowerPoint|Publisher|Visio|Project|Visual|SharePoint|BizTalk|ISA Server|Internet Security|Systems Management Server|SMS|System Center|Configuration Manager|Operations Manager|MDAC|Data Access|\\.NET|Live Communications|Office Communications|Lync|Skype|Small Business Server|BackOffice|Host Integration|SNA Server|Site Server|Proxy Server|Commerce Server|Content Management|Terminal S|Forefront|Dynamics|MSXML|XML Core|DirectX|DirectPlay|Media Player|Services for|Virtual|Hyper-V|Active Directory|Data Protection|Identity|Azure|Message Queuing|Mobile)\\b';
const PLATFORM_WORDS =
  '(?:(?:x86|x64|IA-?64|Itanium|32-bit|64-bit|Intel|Alpha|AMD64|ARM(?:64)?)[- ](?:based|x86|x64|\\(x86\\)|\\(x64\\)|versions?|editions?|systems?|platforms?|computers?))';
const SCOPED = new RegExp(
  `^(?:Additional (?:files?|file information) (?:for|about) |File information (?:for|about) |Files? (?:for|in) |Hotfix (?:for|information for) |Update (?:for|information for) |For (?:computers (?:that are )?running )?|On )?(?:all (?:supported )?(?:versions of |editions of )?)?(?:${PLATFORM_WORDS}|${FAMILY})`,
  'i',
);
const BARE_PLATFORM =
  /^(?:x86|x64|IA-?64|Intel|Alpha|i386|AMD64|ARM(?:64)?|Itanium|32-bit|64-bit)(?: (?:versions?|editions?|platform|systems?))?$/i;
const SENTENCE =
  /[.;?!]$|\b(?:is|are|was|were|does|do|did|can|cannot|must|may|might|will|should|has|have|had|you|your|when|if|because|after|before|how|why|what|click|stops?|fails?|resembles|example|following|error|see)\b/i;

/**
 * Whether a line names a product or platform and nothing else: 'Windows Server 2003, 32-bit x86 editions',
 * 'For all supported x64-based versions of Windows 7', 'SQL Server 2000 64-bit version', 'Itanium-based versions'.
 */
export function namesProduct(line: string): boolean {
  if (line.length < 3 || line.length > 140) return false;
  if (BARE_PLATFORM.test(line)) return true;
  if (!SCOPED.test(line) || SENTENCE.test(line.replace(/\.NET/g, 'NET'))) return false;
  return /\d|\b(?:Vista|XP|Me|NT|Server|Edition|versions?|editions?|systems?|RT)\b/.test(line);
}
