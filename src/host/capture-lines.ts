/** The lines of a capture; output that went through a pipe of Windows may end each line with several returns. */
export function captureLines(text: string): string[] {
  return text.replaceAll(/\r*\n|\r+/g, '\n').split('\n');
}

/** Blanks as one space, of every kind (French puts a no-break space before a colon), and none at the ends. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\s\u00a0\u200e\u200f]+/g, ' ').trim();
}
