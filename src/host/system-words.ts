import type { Architecture } from '../model/advisories.ts';
import { plainSpaces } from './capture-lines.ts';

const ARCHITECTURE_WORDS: readonly (readonly [RegExp, Architecture])[] = [
  [/\barm64\b|aarch64/i, 'arm64'],
  [/\b(?:ia-?64|itanium)/i, 'ia64'],
  [/(?:^|[^a-z0-9])(?:x64|amd64|x86[-_]64|em64t|64[ -]?bit)/i, 'x64'],
  [/(?:^|[^a-z0-9])(?:x86|i[3-6]86|32[ -]?bit)/i, 'x86'],
];

/** The processor that a text names ('x64-based PC', 'X86-basierter PC', 'AMD64'), or null. */
export function architectureIn(text: string): Architecture | null {
  return ARCHITECTURE_WORDS.find(([word]) => word.test(text))?.[1] ?? null;
}

/**
 * A system's name without trade marks. Code page 437 has none of the signs, so that its captures say
 * 'Microsoftr Windows Serverr 2008' and 'Windows VistaT'; elsewhere they are '(R)', '®' or '(TM)'.
 */
export function plainSystemName(printed: string): string {
  const plain = plainSpaces(printed)
    .replaceAll(/\((?:r|tm|c)\)|[®™©\ufffd]/gi, ' ')
    .replaceAll(/\b(Microsoft|Windows|Server)r\b/g, '$1')
    .replaceAll(/\bVista(?:T|Ö)(?=\s|$)/g, 'Vista')
    // A no-break space that was decoded with another code page stands between the name and its number: 'Windowsÿ7'.
    .replaceAll(/\b(Windows)[^\p{ASCII}]{1,2}(?=\d)/gu, '$1 ');
  return plainSpaces(plain).replaceAll(' ,', ',');
}

/** Whether a text reads like the name of an operating system of Microsoft's. */
export function isSystemName(text: string): boolean {
  return /\bWindows|\bHyper-V Server\b|\bAzure Stack\b/i.test(plainSystemName(text));
}

/** 'Service Pack 3', 'Service Pack 6a', 'SP2', 'Szervizcsomag 1', 'Service Pack 1, v.721': the level, or null. */
export function servicePackIn(text: string): string | null {
  const level = /(?:service pack|\bsp|[^\s\d]+csomag|packs?)\s?(\d{1,2}[a-z]?)(?![\w.])/i.exec(plainSpaces(text))?.[1];
  return level?.toLowerCase() ?? null;
}
