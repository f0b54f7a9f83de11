import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameOf } from './answer-parts.ts';
import { findNodes } from './find-nodes.ts';

/** The nodes that may have been meant by an id or name that is not in the graph, the likeliest first. */
export function nearMatches(view: GraphView, id: string, limit = 5): NodeName[] {
  const number = /\d{3,8}/.exec(id)?.[0];
  if (number && /^\D{0,12}\d{3,8}\D{0,8}$/.test(id)) {
    const near = numbersNear(number)
      .map((candidate) => view.indexOf(`article:${candidate}`))
      .filter((index) => index !== null)
      .sort((a, b) => view.importance(b) - view.importance(a) || a - b);
    // What its digits happen to stand for elsewhere was not meant; the next numbers may have been.
    const found = near.length > 0 ? near : neighbours(view, Number(number), limit);
    return found.slice(0, limit).map((index) => nameOf(view.node(index)));
  }
  const fixes = fixesNear(view, id);
  if (fixes.length > 0) return fixes.slice(0, limit).map((index) => nameOf(view.node(index)));
  const found = [...findNodes(view, id, limit).found];
  const named = found.filter(([, by]) => by !== 'text');
  return (named.length > 0 ? named : found).slice(0, limit).map(([index]) => nameOf(view.node(index)));
}

/** Numbers that differ by one digit: another, one more, one less, or two neighbours in the wrong order. */
function numbersNear(number: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at <= number.length; at++) {
    const before = number.slice(0, at);
    const after = number.slice(at);
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2));
    if (after.length > 0) near.add(before + after.slice(1));
    for (const digit of '0123456789') {
      near.add(before + digit + after);
      if (after.length > 0) near.add(before + digit + after.slice(1));
    }
  }
  near.delete(number);
  return [...near].filter((candidate) => !candidate.startsWith('0'));
}

/** How far from a number its neighbours may be. */
const FARTHEST = 200;

/** The articles with the next numbers, the nearest first. */
function neighbours(view: GraphView, number: number, limit: number): number[] {
  const found: number[] = [];
  for (let step = 1; step <= FARTHEST && found.length < limit; step++) {
    for (const next of [number - step, number + step]) {
      const index = view.indexOf(`article:${next}`);
      if (index !== null) found.push(index);
    }
  }
  return found;
}

/** Fixes whose name differs in its number ('lsa3-fix' for 'lsa2-fix') or by a slip of the hand. */
function fixesNear(view: GraphView, id: string): number[] {
  const base = /^(?:fix:)?([a-z]{2,20}(?:-[a-z]{2,20})??)\d{0,2}[- ]?fix$/i.exec(id.trim())?.[1]?.toLowerCase();
  if (base === undefined) return [];
  const bases = [base, ...view.similarWords(base, 5).map(({ word }) => word.replace(/\d+$/, ''))];
  const names = bases.flatMap((each) => ['', '2', '3', '4'].map((number) => `fix:${each}${number}-fix`));
  return [...new Set(names)].map((name) => view.indexOf(name)).filter((index) => index !== null);
}
