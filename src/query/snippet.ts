const WIDTH = 160;
/** As much of a text as is looked through: enough for any article. */
const MAX_TEXT = 200_000;
/** Where an article's body begins: its first heading. What stands before is header, which hits show anyway. */
const FIRST_HEADING =
  /^[#=\s]{0,8}(?:SYMPTOMS?|SUMMARY|CAUSE|MORE INFORMATION|INTRODUCTION|RESOLUTION|THE PROBLEM)\b.{0,20}$/im;

/** The piece of a text's body that holds most of the words looked for, on one line; its beginning if it holds none. */
export function snippetOf(text: string, words: readonly string[]): string {
  const body = text.slice(bodyStart(text), MAX_TEXT);
  const hay = body.toLowerCase();
  // Inflected forms share their beginning.
  const stems = words.map((word) => word.toLowerCase().slice(0, Math.max(4, word.length - 3)));
  let best = { at: 0, score: 0 };
  for (const stem of stems) {
    let at = hay.indexOf(stem);
    for (let tries = 0; at >= 0 && tries < 8; tries++) {
      const window = hay.slice(at, at + WIDTH);
      const score = stems.filter((other) => window.includes(other)).length;
      if (score > best.score) best = { at, score };
      at = hay.indexOf(stem, at + WIDTH);
    }
  }
  // A few words before the first one found make it readable.
  const start = body.lastIndexOf(' ', Math.max(0, best.at - 30)) + 1;
  const from = best.at - start > 60 ? best.at : start;
  const end = best.at + WIDTH;
  const piece = body
    .slice(from, end)
    .replaceAll(/[\s=_|+-]{2,}|\s/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${piece}${end < body.length ? ' …' : ''}`;
}

function bodyStart(text: string): number {
  const heading = FIRST_HEADING.exec(text.slice(0, 6000));
  return heading ? heading.index + heading[0].length : 0;
}
