const WIDTH = 160;
/** As much of a text as is looked through: enough for any article. */
const MAX_TEXT = 200_000;

/** The piece of a text that holds most of the words looked for, on one line; null when it holds none. */
export function snippetOf(text: string, words: readonly string[]): string | null {
  const hay = text.slice(0, MAX_TEXT).toLowerCase();
  // Inflected forms share their beginning.
  const stems = words.map((word) => word.toLowerCase()).map((word) => word.slice(0, Math.max(4, word.length - 3)));
  let best = { at: -1, score: 0 };
  for (const stem of stems) {
    let at = hay.indexOf(stem);
    for (let tries = 0; at >= 0 && tries < 8; tries++) {
      const window = hay.slice(at, at + WIDTH);
      const score = stems.filter((other) => window.includes(other)).length;
      if (score > best.score) best = { at, score };
      at = hay.indexOf(stem, at + WIDTH);
    }
  }
  if (best.at < 0) return null;
  const start = text.lastIndexOf(' ', Math.max(0, best.at - 30)) + 1;
  const from = best.at - start > 60 ? best.at : start;
  const piece = text
    .slice(from, best.at + WIDTH)
    .replaceAll(/[\s=_|-]{2,}|\s/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${piece}${best.at + WIDTH < text.length ? ' …' : ''}`;
}
