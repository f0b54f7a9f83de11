import type { Architecture, Platform } from '../../model/advisories.ts';
import { identifyProduct, type NamedProduct } from './identify-product.ts';
import { slug } from './name-words.ts';
import type { ProductIdentity } from './product-identity.ts';

/** What a feed's name of a product says, each part in one spelling. */
export interface AffectedIdentity {
  /** The same for all spellings; two products with one key are one. */
  key: string;
  label: string;
  /** The component where there is one, else the operating system or the product itself. */
  product: ProductIdentity;
  level: string | null;
  architecture: Architecture | null;
  branch: string | null;
  isServerCore: boolean;
  platform: Platform | null;
  /** The label of what runs on the platform, or null. */
  component: string | null;
}

/** What a processor is called in names, the longest first, since 'x64' stands in 'ARM64-based' no less than alone. */
const ARCHITECTURES: readonly (readonly [RegExp, Architecture])[] = [
  [/\b(?:for )?\(?arm64(?:-based)?(?: (?:systems|editions?|processors?))?\)?/gi, 'arm64'],
  [/\b(?:for )?\(?(?:itanium(?:-based)?|ia-?64)(?: (?:systems|editions?))?\)?/gi, 'ia64'],
  [/\b(?:for )?\(?(?:x64(?:-based)?|64-bit|amd64)(?: (?:systems|editions?|versions?))?\)?/gi, 'x64'],
  [/\b(?:for )?\(?(?:x86(?:-based)?|32-bit)(?: (?:systems|editions?|versions?))?\)?/gi, 'x86'],
  // 'Windows 11 Version 25H2 for ARM systems'; Windows RT, on 32 bits, is called by that name alone.
  [/\bfor arm(?:-based)?(?: systems)?\b/gi, 'arm64'],
];

const SOME_ARCHITECTURE = /\barm|itanium|ia-?64|\b(?:x64|x86|amd64|64-bit|32-bit)/i;

/** 'Windows Server 2012 R2 (Server Core installation)' */
const SERVER_CORE = /\(?\bserver core(?: installation)?\)?/gi;

/** 'SQL Server 2016 for x64-based Systems Service Pack 3 (GDR)', '… (CU 31)' */
const BRANCH = /\((GDR|QFE|LDR|CU)(?: ?(\d{1,3}))?\)/i;

/** 'Exchange Server 2016 Cumulative Update 23', 'Skype for Business Server 2019 CU7', 'Exchange Server 2010 Service Pack 3 Update Rollup 26' */
const COUNTED_SERVER = /\b(?:Exchange|Lync|Skype for Business) Server /i;
const SERVER_RELEASE = / (Cumulative Update|CU|Update Rollup|RU) ?(\d{1,3})$/i;

/** 'Internet Explorer 11 on Windows 7', 'Silverlight 5 when installed on Microsoft Windows' */
const ON = /^(.{2,150}?) (?:when installed )?(?:on|for) ((?:microsoft )?windows\b.{0,150})$/i;

/** The first release of Windows 10, which other feeds and articles leave without a version. */
const FIRST_WINDOWS_10 = /\b(windows 10) (?:version )?1507\b/i;

/** Lines whose members are operating systems. */
const SYSTEM_LINES = new Set(['Windows 2000 and later', 'Windows NT', 'Windows 95, 98 and Me', 'Windows 3.x']);
const SYSTEM_NAME = /^(?:microsoft )?windows (?:rt|server)\b/i;

