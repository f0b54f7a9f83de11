/** 'x86-based', 'Intel', 'Alpha', 'IA-64', 'for Itanium-based systems'. */
const PLATFORM =
  /(?<![\w-])(?:i?[xX]86|[iI]386|Intel(?! [A-Z][a-z]|'s)|INTEL|intel|A(?:lpha|LPHA)|alpha|MIPS|PowerPC|PPC|IA-?64|ia64|Itanium|x64|X64|AMD64|amd64|ARM64)(?=-based\b|-bit\b|[^\w-]|$)/g;

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

/** 'The Alpha-based version of this fix', 'this fix for Windows NT Intel': a sentence that says so of its files. */
const STATED =
  /\b(?:i?x86|i386|Intel|Alpha|MIPS|PowerPC|PPC|IA-?64|Itanium|x64|AMD64)(?:-based\b|,? (?:version|fix|hotfix|update|computers|platforms?|processors?|systems)\b)|\b(?:for|on|NT) (?:i?x86|i386|Intel|Alpha|MIPS|IA-?64)(?= ?[:.,]|$)|\((?:i?x86|i386|Intel|Alpha|IA-?64)\)/gi;

/** The one platform for which a table's introduction says that its files are. */
export function statedPlatform(intro: string): string | null {
  const start = intro.lastIndexOf('. ', intro.length - 3);
  const said = intro.slice(start < 0 ? 0 : start + 2).match(STATED);
  return said ? platformOf(said.join(' ')) : null;
}

const sameProcessor = (name: string): string => {
  const key = name.toLowerCase().replace('-', '');
  return /^(?:i?x86|i386|intel)$/.test(key) ? 'x86' : key === 'itanium' ? 'ia64' : key;
};
