import type { EdgeEvidence, GraphEdge } from '../../model/graph.ts';
import { HOST_FAMILIES } from '../../model/host-families.ts';
import type { Baseline } from './baseline.ts';
import { baselineOf } from './baseline.ts';
import type { InferenceFacts } from './facts.ts';
import { isFixList } from './fix-lists.ts';
import { type BuildVersion, lineOf, readVersion } from './version.ts';

/** One build of a file as a row prints it. */
export interface Build {
  printed: string | null;
  version: BuildVersion | null;
  /** The line of builds that it is compared in; '' where it has no version. */
  line: string;
  /** Its place among the builds of its line, the oldest first; -1 where it has no version. */
  rank: number;
  date: string | null;
  size: number | null;
  evidence: EdgeEvidence | undefined;
}

/** What one article delivers for one family, platform, language and branch. */
export interface Package {
  article: number;
  /** What must be equal for two packages to be compared. */
  bucket: string;
  family: string;
  platform: string;
  language: string | null;
  encryption: string | null;
  /** Whether no platform is stated, and Intel's is taken to be meant. */
  isPlatformAssumed: boolean;
  branch: string | null;
  release: string | null;
  baseline: Baseline;
  /** Whether the article only tells of fixes. */
  isList: boolean;
  /** Files' nodes → their builds: one a line of builds, and the newest of each. */
  files: Map<number, Build[]>;
}

/** What installs other files, explains or is source code says nothing of what a fix contains. */
const NOT_COUNTED =
  /\.(?:inf|cat|dbg|pdb|sym|txt|doc|wri|rtf|c|cc|cpp|cxx|h|hpp|rc|rc2|frm|frx|bas|cls|vbp|vbw|vbg|mak|mk|dsp|dsw|clw|java|prg|scx|sct|pjx|pjt|vcx|vct|frt|lib|ico|bmp|def|idl|odl|zip|cab|msi|lst|bat)$|^(?:setup|update|hotfix|spuninst|install|uninst|acmsetup|acmboot|_setup|readme|license)\w{0,8}\.|^(?:q|kb)\d{5,7}|^\w{1,24}fix[a-z]?\.exe$|^(?:nt|sp|w2k|wn)\d\w{0,12}_?sp\d\w{0,8}\.exe$/;
const PROCESSORS: readonly [RegExp, string][] = [
  [/^(?:i?x86|i?[3-6]86|x386|intel|i86)$/, 'x86'],
  [/^(?:alpha|axp)$/, 'alpha'],
  [/^(?:ia-?64|itanium)$/, 'ia64'],
  [/^(?:x64|amd64)$/, 'x64'],
];

/** Everything that articles deliver, as packages that can be compared. */
export function packagesOf(facts: InferenceFacts): Package[] {
  const several = familiesOfSeveralPlatforms(facts);
  const packages = new Map<string, Package>();
  const byArticle = new Map<number, GraphEdge[]>();
  for (const edge of facts.ofKind('ships')) {
    if (edge.file === null || (edge.file.version === null && edge.file.date === null)) continue;
    if (NOT_COUNTED.test(facts.node(edge.target).label)) continue;
    const known = byArticle.get(edge.source);
    if (known === undefined) byArticle.set(edge.source, [edge]);
    else known.push(edge);
  }
  for (const [article, rows] of byArticle) {
    const named = new Set(rows.flatMap(({ file }) => platformsOf(file?.platform ?? null)));
    for (const row of rows) {
      const printed = row.file?.platform ?? null;
      // A row without a platform beside rows with one belongs to each of them.
      const platforms = printed === null && named.size > 0 ? [...named] : platformsOf(printed);
      for (const { family, level } of placesOf(facts, row)) {
        // Where other processors' packages exist, a row without a platform is taken to be Intel's, and that is told.
        const isPlatformAssumed = platforms.length === 0 && several.has(family);
        for (const platform of platforms.length > 0 ? platforms : ['x86'])
          addRow(facts, packages, { article, row, family, level, platform, isPlatformAssumed });
      }
    }
  }
  return [...packages.values()];
}

interface Place {
  family: string;
  level: string | null;
}

/** The families that a row is for: those of its scope, else all that its article is about. */
function placesOf(facts: InferenceFacts, { source, scope, file }: GraphEdge): Place[] {
  const families = [...facts.families(source)];
  const product = scope?.product === undefined ? null : facts.scopedProduct(scope.product);
  if (product?.isVersioned) {
    if (families.includes(product.family)) return [{ family: product.family, level: product.level }];
    // 'The Windows NT 4.0 version of this fix' of an article on Internet Information Server is for that.
    const hosted = families.filter((family) => HOST_FAMILIES[family] === product.family);
    const own = hosted.length > 0 ? hosted : [product.family];
    return own.map((family) => ({ family, level: product.level }));
  }
  // 'Windows NT' without a version: those of its families that the article is about.
  const fitting = product === null ? families : families.filter((family) => family.startsWith(`${product.family}-`));
  const chosen = fitting.length > 0 ? fitting : families;
  return ofLine(facts, chosen, file?.version ?? null).map((family) => ({ family, level: product?.level ?? null }));
}

