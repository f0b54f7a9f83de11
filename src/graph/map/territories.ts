import type { GraphEdge, GraphNode } from '../../model/graph.ts';
import { compare } from '../node-table.ts';

/** Which part of the map each node lies in. Territories are numbered from the largest. */
export interface Territories {
  of: Uint32Array;
  labels: string[];
  sizes: Uint32Array;
}

/** The territory of what no product is known for. */
const NOWHERE = 'No product named';
/** The territory of products too small for one of their own. */
const OTHERS = 'Other products';
/** How often those that have no product look at where their neighbours lie. */
const ROUNDS = 3;

/** Gives every node a territory: products by family, articles by their products, all else by its neighbours. */
export function assignTerritories(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Territories {
  const families = gatherFamilies(nodes, edges);
  const least = Math.max(3, Math.round(nodes.length / 1500));
  const territoryOfFamily = nameTerritories(families, least);
  const names: (string | undefined)[] = nodes.map((node) => {
    const family = familyOf(node);
    return family === undefined ? undefined : territoryOfFamily.get(family);
  });
  placeArticles(nodes, edges, names);
  for (let round = 0; round < ROUNDS; round++) followNeighbours(edges, names);
  return number(names.map((name) => name ?? NOWHERE));
}

function familyOf({ id, kind, attributes }: GraphNode): string | undefined {
  if (kind === 'family') return id.slice('family:'.length);
  return kind === 'product' || kind === 'service-pack' ? attributes.family : undefined;
}

interface Family {
  label: string;
  articles: number;
}

/** The families, with how many statements of articles name one of their products. */
function gatherFamilies(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const node of nodes) {
    const family = familyOf(node);
    if (family === undefined) continue;
    const known = families.get(family);
    if (known === undefined) families.set(family, { label: node.label, articles: 0 });
    else if (node.kind === 'family' || (node.kind === 'product' && node.label.length < known.label.length))
      known.label = node.label;
  }
  for (const { kind, target } of edges) {
    const node = nodes[target];
    const family = kind === 'applies-to' && node !== undefined ? families.get(familyOf(node) ?? '') : undefined;
    if (family !== undefined) family.articles++;
  }
  return families;
}

/** Families with fewer than `least` statements share a territory with others that are named alike. */
function nameTerritories(families: ReadonlyMap<string, Family>, least: number): Map<string, string> {
  const territory = new Map<string, string>();
  let open = [...families].map(([key, { label, articles }]) => ({ key, label, articles }));
  for (const nameOf of [(label: string) => label, withoutNumbers, firstTwoWords, firstWord]) {
    const totals = new Map<string, number>();
    for (const { label, articles } of open) totals.set(nameOf(label), (totals.get(nameOf(label)) ?? 0) + articles);
    for (const { key, label } of open) if ((totals.get(nameOf(label)) ?? 0) >= least) territory.set(key, nameOf(label));
    open = open.filter(({ key }) => !territory.has(key));
  }
  for (const { key } of open) territory.set(key, OTHERS);
  return territory;
}

const words = (label: string) => label.split(' ').filter((word) => !/^\d/.test(word));
const withoutNumbers = (label: string) => words(label).join(' ') || label;
const firstTwoWords = (label: string) => words(label).slice(0, 2).join(' ') || label;
const firstWord = (label: string) => words(label)[0] ?? label;

/** An article lies where most of its products do; a product counts for more where its territory is large. */
function placeArticles(nodes: readonly GraphNode[], edges: readonly GraphEdge[], names: (string | undefined)[]): void {
  const sizes = new Map<string, number>();
  for (const { kind, target } of edges) {
    const name = names[target];
    if (kind === 'applies-to' && name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const votes = createVotes(nodes.length);
  for (const { kind, source, target } of edges) {
    const name = names[target];
    if (kind === 'applies-to' && name !== undefined) votes.add(source, name, Math.log(1 + (sizes.get(name) ?? 0)));
  }
  for (const [node, name] of votes.winners()) if (names[node] === undefined) names[node] = name;
}

/** Those without a territory take the one where most of their neighbours lie. */
function followNeighbours(edges: readonly GraphEdge[], names: (string | undefined)[]): void {
  const votes = createVotes(names.length);
  for (const { source, target } of edges) {
    const [from, to] = [names[source], names[target]];
    if (from === undefined && to !== undefined) votes.add(source, to, 1);
    if (to === undefined && from !== undefined) votes.add(target, from, 1);
  }
  for (const [node, name] of votes.winners()) names[node] = name;
}

function createVotes(size: number) {
  const votes: (Map<string, number> | undefined)[] = new Array(size);
  return {
    add(node: number, name: string, weight: number) {
      let ballot = votes[node];
      if (ballot === undefined) {
        ballot = new Map();
        votes[node] = ballot;
      }
      ballot.set(name, (ballot.get(name) ?? 0) + weight);
    },
    *winners(): Generator<[number, string]> {
      for (const [node, ballot] of votes.entries()) {
        if (ballot === undefined) continue;
        let [winner, most] = ['', Number.NEGATIVE_INFINITY];
        for (const [name, weight] of ballot) {
          if (weight > most || (weight === most && compare(name, winner) < 0)) [winner, most] = [name, weight];
        }
        yield [node, winner];
      }
    },
  };
}

function number(names: readonly string[]): Territories {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const numbers = new Map(ordered.map(([name], index) => [name, index]));
  return {
    of: Uint32Array.from(names, (name) => numbers.get(name) ?? 0),
    labels: ordered.map(([name]) => name),
    sizes: Uint32Array.from(ordered, ([, count]) => count),
  };
}
