// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are our own; those of articles never come this far
const COLOR = /\u001b\[\d{1,3}m/g;

/** How many characters of a coloured text are seen. */
const seen = (text: string): number => (text.includes('\u001b') ? text.replace(COLOR, '').length : text.length);

/** Breaks a text into lines of at most `width` characters at its spaces; a longer word is cut, unless it is coloured. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && seen(line) + 1 + seen(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (seen(word) > width && !word.includes('\u001b')) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The same as one string, each line but the first after `indent` spaces; `width` includes them. */
export function wrapIndented(text: string, width: number, indent: number): string {
  return wrap(text, Math.max(20, width - indent)).join(`\n${' '.repeat(indent)}`);
}

/** A text cut to `width` characters, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
}
