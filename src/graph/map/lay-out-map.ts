import type { GraphEdge, GraphMap, GraphNode, MapRegion } from '../../model/graph.ts';
import { type Circle, nest } from './circle.ts';
import { detectCommunities, membersByGroup, renumber } from './communities.ts';
import { type EdgeColumns, edgeColumns } from './edge-columns.ts';
import { measureImportance } from './importance.ts';
import { packCircles } from './pack-circles.ts';
import { placeLines, type Ties } from './place-lines.ts';
import { assignTerritories, type Territories } from './territories.ts';
import { weightedGraph } from './weighted-graph.ts';

/** The distance of nodes in the units of the map. */
const SPACING = 1;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Communities with fewer members are one loose community of their territory. */
const SMALLEST_COMMUNITY = 4;
/** How much wider than what it holds the disc of a family and of a line is. */
const MARGIN = 1.06;

/**
 * Lays out a graph: lines of products as discs, in them families, in those communities, and in each community the
 * important nodes in the middle. The same graph gives the same map.
 */
export function layOutMap(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphMap {
  const columns = edgeColumns(edges);
  const territories = assignTerritories(nodes, columns);
  const importance = measureImportance(nodes.length, columns);
  const inside = (a: number, b: number) => territories.of[a] === territories.of[b];
  const community = detectCommunities(weightedGraph(nodes.length, columns, inside));
  const count = joinSmallCommunities(community, territories);
  const { starts, members } = membersByGroup(community, count);

  const discs = Array.from({ length: count }, (_, number): Circle => {
    const size = (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    return { x: 0, y: 0, radius: SPACING * (Math.sqrt(size) + 1) };
  });
  const territoryOf = (number: number) => territories.of[members[starts[number] ?? 0] ?? 0] ?? 0;
  const families = packInto(discs, territoryOf, territories.territories.length);
  const lines = packInto(families, (number) => territories.territories[number]?.line ?? 0, territories.lines.length);
  placeLines(lines, tiesBetween(territories, columns));
  nest(families, lines, (number) => territories.territories[number]?.line ?? 0);
  nest(discs, families, territoryOf);

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
  return { x, y, community, importance, regions: nameRegions(territories, families, lines) };
}

/** Packs the discs of each group, the largest in the middle, and gives each group's own disc, around (0, 0). */
function packInto(discs: readonly Circle[], groupOf: (disc: number) => number, count: number): Circle[] {
  const groups: Circle[][] = Array.from({ length: count }, () => []);
  for (const [number, disc] of discs.entries()) groups[groupOf(number)]?.push(disc);
  return groups.map((own) => {
    own.sort((a, b) => b.radius - a.radius);
    return { x: 0, y: 0, radius: packCircles(own) * MARGIN };
  });
}

/** Makes one community of the small ones of each territory, and numbers all densely; returns how many there are. */
function joinSmallCommunities(community: Uint32Array, { of }: Territories): number {
  const count = renumber(community);
  const sizes = new Uint32Array(count);
  for (const number of community) sizes[number] = (sizes[number] ?? 0) + 1;
  for (let node = 0; node < community.length; node++) {
    if ((sizes[community[node] ?? 0] ?? 0) < SMALLEST_COMMUNITY) community[node] = count + (of[node] ?? 0);
  }
  return renumber(community);
}

/** How many edges run between each two lines. */
function tiesBetween({ of, territories, lines }: Territories, edges: EdgeColumns): Ties {
  const count = lines.length;
  const weights = new Float64Array(count * count);
  for (let at = 0; at < edges.length; at++) {
    const a = territories[of[edges.sources[at] ?? 0] ?? 0]?.line ?? 0;
    const b = territories[of[edges.targets[at] ?? 0] ?? 0]?.line ?? 0;
    if (a === b) continue;
    weights[a * count + b] = (weights[a * count + b] ?? 0) + 1;
    weights[b * count + a] = (weights[b * count + a] ?? 0) + 1;
  }
  return { count, weights };
}

/** A region for each line, and for each of its families where it has several. */
function nameRegions(
  { territories, lines }: Territories,
  familyDiscs: readonly Circle[],
  lineDiscs: readonly Circle[],
): MapRegion[] {
  const regions: MapRegion[] = lines.map((label, line) => {
    const own = territories.filter((territory) => territory.line === line);
    const only = own.length === 1 ? own[0]?.label : null;
    return { label: only ?? label, ...circleOf(lineDiscs[line]), size: own.reduce((sum, { size }) => sum + size, 0) };
  });
  for (const [index, { label, line, size }] of territories.entries()) {
    const alone = territories.filter((other) => other.line === line).length === 1;
    if (label !== null && !alone && label !== lines[line])
      regions.push({ label, ...circleOf(familyDiscs[index]), size });
  }
  return regions.sort((a, b) => b.size - a.size);
}

function circleOf(disc: Circle | undefined): Circle {
  return { x: disc?.x ?? 0, y: disc?.y ?? 0, radius: disc?.radius ?? 0 };
}
