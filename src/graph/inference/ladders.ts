import type { EdgeEvidence, GraphNode } from '../../model/graph.ts';
import { SERVICE_PACK_LADDERS } from '../../model/service-pack-ladders.ts';
import { compareLevels, levelNumber } from './levels.ts';

/** One service pack of a ladder. */
export interface Rung {
  level: string;
  node: number;
  isWithdrawn: boolean;
  /** Rungs of one segment contain each other; a ladder is broken where a pack is said to lack an earlier one's fixes. */
  segment: number;
}

/** The service packs of one family that the graph knows, oldest first. */
export interface Ladder {
  family: string;
  rungs: readonly Rung[];
}

/** A service pack of a family that is said not to contain an earlier one. */
export interface LadderBreak {
  family: string;
  /** The level that is not contained in those after it. */
  lacks: string;
  evidence: EdgeEvidence[];
}

const KNOWN = new Map(SERVICE_PACK_LADDERS.map((ladder) => [ladder.family, ladder]));

/** The ladders of all families with service packs; a service pack that its family's ladder does not have is on none. */
export function laddersOf(nodes: readonly GraphNode[], breaks: readonly LadderBreak[]): Map<string, Ladder> {
  const packs = new Map<string, { level: string; node: number }[]>();
  nodes.forEach(({ kind, attributes: { family, level, version } }, node) => {
    // 'Windows NT SP4' may be of 3.51 or 4.0: a family without a version has no ladder.
    if (kind !== 'service-pack' || family === undefined || level === undefined || version === undefined) return;
    const known = packs.get(family);
    if (known === undefined) packs.set(family, [{ level, node }]);
    else known.push({ level, node });
  });
  const ladders = new Map<string, Ladder>();
  for (const [family, members] of packs) {
    const cuts = breaks.filter((each) => each.family === family).map(({ lacks }) => lacks);
    ladders.set(family, { family, rungs: rungsOf(family, members, cuts) });
  }
  return ladders;
}

function rungsOf(family: string, members: { level: string; node: number }[], cuts: readonly string[]): Rung[] {
  const known = KNOWN.get(family);
  const order = known?.levels;
  const ordered = members
    .filter(({ level }) => (order === undefined ? levelNumber(level) !== null : order.includes(level)))
    .sort((a, b) =>
      order === undefined
        ? (compareLevels(a.level, b.level) ?? (a.level < b.level ? -1 : 1))
        : order.indexOf(a.level) - order.indexOf(b.level),
    );
  let segment = 0;
  return ordered.map(({ level, node }, at): Rung => {
    const before = ordered[at - 1]?.level;
    if (before !== undefined && (cuts.includes(before) || (order === undefined && !follows(before, level)))) segment++;
    return { level, node, isWithdrawn: known?.withdrawn?.includes(level) === true, segment };
  });
}

/** On a ladder that is not known whole, a number left out may belong to another product's. */
function follows(before: string, level: string): boolean {
  const order = compareLevels(before, level);
  return order !== null && order < 0 && (levelNumber(level) ?? 0) - (levelNumber(before) ?? 0) <= 1;
}
