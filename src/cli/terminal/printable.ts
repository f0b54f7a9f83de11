/**
 * Control characters, and characters that reorder or hide text: the C0 and C1 sets, bidirectional controls, line and
 * paragraph separators, invisible tags and a byte order mark. Articles and file names are other people's words.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`;

/** A text on one line that a terminal can only print: white space becomes single spaces, the rest `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(UNPRINTABLE, escaped);
}

/** A text on its own lines that a terminal can only print: line feeds and tabs stay, a carriage return goes. */
export function printableLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, (character) => (character === '\n' || character === '\t' ? character : escaped(character)));
}

/** JSON, for a terminal: what must not reach it raw can only stand inside strings, so it is escaped as JSON does. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, (characters) =>
    characters === '\n'
      ? characters
      : Array.from({ length: characters.length }, (_, at) => unicodeEscape(characters.charCodeAt(at))).join(''),
  );
}

const unicodeEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
