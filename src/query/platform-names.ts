/** Processors, each with the ways to write it. */
const PROCESSORS: readonly (readonly [string, RegExp])[] = [
  ['x86', /^(?:i?x86|i?[3-6]86|x386|intel|i86|win32)$/],
  ['x64', /^(?:x64|amd64|em64t)$/],
  ['IA-64', /^(?:ia ?64|itanium)$/],
  ['Alpha', /^(?:alpha|axp|dec alpha)$/],
  ['MIPS', /^mips$/],
  ['PowerPC', /^(?:ppc|powerpc)$/],
];

/** The processors that files are told apart by. */
export const PLATFORM_NAMES: readonly string[] = PROCESSORS.map(([name]) => name);

/** 'Intel' and 'i386' are x86, 'Intel and Alpha' is both; what is no processor ('Windows 98') stays as it is printed. */
export function platformNames(printed: string | null): string[] {
  if (printed === null) return [];
  const names = printed
    .slice(0, 100)
    .replace(/<br ?\/?>|[<>]|-based\b|\((?:uniprocessor|multiprocessor)\)/gi, ' ')
    .split(/ and |[,/&]/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => processorOf(part.toLowerCase().replace(/ ?- ?(?:40|56|128)-?bit$/, '')) ?? part);
  return [...new Set(names)];
}

function processorOf(word: string): string | null {
  const plain = word.replaceAll('-', ' ').trim();
  return PROCESSORS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
