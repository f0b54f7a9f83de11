import type { Basis } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { isAtOrBefore } from './ladder-rungs.ts';
import { openSlice } from './slice.ts';
import { isOfPart } from './supersession.ts';

/**
 * How a problem is repaired: corrected in a service pack, contained in a release of fixes, by the fix that its own
 * article describes, or by what replaces the culprit.
 */
export const REPAIR_MEANS = ['service-pack', 'release', 'own-fix', 'replacement'] as const;
export type RepairMeans = (typeof REPAIR_MEANS)[number];

/** One way to repair a problem. */
export interface Repair {
  by: NodeName;
  means: RepairMeans;
  basis: Basis;
  /** The release that contains it, where the article tells. */
  release: string | null;
  /** How many files its own fix ships; null for other means. */
  files: number | null;
  /** In words: 'first corrected in Exchange Server 5.5 SP4'. */
  because: string;
}

/** What repairs a problem that `edge` says appears after installing its culprit, the surest means first. */
export function repairsOf(view: GraphView, edge: EdgeView, stated: boolean): Repair[] {
  const { source: problem, target: culprit } = edge;
  const isTaken = (other: EdgeView) => !stated || other.basis !== 'inferred';
  const label = (index: number) => nameAt(view, index).label;
  const repairs: Repair[] = [];
  const add = (by: number, means: RepairMeans, basis: Basis, because: string, more: Partial<Repair> = {}) => {
    const repair = { by: nameAt(view, by), means, basis, release: null, files: null, because, ...more };
    if (!repairs.some((known) => known.by.id === repair.by.id && known.release === repair.release))
      repairs.push(repair);
  };

  const family = view.node(culprit).attributes.family;
  const corrected = openSlice(view, ['fixed-in'])
    .out(problem)
    // A problem that is first corrected before the culprit came is another one.
    .filter((fixed) => isTaken(fixed) && !isAtOrBefore(view, fixed.target, culprit));
  const isForeign = (pack: number) => family !== undefined && view.node(pack).attributes.family !== family;
  for (const { target: pack, basis } of corrected.sort((a, b) => +isForeign(a.target) - +isForeign(b.target))) {
    const remark = isForeign(pack) ? ', which is for another product' : '';
    add(pack, 'service-pack', basis, `first corrected in ${label(pack)}${remark}`);
  }
  for (const { source: list, basis, scope } of openSlice(view, ['includes']).in(problem).filter(isTaken)) {
    // A list of what was fixed is nothing to install.
    if (list !== culprit && !isPackage(view, list)) continue;
    const release = scope?.release ?? null;
    const which = release === null ? '' : ` of ${release}`;
    const because =
      list === culprit ? `a later release${which} of the same fixes contains it` : `its release${which} contains it`;
    add(list, 'release', basis, because, { release });
  }
  const ships = openSlice(view, ['ships']).out(problem);
  if (ships.length > 0) {
    const files = new Set(ships.map(({ target }) => target)).size;
    const because = `its own article has a fix, with ${files} ${files === 1 ? 'file' : 'files'}`;
    add(problem, 'own-fix', 'stated', because, { files });
  }
  const replacements = openSlice(view, ['supersedes', 'publishes']).in(culprit);
  if (nameAt(view, culprit).kind !== 'service-pack') {
    for (const edge of replacements.filter(isTaken)) {
      const { kind, source, basis } = edge;
      if (kind !== 'supersedes' || basis === 'inferred' || source === problem || isOfPart(edge)) continue;
      add(source, 'replacement', basis, `it replaces ${label(culprit)}; that it corrects this is not told`);
    }
  }
  return repairs;
}

function isPackage(view: GraphView, article: number): boolean {
  return (
    openSlice(view, ['ships']).out(article).length > 0 ||
    openSlice(view, ['supersedes', 'publishes'])
      .out(article)
      .some(({ kind }) => kind === 'publishes')
  );
}
