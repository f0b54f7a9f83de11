/** '*EDITOR Please do not choose this product*Microsoft Visual C++ 32-bit Edition* use 241, 265, 225, version 1.0' */
const EDITOR_NOTE = /\*EDITOR[^*]{0,80}\*([^*]{1,120})\*(?: use \d{2,5}(?:, \d{2,5}){0,9})?/;
/** 'the operating system: Microsoft Windows 95' qualifies the product above it. */
const QUALIFIER = /^(?:the )?(?:operating system|hardware)\s?:|^on platform\(?s?\)?:?$/i;
/** 'used with:', 'when used with:', 'included with:', 'on platform(s):' announce the bullets below. */
const ANNOUNCEMENT = /,?\s(?:when )?(?:used|included) with:?$|,?\son platform\(s\):?$|,?\srunning on:?$/i;

/** Bullets repeat over an archive: 143,000 of them are some 5,000. */
const known = new Map<string, readonly string[]>();
const KNOWN_LIMIT = 20_000;

/** The products that one bullet names, as the labelling guide writes them. */
export function productsOfBullet(bullet: string): readonly string[] {
  let products = known.get(bullet);
  if (products === undefined) {
    if (known.size >= KNOWN_LIMIT || bullet.length >= 400) return readBullet(bullet);
    // A copy: a slice would keep the whole article that it was cut from.
    const own = Buffer.from(bullet).toString();
    products = readBullet(own);
    known.set(own, products);
  }
  return products;
}

function readBullet(bullet: string): string[] {
  let text = bullet.replace(/\s+/g, ' ').trim();
  if (QUALIFIER.test(text)) return [];
  text = text
    .replace(EDITOR_NOTE, '$1')
    .replace(ANNOUNCEMENT, '')
    .replace(/[,;:]+$/, '')
    .trim();
  if (text === '') return [];
  // 'ODBC for Oracle version 2.5, versions Build 2.573.2927': the last list is the one that tells versions apart.
  const at = [...text.matchAll(/,? versions? (?=\S)/gi)].at(-1);
  if (!at) return [plain(text)];
  const base = text.slice(0, at.index);
  const rest = text.slice(at.index + at[0].length);
  const { versions, suffix } = readVersions(rest);
  if (versions.length === 0) return [plain(`${base} ${rest}`)];
  return versions.map((version) => plain(`${base} ${version} ${suffix}`));
}

/** '4.0', '4.0 SP6', '5.5 Service Pack 1', 'Build 2.573.2927', '2.x', then what belongs to every version. */
const VERSION =
  /^((?:v|Build |R)?\d[\w.*]*(?: (?:Service Packs?|SP) ?\d{1,2}[a-z]?| SP\d{1,2}[a-z]?| Service Release \d)?(?: \(SP\d[a-z]?\))?|Service Release \d[a-z]?(?: \(SR-\d[a-z]?\))?)(?: (.*))?$/i;

function readVersions(text: string): { versions: string[]; suffix: string } {
  const versions: string[] = [];
  const suffixes: string[] = [];
  let packed = '';
  for (const raw of text.split(/, (?:and |or )?|,| and | or | & /)) {
    const item = raw.trim();
    if (item === '') continue;
    // 'Service Packs 1, 2, 3' of one version.
    if (packed !== '' && /^\d{1,2}[a-z]?$/.test(item)) {
      versions.push(`${packed} SP${item}`);
      continue;
    }
    const m = VERSION.exec(item);
    if (!m) {
      suffixes.push(item);
      continue;
    }
    const several = /^(\S+) Service Packs \d/i.exec(m[1]!);
    packed = several ? several[1]! : '';
    // '2.1 (GA)' is a version of its own; an edition after the last version holds for all of them.
    const remark = m[2]?.startsWith('(') ? m[2] : '';
    versions.push([m[1]!, remark].filter(Boolean).join(' '));
    if (m[2] && remark === '') suffixes.push(m[2]);
  }
  return { versions, suffix: suffixes.join(' ') };
}

/** Without 'Microsoft', 'version' and commas; 'Service Pack 3' is 'SP3'. */
function plain(name: string): string {
  return name
    .replace(/^Microsoft(?:\(R\))? (?=\S)/i, '')
    .replace(/\((?:R|TM)\)/gi, '')
    .replace(/\bservice packs? ?(\d{1,2}[a-z]?)(?:\.0)?(?: \(SP\d[a-z]?\))?/gi, 'SP$1')
    .replace(/\bsp(\d)/g, 'SP$1')
    .replace(/\bversions?\b/gi, ' ')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
