/** Breaks a text into lines of at most `width` characters at its spaces; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (word.length > width) {
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
