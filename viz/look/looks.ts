import type { EdgeKind, NodeKind } from '../../src/model/graph.ts';
import { GROUND, INK, type Theme } from './kinds.ts';
import { isNamed, keyOf } from './node-name.ts';

/** Radius of a node's mark in pixels; `importance` from 0 to 255, `scale` as `markScale` gives it. */
export function markRadius(importance: number, scale: number): number {
  return (1.9 + 9 * (importance / 255) ** 1.5) * scale;
}

/** How large marks are where the map takes so many pixels from one node to the next. */
export function markScale(spacing: number): number {
  return Math.min(1.5, Math.max(0.3, Math.sqrt(spacing / 9)));
}

/** Kinds that decide what to install have a colour of their own; the rest share the ink's grey. */
export function edgeColour(kind: EdgeKind, theme: Theme): string {
  const light = theme === 'light';
  if (kind === 'supersedes') return light ? '#2b6cd4' : '#6ba6ff';
  if (kind === 'requires') return light ? '#b35900' : '#f5a95c';
  if (kind === 'broken-by') return light ? '#c22f3d' : '#ff7f8a';
  if (kind === 'fixed-in' || kind === 'includes') return light ? '#0b8268' : '#45c8a3';
  if (kind === 'publishes' || kind === 'addresses') return light ? '#b01a86' : '#f58fd6';
  return blend(INK[theme], GROUND[theme], 0.35);
}

/** '260695 XADM: The information store…' for an article, the label for others; at most so many characters. */
export function shortLabel(node: { id: string; kind: NodeKind; label: string }, most = 42): string {
  const key = keyOf(node.id);
  const named = isNamed(node);
  const whole = named ? (node.kind === 'article' ? `${key} ${node.label}` : node.label) : key;
  return whole.length > most ? `${whole.slice(0, most - 1).trimEnd()}…` : whole;
}

/** `share` of the second colour in the first; both as `#rrggbb`. */
export function blend(first: string, second: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const a = Number.parseInt(first.slice(at, at + 2), 16);
    const b = Number.parseInt(second.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
