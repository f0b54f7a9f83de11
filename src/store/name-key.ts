/**
 * A name folded so that its usual spellings meet: 'Microsoft Exchange Server version 5.5 Service Pack 4' and
 * 'exchange server 5.5 SP4' are one, 'ESE.DLL' is 'ese.dll'.
 */
export function nameKey(name: string): string {
  return name
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+-]+/gu, ' ')
    .replace(/\bservice pack ?(?=\d)/g, 'sp')
    .replace(/\b(?:sp|version|ver\.?|v) (?=\d)/g, (word) => (word.startsWith('sp') ? 'sp' : ''))
    .replace(/\b(?:microsoft|the|version|edition)\b ?/g, '')
    .trim();
}