/** Reads a product's name as feeds print it; every name gives an identity. */
export function identifyAffected(name: string): AffectedIdentity {
  const printed = name.replace(/\s+/g, ' ').trim();
  const branch = branchOf(printed);
  const whole = printed.replace(SERVER_CORE, ' ');
  const isServerCore = whole !== printed;
  const plain = whole
    .replace(BRANCH, ' ')
    .replace(COUNTED_SERVER.test(printed) ? SERVER_RELEASE : '', '')
    .replace(FIRST_WINDOWS_10, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const [, component, system] = ON.exec(plain) ?? [];
  if (component !== undefined && system !== undefined) {
    const on = readPart(system);
    if (isSystem(on)) {
      const own = readPart(component);
      const platform = platformOf(on);
      const architecture = on.architecture ?? own.architecture;
      return describe({ ...own, architecture }, { platform, component: own.product.label, branch, isServerCore });
    }
  }
  const part = readPart(plain);
  return describe(part, { platform: isSystem(part) ? platformOf(part) : null, component: null, branch, isServerCore });
}

/** 'GDR', 'CU31', 'RU26'; null where the name has none. */
function branchOf(printed: string): string | null {
  const [, name, number = ''] = BRANCH.exec(printed) ?? [];
  if (name !== undefined) return name.toUpperCase() + number;
  const [, release, count] = (COUNTED_SERVER.test(printed) && SERVER_RELEASE.exec(printed)) || [];
  return release === undefined ? null : `${/^c/i.test(release) ? 'CU' : 'RU'}${count}`;
}

/** A product by its bare words, where nothing more is to be known of it. */
export function unknownAffected(name: string): AffectedIdentity {
  const product = unnamed(name);
  return {
    key: product.key,
    label: name,
    product,
    level: null,
    architecture: null,
    branch: null,
    isServerCore: false,
    platform: null,
    component: null,
  };
}

interface Part {
  product: ProductIdentity;
  level: string | null;
  architecture: Architecture | null;
}

/** Feeds name a few systems under hundreds of components; a hostile one may name any number. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Part>();

function readPart(name: string): Part {
  let part = remembered.get(name);
  if (part === undefined) {
    part = parsePart(name);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(name, part);
  }
  return part;
}

/** The only system with an edition for another processor that has a family of its own. */
const HAS_OWN_EDITION = /\bXP\b/i;

/** Systems for one processor alone, which feeds mostly leave out: 'Windows Server 2016 for x64-based Systems' is no other. */
const ONLY_X64 = /^windows-(?:rt-|server-(?:20(?:12|16|19|22|25)|1[789]0\d|2004|20h2|23h2))/;

/** A product with its service pack and architecture: the architecture stays in the name where a line knows it there. */
function parsePart(name: string): Part {
  const { rest, architecture } = takeArchitecture(name);
  // 'Windows XP Professional x64 Edition' is an edition with a family of its own; 'Windows 7 x64' is Windows 7.
  const isWhole = architecture === null || rest === '' || HAS_OWN_EDITION.test(name);
  const { product, level }: NamedProduct = identifyProduct(isWhole ? name : rest);
  const isOnlyOne = product !== null && architecture === 'x64' && ONLY_X64.test(product.family.key);
  return { product: product ?? unnamed(name), level, architecture: isOnlyOne ? null : architecture };
}

function takeArchitecture(name: string): { rest: string; architecture: Architecture | null } {
  if (!SOME_ARCHITECTURE.test(name)) return { rest: name, architecture: null };
  let rest = name;
  let architecture: Architecture | null = null;
  for (const [pattern, named] of ARCHITECTURES) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    architecture ??= named;
    rest = without;
  }
  return { rest: rest.replace(/\s+/g, ' ').trim(), architecture };
}

/** Whether a product is an operating system, by its line over all versions and its name. */
export function isOperatingSystem(line: string, name: string): boolean {
  return SYSTEM_LINES.has(line) || SYSTEM_NAME.test(name);
}

const isSystem = ({ product }: Part) => isOperatingSystem(product.family.line, product.label);

function platformOf({ product, level, architecture }: Part): Platform {
  const { family } = product;
  return {
    key: [family.key, levelKey(level), architecture].filter(Boolean).join('-'),
    label: `${family.label}${levelLabel(level)}${architecture === null ? '' : ` (${architecture})`}`,
    family: family.key,
    level,
    architecture,
  };
}

function describe(
  { product, level, architecture }: Part,
  about: Pick<AffectedIdentity, 'platform' | 'component' | 'branch' | 'isServerCore'>,
): AffectedIdentity {
  const { platform, component, branch, isServerCore } = about;
  const marks = [architecture, branch, isServerCore ? 'Server Core' : null];
  const label =
    component !== null && platform !== null
      ? `${product.label}${levelLabel(level)} on ${platform.label}${inBrackets(marks.slice(1))}`
      : `${product.label}${levelLabel(level)}${inBrackets(marks)}`;
  return { key: slug(label), label, product, level, architecture, ...about };
}

const inBrackets = (marks: readonly (string | null)[]): string => {
  const named = marks.filter((mark) => mark !== null);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
};
const levelKey = (level: string | null) => (level === null ? null : /^\d/.test(level) ? `sp${level}` : slug(level));
const levelLabel = (level: string | null) => (level === null ? '' : /^\d/.test(level) ? ` SP${level}` : ` ${level}`);

function unnamed(name: string): ProductIdentity {
  const key = slug(name) || encodeURIComponent(name) || 'unnamed';
  return {
    key,
    label: name,
    family: { key, label: name, version: null, line: name },
    version: null,
    edition: null,
    known: false,
  };
}