/** Of several families, those that a build's line belongs to, where its number tells: 5.5.2652.6 is Exchange Server 5.5's. */
function ofLine(facts: InferenceFacts, families: readonly string[], printed: string | null): readonly string[] {
  const version = printed === null ? null : readVersion(printed);
  if (families.length < 2 || version === null || version.isShort) return families;
  const line = lineOf(version);
  const terminal = families.filter((family) => family.includes('terminal-server'));
  if (line.endsWith('Terminal Server') && terminal.length > 0) return terminal;
  const own = families.filter((family) => facts.familyVersion(family) === line);
  return own.length > 0 ? [...own, ...(line === '4.0' ? terminal : [])] : families;
}

interface RowOfPackage {
  article: number;
  row: GraphEdge;
  platform: string;
  isPlatformAssumed: boolean;
}

function addRow(
  facts: InferenceFacts,
  packages: Map<string, Package>,
  { article, row, family, level, platform, isPlatformAssumed }: Place & RowOfPackage,
): void {
  const { scope, file, target, evidence } = row;
  if (file === null) return;
  const language = scope?.language === undefined || /^english\b/i.test(scope.language) ? null : scope.language;
  const encryption = strengthOf(scope?.encryption ?? /\b(?:40|56|128)-?bit\b/i.exec(file.platform ?? '')?.[0] ?? null);
  const branch = scope?.branch ?? null;
  const release = scope?.release ?? null;
  const bucket = [family, platform, language ?? '', encryption ?? '', branch ?? ''].join('|');
  const key = [article, bucket, release ?? '', level ?? '', scope?.baseline ?? ''].join('|');
  let own = packages.get(key);
  if (own === undefined) {
    const baseline = baselineOf(facts, article, family, level ?? levelIn(facts, scope?.baseline));
    const isList = isFixList(facts.node(article));
    const where = { article, bucket, family, platform, isPlatformAssumed, language, encryption, branch, release };
    own = { ...where, baseline, isList, files: new Map() };
    packages.set(key, own);
  }
  const version = file.version === null ? null : informative(readVersion(file.version));
  const build: Build = {
    printed: version === null ? null : file.version,
    version,
    line: version === null ? '' : lineOf(version),
    rank: -1,
    date: file.date,
    size: file.size,
    evidence: evidence[0],
  };
  const builds = own.files.get(target);
  if (builds === undefined) own.files.set(target, [build]);
  else builds.push(build);
}

/** One name for each strength: what was sold in North America alone had 128 bits. */
const strengthOf = (printed: string | null): string | null =>
  printed === 'North American' ? '128-bit' : (printed?.replace(/^(\d+)-?bit$/i, '$1-bit') ?? null);

/** A version without a build ('4.0', '1.2.0.0') is the product's: every build of a file may have it. */
function informative(version: BuildVersion | null): BuildVersion | null {
  return version?.isShort || version?.parts.slice(2).some((part) => part > 0) ? version : null;
}

const levelIn = (facts: InferenceFacts, baseline: string | undefined): string | null =>
  baseline === undefined
    ? null
    : (facts.scopedProduct(baseline)?.level ?? /\bSP ?(\d[a-z]?)\b/i.exec(baseline)?.[1] ?? null);

/** 'Intel' → x86; 'Intel and Alpha' → both; what is no processor stays as it is. */
function platformsOf(printed: string | null): string[] {
  if (printed === null) return [];
  const words = printed
    .toLowerCase()
    .replace(/<[^>]{0,10}>|-based|\b(?:40|56|128)-?bit\b/g, (tag) => (/^<\w/.test(tag) ? tag.slice(1, -1) : ''))
    .split(/ and |[,/&]/)
    .map((word) => word.replace(/[^\w ]/g, '').trim())
    .filter((word) => word !== '' && word !== 'br');
  return words.map((word) => PROCESSORS.find(([pattern]) => pattern.test(word))?.[1] ?? word);
}

/** Families with packages for another processor than Intel's: only there may a row without a platform be of either. */
function familiesOfSeveralPlatforms(facts: InferenceFacts): Set<string> {
  const several = new Set<string>();
  for (const row of facts.ofKind('ships')) {
    if (
      platformsOf(row.file?.platform ?? null).some((platform) => /^(?:alpha|ia64|x64|mips|ppc|powerpc)$/.test(platform))
    )
      for (const { family } of placesOf(facts, row)) several.add(family);
  }
  return several;
}
