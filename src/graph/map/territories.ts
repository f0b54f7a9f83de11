import type { GraphNode } from '../../model/graph.ts';
import { compare } from '../node-table.ts';
import { type EdgeColumns, kindNumber } from './edge-columns.ts';
import { createVotes } from './votes.ts';

/** Where the nodes lie: each in a territory (a product family, or the rest of a line), each territory in a line of products. */
export interface Territories {
  /** Each node's territory. */
  of: Uint32Array;
  territories: Territory[];
  /** The lines' names; a territory's `line` is an index. */
  lines: string[];
}

export interface Territory {
  /** The family's name; null for what is left of a line. */
  label: string | null;
  line: number;
  size: number;
}

/** The line of what no product is known for. */
const NOWHERE = 'No product named';
/** The line of products that are too small for one of their own. */
const OTHERS = 'Other products';
/** How often those that have no product look at where their neighbours lie. */
const ROUNDS = 3;
/** A line or family has a place of its own from this part of all nodes on. */
const LEAST_LINE = 1 / 800;
const LEAST_FAMILY = 1 / 1500;

interface Family {
  label: string;
  line: string;
  /** How many statements name one of its products. */
  statements: number;
}

/** Gives every node a territory: products by family, articles by their products, all else by its neighbours. */
export function assignTerritories(nodes: readonly GraphNode[], edges: EdgeColumns): Territories {
  const statements = countStatements(nodes.length, edges);
  const families = gatherFamilies(nodes, statements);
  const placed = placeFamilies(families, nodes.length);
  const places = [...new Map([...placed.values()].map((place) => [keyOf(place), place])).values()];
  const numbers = new Map(places.map((place, index) => [keyOf(place), index]));
  const of = new Int32Array(nodes.length).fill(-1);
  for (const [index, node] of nodes.entries()) {
    const place = placed.get(familyOf(node) ?? '');
    if (place !== undefined) of[index] = numbers.get(keyOf(place)) ?? -1;
  }
  placeArticles(edges, of, places.length, statements);
  for (let round = 0; round < ROUNDS; round++) followNeighbours(edges, of);
  return orderBySize(of, [...places, { label: null, line: NOWHERE }]);
}

/** How many articles each node applies to. */
function countStatements(size: number, { length, kinds, targets }: EdgeColumns): Uint32Array {
  const appliesTo = kindNumber('applies-to');
  const statements = new Uint32Array(size);
  for (let at = 0; at < length; at++) {
    const target = targets[at] ?? 0;
    if (kinds[at] === appliesTo) statements[target] = (statements[target] ?? 0) + 1;
  }
  return statements;
}

/** A territory before it has a number. */
interface Place {
  label: string | null;
  line: string;
}

const keyOf = ({ label, line }: Place) => `${line}\n${label ?? ''}`;

function familyOf({ id, kind, attributes }: GraphNode): string | undefined {
  if (kind === 'family') return id.slice('family:'.length);
  return kind === 'product' || kind === 'service-pack' ? attributes.family : undefined;
}

function gatherFamilies(nodes: readonly GraphNode[], statements: Uint32Array): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const [index, node] of nodes.entries()) {
    const key = familyOf(node);
    if (key === undefined) continue;
    const own = statements[index] ?? 0;
    const known = families.get(key);
    if (known === undefined) {
      families.set(key, { label: node.label, line: node.attributes.line ?? node.label, statements: own });
      continue;
    }
    known.statements += own;
    const better = node.kind === 'family' || (node.kind === 'product' && node.label.length < known.label.length);
    if (better) known.label = node.label;
  }
  return families;
}

/** Small lines join others whose names begin alike; small families share the rest of their line. */
function placeFamilies(families: ReadonlyMap<string, Family>, size: number): Map<string, Place> {
  const lines = new Map<string, string>();
  let open = [...families];
  for (const nameOf of [(line: string) => line, firstTwoWords, firstWord]) {
    const totals = new Map<string, number>();
    for (const [, { line, statements }] of open) {
      totals.set(nameOf(line), (totals.get(nameOf(line)) ?? 0) + statements);
    }
    for (const [key, { line }] of open) {
      if ((totals.get(nameOf(line)) ?? 0) >= Math.max(3, size * LEAST_LINE)) lines.set(key, nameOf(line));
    }
    open = open.filter(([key]) => !lines.has(key));
  }
  const places = new Map<string, Place>();
  for (const [key, { label, statements }] of families) {
    const large = lines.has(key) && statements >= Math.max(3, size * LEAST_FAMILY);
    places.set(key, { label: large ? label : null, line: lines.get(key) ?? OTHERS });
  }
  return places;
}

const firstTwoWords = (line: string) => line.split(' ').slice(0, 2).join(' ');
const firstWord = (line: string) => line.split(' ')[0] ?? line;

/** An article lies where most of its products do; a product counts for more where its territory is large. */
function placeArticles(
  { length, kinds, sources, targets }: EdgeColumns,
  of: Int32Array,
  count: number,
  statements: Uint32Array,
): void {
  const sizes = new Float64Array(count);
  for (const [node, place] of of.entries())
    if (place >= 0) sizes[place] = (sizes[place] ?? 0) + (statements[node] ?? 0);
  const weights = sizes.map(Math.log1p);
  const appliesTo = kindNumber('applies-to');
  const votes = createVotes(of.length);
  for (let at = 0; at < length; at++) {
    const place = kinds[at] === appliesTo ? (of[targets[at] ?? 0] ?? -1) : -1;
    if (place >= 0) votes.add(sources[at] ?? 0, place, weights[place] ?? 0);
  }
  votes.elect(of);
}

/** Those without a territory take the one where most of their neighbours lie. */
function followNeighbours({ length, sources, targets }: EdgeColumns, of: Int32Array): void {
  const votes = createVotes(of.length);
  for (let at = 0; at < length; at++) {
    const [source, target] = [sources[at] ?? 0, targets[at] ?? 0];
    const [from, to] = [of[source] ?? -1, of[target] ?? -1];
    if (from < 0 && to >= 0) votes.add(source, to, 1);
    if (to < 0 && from >= 0) votes.add(target, from, 1);
  }
  votes.elect(of);
}

/** Numbers territories and lines from the largest; those without a place get the last one given. */
function orderBySize(of: Int32Array, places: readonly Place[]): Territories {
  const sizes = new Uint32Array(places.length);
  const indexOf = (place: number) => (place < 0 ? places.length - 1 : place);
  for (const place of of) sizes[indexOf(place)] = (sizes[indexOf(place)] ?? 0) + 1;
  const lineSizes = new Map<string, number>();
  for (const [index, { line }] of places.entries())
    lineSizes.set(line, (lineSizes.get(line) ?? 0) + (sizes[index] ?? 0));
  const lines = [...lineSizes]
    .filter(([, size]) => size > 0)
    .sort(largestFirst)
    .map(([line]) => line);
  const order = [...places.keys()]
    .filter((index) => (sizes[index] ?? 0) > 0)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || compare(keyOf(places[a] as Place), keyOf(places[b] as Place)));
  const position = new Map(order.map((old, index) => [old, index]));
  return {
    of: Uint32Array.from(of, (place) => position.get(indexOf(place)) ?? 0),
    territories: order.map((old) => {
      const { label, line } = places[old] as Place;
      return { label, line: lines.indexOf(line), size: sizes[old] ?? 0 };
    }),
    lines,
  };
}

const largestFirst = (a: [string, number], b: [string, number]) => b[1] - a[1] || compare(a[0], b[0]);
