import { SUPPORTED_LEVELS } from './supported-levels.ts';

/** What an update without a product is said to be for. */
const NO_PRODUCT = 'Microsoft Update';

/** 'Cumulative Update for Windows 10 Version 1809 for x64-based Systems', 'Security Update for Microsoft Office 2010 32-Bit Edition' */
const FOR = /\bfor (.{3,300})$/i;
/** Words by which what stands behind 'for' is a product, and no purpose ('Update for the .cs-domain'). */
const BRAND =
  /\b(?:windows|microsoft|office|exchange|sql server|sharepoint|internet explorer|\.net framework|silverlight|visual studio|lync|skype|project|visio|word|excel|powerpoint|outlook|access|publisher|onenote|infopath|biztalk|forefront|isa server|dynamics)\b/i;
const ARCHITECTURE = /\b(arm64|x64|x86|itanium|ia-?64|64-bit|32-bit)\b/i;
/** What Windows Update calls products otherwise than security updates do. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/\s?\((?:KB)?\d{5,8}\)/gi, ''],
  [/\s?\[[^\]]{0,40}\]/g, ''],
  [/ [-–] (?:KB\d{5,8}\b.{0,60}|v?\d[\d.]{0,15})$/i, ''],
  // 'Windows Server 2016 (1709)' is a release of its own; 'Windows Server 2016 (1607)' is the first.
  [/\bWindows Server 2016 \((1709|1803)\)/i, 'Windows Server, version $1'],
  [/\bWindows Server 2019 \((1903|1909)\)/i, 'Windows Server, version $1'],
  [/\b(Windows Server 201[69]) \(1[68]0[79]\)/i, '$1'],
  [/\bMicrosoft server operating system(?:,? version |-)21H2\b/i, 'Windows Server 2022'],
  [/\bMicrosoft server operating system(?:,? version |-)23H2\b/i, 'Windows Server 2022, 23H2 Edition'],
  [/\bMicrosoft server operating system(?:,? version |-)24H2\b/i, 'Windows Server 2025'],
  [/\bWindows 11 for\b/i, 'Windows 11 Version 21H2 for'],
  [/\b(SQL Server .{4,60}?)(?: RTM)? (GDR|QFE|CU)(?= ?\d{0,2}$)/i, '$1 ($2)'],
  [/\b(Exchange Server \d{4}) CU(\d{1,2})$/i, '$1 Cumulative Update $2'],
];
/** The systems at the end of '… for Windows 7 and Server 2008 R2 for x64', with what stands before and behind them. */
const SYSTEMS =
  /^(?:(?<component>.{2,200}) (?:for|on) )?(?<systems>(?:microsoft )?windows\b.{0,150}?)(?<processor> for (?:arm64|x64|x86|itanium|ia-?64|64-bit|32-bit).{0,30}|,? x64 edition)?$/i;

/**
 * The products that an update is for. Its title says it closest ('… for Windows 10 Version 1809 for x64-based Systems'),
 * since the categories hold many releases ('Windows 10'); where the title names none, each category is one, for the
 * processor that the title names. `day` is when the update was made, `YYYY-MM-DD`.
 */
export function productsOf(title: string, categories: readonly string[], day: string | null): string[] {
  const named = productInTitle(title);
  const products =
    named === null ? categories.map((category) => forProcessor(plain(category), title)) : separate(named);
  return products.length === 0 ? [NO_PRODUCT] : [...new Set(products.map((product) => withLevel(product, day)))];
}

function productInTitle(title: string): string | null {
  const product = FOR.exec(plain(title))?.[1]?.trim() ?? null;
  return product !== null && BRAND.test(product) ? product : null;
}

const plain = (name: string): string => CALLED.reduce((text, [called, is]) => text.replace(called, is), name).trim();

function forProcessor(category: string, title: string): string {
  const processor = ARCHITECTURE.exec(title)?.[1];
  if (processor === undefined || ARCHITECTURE.test(category) || !/\bwindows\b/i.test(category)) return category;
  return `${category} for ${processor}-based Systems`;
}

/** 'Windows 8.1, RT 8.1, and Server 2012 R2 for x64' are three systems. */
function separate(product: string): string[] {
  const { component, systems = '', processor = '' } = SYSTEMS.exec(product)?.groups ?? {};
  const names = systems.split(/,? and (?=(?:windows|server)\b)|, (?=(?:windows |server |rt )\D{0,10}\d)/i);
  if (names.length < 2) return [product];
  return names.map((name) => {
    const system = `${/^(?:microsoft )?windows\b/i.test(name) ? '' : 'Windows '}${name}${processor}`;
    return component === undefined ? system : `${component} on ${system}`;
  });
}

/** A system without its service pack, at the only one that still had updates on that day. */
function withLevel(product: string, day: string | null): string {
  if (day === null || /\bservice pack \d|\bSP\d/i.test(product)) return product;
  const level = SUPPORTED_LEVELS.find(({ system, since }) => day >= since && system.test(product))?.level;
  return level === undefined ? product : `${product} ${level}`;
}

/** The number in '2019-08 Cumulative Update for … (KB4512508)' or '… platform - KB4052623 (Version …)', or null. */
export function articleInTitle(title: string): string | null {
  return /(?:\(| - )KB(\d{5,8})\b/i.exec(title)?.[1] ?? null;
}
