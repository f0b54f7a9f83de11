/** 'x86-based', 'Intel', 'Alpha', 'IA-64', 'for Itanium-based systems'. */
const PLATFORM =
  /(?<![\w-])(?:i?x86|i386|Intel|Alpha|MIPS|PowerPC|PPC|IA-?64|Itanium|x64|AMD64|ARM64)(?=-based\b|-bit\b|[^\w-]|$)/gi;

/** The one platform that a heading or a sentence names, as printed; null where it names none or several. */
export function platformOf(printed: string): string | null {
  let found: string | null = null;
  PLATFORM.lastIndex = 0;
  for (let m = PLATFORM.exec(printed); m; m = PLATFORM.exec(printed)) {
    if (found && sameProcessor(found) !== sameProcessor(m[0])) return null;
    found ??= m[0];
  }
  return found;
}

const sameProcessor = (name: string): string => {
  const key = name.toLowerCase().replace('-', '');
  return /^(?:i?x86|i386|intel)$/.test(key) ? 'x86' : key === 'itanium' ? 'ia64' : key;
};
