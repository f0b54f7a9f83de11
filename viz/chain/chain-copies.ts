import { csvLine } from '../../src/export/csv-text.ts';
import type { ChainAnswer } from '../../src/query/chain.ts';
import { isNamed } from '../look/node-name.ts';
import { type ChainBox, type ChainLane, chainLanes } from './chain-lanes.ts';
import {
  BASIS_WORDS,
  currentLine,
  currentWords,
  loopLine,
  loopsOf,
  packageName,
  reasonWords,
  shortName,
} from './chain-words.ts';

/** A chain as lines to paste into a ticket. */
export function chainText(answer: ChainAnswer): string {
  const lines = [`${shortName(answer)}${isNamed(answer) ? ` ${answer.label}` : ''}`];
  for (const lane of chainLanes(answer)) {
    const current = currentWords(lane);
    lines.push('', lane.title || 'Product not told');
    if (current !== null) lines.push(currentLine(current));
    lines.push(...loopsOf(lane).map(loopLine));
    for (const [side, words] of [
      ['newer', 'Replaced by'],
      ['older', 'Replaces'],
    ] as const) {
      const boxes = lane.boxes.filter((box) => box.side === side).sort((a, b) => a.steps - b.steps);
      if (boxes.length === 0) continue;
      lines.push(words);
      for (const box of boxes) lines.push(`  ${box.steps}  ${boxWords(box)}`, ...reasonLines(lane, box));
    }
    if (lane.omitted > 0) lines.push(`and ${lane.omitted} more`);
  }
  return `${lines.join('\n')}\n\nData up to ${answer.dataDate ?? 'an unknown date'}.\n`;
}

function boxWords(box: ChainBox): string {
  const title = isNamed(box.head) && box.head.kind === 'article' ? ` ${box.head.label}` : '';
  const marks = [...box.marks, ...(box.released === null ? [] : [`released ${box.released}`])];
  return `${packageName(box)}${title}${marks.length === 0 ? '' : ` [${marks.join(', ')}]`}`;
}

function reasonLines({ arrows }: ChainLane, { key, side }: ChainBox): string[] {
  return arrows
    .filter(({ newer, older }) => (side === 'newer' ? newer : older) === key)
    .flatMap(({ links }) => links)
    .flatMap((link) =>
      link.evidence.length > 0 && link.basis === 'stated'
        ? link.evidence.map(({ quote, article }) => `       "${quote.replace(/\s+/g, ' ')}" (${article})`)
        : [`       ${reasonWords(link)} [${link.basis}: ${link.rule}]`],
    );
}

/** One row a replacement: who replaces whom for which product, how it is known and the sentence. */
export function chainCsv(answer: ChainAnswer): string {
  const head = ['product', 'newer', 'newerTitle', 'newerReleased', 'older', 'olderTitle', 'olderReleased'];
  let text = csvLine([...head, 'basis', 'rule', 'because', 'article', 'sentence', 'loop']);
  for (const lane of chainLanes(answer)) {
    const boxes = new Map(lane.boxes.map((box) => [box.key, box]));
    const loops = loopsOf(lane).map((loop) => ({ ids: new Set(loop.map(({ id }) => id)), names: loop.map(shortName) }));
    for (const arrow of lane.arrows) {
      const [newer, older] = [boxes.get(arrow.newer)!, boxes.get(arrow.older)!];
      const loop = loops.find(({ ids }) => ids.has(newer.key) && ids.has(older.key))?.names.join(' ') ?? '';
      const ends = [newer, older].flatMap((box) => [packageName(box), box.head.label, box.released]);
      for (const { basis, rule, because, evidence } of arrow.links) {
        const sentences = evidence.length > 0 ? evidence : [{ article: null, quote: null }];
        for (const { article, quote } of sentences) {
          text += csvLine([lane.title, ...ends, BASIS_WORDS[basis], rule, because, article, quote, loop]);
        }
      }
    }
  }
  return text;
}
