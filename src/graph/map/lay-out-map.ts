import type { GraphEdge, GraphMap, GraphNode } from '../../model/graph.ts';
import type { Circle } from './circle.ts';
import { detectCommunities, membersByGroup, renumber } from './communities.ts';
import { measureImportance } from './importance.ts';
import { packCircles } from './pack-circles.ts';
import { placeTerritories, type Ties } from './place-territories.ts';
import { assignTerritories, type Territories } from './territories.ts';
import { weightedGraph } from './weighted-graph.ts';

/** The least distance of two nodes of one community, in the units of the map. */
const SPACING = 1;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Communities with fewer members share the space around the larger ones. */
const SMALLEST_COMMUNITY = 4;

/** Lays out a graph: product families as regions, in them communities as discs, in those the important in the middle. */
export function layOutMap(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphMap {
  const territories = assignTerritories(nodes, edges);
  const importance = measureImportance(nodes.length, edges);
  const inside = (a: number, b: number) => territories.of[a] === territories.of[b];
  const community = detectCommunities(weightedGraph(nodes.length, edges, inside));
  const count = joinSmallCommunities(community, territories);
  const { starts, members } = membersByGroup(community, count);

  const discs: Circle[] = [];
  const discsOfTerritory: Circle[][] = territories.labels.map(() => []);
  for (let number = 0; number < count; number++) {
    const size = (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    const disc = { x: 0, y: 0, radius: SPACING * (Math.sqrt(size) + 1) };
    discs.push(disc);
    discsOfTerritory[territories.of[members[starts[number] ?? 0] ?? 0] ?? 0]?.push(disc);
  }
  const circles = discsOfTerritory.map((own): Circle => {
    own.sort((a, b) => b.radius - a.radius);
    return { x: 0, y: 0, radius: packCircles(own) };
  });
  placeTerritories(circles, tiesBetween(territories, edges));
  for (const [index, own] of discsOfTerritory.entries()) {
    for (const disc of own) {
      disc.x += circles[index]?.x ?? 0;
      disc.y += circles[index]?.y ?? 0;
    }
  }

  const x = new Float32Array(nodes.length);
  const y = new Float32Array(nodes.length);
  for (const [number, disc] of discs.entries()) {
    const own = members.slice(starts[number], starts[number + 1]);
    own.sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
    for (const [place, node] of own.entries()) {
      const distance = SPACING * Math.sqrt(place);
      x[node] = disc.x + distance * Math.cos(place * GOLDEN_ANGLE);
      y[node] = disc.y + distance * Math.sin(place * GOLDEN_ANGLE);
    }
  }
  const regions = territories.labels.map((label, index) => ({
    label,
    ...(circles[index] ?? { x: 0, y: 0, radius: 0 }),
    size: territories.sizes[index] ?? 0,
  }));
  return { x, y, community, importance, regions };
}

/** Makes one community of the small ones of each territory, and numbers all densely; returns how many there are. */
function joinSmallCommunities(community: Uint32Array, territories: Territories): number {
  const count = renumber(community);
  const sizes = new Uint32Array(count);
  for (const number of community) sizes[number] = (sizes[number] ?? 0) + 1;
  for (let node = 0; node < community.length; node++) {
    if ((sizes[community[node] ?? 0] ?? 0) < SMALLEST_COMMUNITY) community[node] = count + (territories.of[node] ?? 0);
  }
  return renumber(community);
}

/** How many edges run between each two territories. */
function tiesBetween({ of, labels }: Territories, edges: readonly GraphEdge[]): Ties {
  const count = labels.length;
  const weights = new Float64Array(count * count);
  for (const { source, target } of edges) {
    const [a, b] = [of[source] ?? 0, of[target] ?? 0];
    if (a === b) continue;
    weights[a * count + b] = (weights[a * count + b] ?? 0) + 1;
    weights[b * count + a] = (weights[b * count + a] ?? 0) + 1;
  }
  return { count, weights };
}
