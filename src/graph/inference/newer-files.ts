import { laterPack, matchBaselines, servicedWith } from './baseline.ts';
import { type Containment, comparePackages } from './compare-packages.ts';
import { createEras } from './eras.ts';
import type { InferenceFacts } from './facts.ts';
import { createFileWords } from './file-words.ts';
import type { InferenceRule, InferredEdge } from './inference-rule.ts';
import { createLicences } from './licences.ts';
import { type Build, type Package, packagesOf } from './packages.ts';
import { rankBuilds } from './rank-builds.ts';
import { reduceTransitively } from './transitive-reduction.ts';

/** Packages with the same builds of the same files for the same service pack: one to compare with others. */
interface BuildClass {
  /** The article with the lowest id stands for all. */
  first: Package;
  members: Package[];
}

interface Comparison {
  from: number;
  to: number;
  isAssumed: boolean;
  containment: Containment;
}

/**
 * A fix that ships every file of another, none older and at least one newer, replaces it: for the same family, service
 * pack, platform, language, encryption strength and branch. Where no service pack is stated, and no article says that
 * later builds contain earlier ones, it is assumed and counted apart. One that needs a later service pack than the other
 * replaces it by way of that pack, and says so. Only immediate predecessors become edges.
 */
export const newerFiles: InferenceRule = {
  name: 'graph/newer-files',
  trust: 1,
  infer(facts) {
    const packages = packagesOf(facts);
    rankBuilds(facts, packages);
    const buckets = new Map<string, Package[]>();
    for (const each of packages) {
      const known = buckets.get(each.bucket);
      if (known === undefined) buckets.set(each.bucket, [each]);
      else known.push(each);
    }
    const licences = createLicences(facts);
    const eras = createEras(facts, packages, servicedWith);
    const words = createFileWords(facts, licences, buckets);
    const edges: InferredEdge[] = [];
    for (const bucket of buckets.values()) if (bucket.length > 1) edges.push(...edgesOfBucket(bucket));
    return words.joinPlatforms(edges);

    function edgesOfBucket(bucket: readonly Package[]): InferredEdge[] {
      const classes = classesOf(facts, bucket);
      const { newer, partial, same } = compareClasses(classes);
      const firm = reduceTransitively(newer.filter(({ isAssumed }) => !isAssumed));
      const all = reduceTransitively(newer);
      for (const { from, to } of all.cyclic) reportCycle(classes[from]?.first, classes[to]?.first);
      const steps = new Set([...firm.kept, ...all.kept]);
      const found: InferredEdge[] = [];
      for (const step of steps) {
        const a = classes[step.from];
        // Whatever ships the older build is replaced; of those that ship the newer one, the first stands for all.
        for (const older of classes[step.to]?.members ?? []) {
          if (a !== undefined) found.push(words.edge('supersedes', a.first, older, step.isAssumed));
        }
      }
      for (const { first, members } of classes)
        for (const other of members) if (other !== first) found.push(words.sameBuild(first, other));
      for (const { from, to } of same) {
        const [a, b] = [classes[from]?.first, classes[to]?.first];
        if (a !== undefined && b !== undefined) found.push(words.sameBuild(a, b));
      }
      for (const step of partial) {
        const [a, b] = [classes[step.from]?.first, classes[step.to]?.first];
        if (a !== undefined && b !== undefined) found.push(words.edge('contains-newer', a, b, step.isAssumed));
      }
      return found;
    }

    function compareClasses(classes: readonly BuildClass[]) {
      const newer: Comparison[] = [];
      const partial: Comparison[] = [];
      const same: Comparison[] = [];
      const sharing = classesByFile(classes);
      classes.forEach(({ first: b }, to) => {
        for (const from of candidates(sharing, b, to)) {
          const a = classes[from]?.first;
          if (a === undefined || a.article === b.article || from === to) continue;
          const match = matchBaselines(facts, b.family, a.baseline, b.baseline);
          const isLater = match === 'different' && laterPack(facts, b.family, a.baseline, b.baseline) !== null;
          if (match === 'different' && !isLater) continue;
          if (match === 'unknown' && areApart(eras.of(a), eras.of(b))) continue;
          const containment = comparePackages(a, b);
          // Beside other service packs, only what has everything says anything.
          if (containment.relation === 'none' || (isLater && containment.relation !== 'newer')) continue;
          const isUnstated = match !== 'same' && !licences.covers(b);
          const isAssumed = isUnstated || a.isPlatformAssumed !== b.isPlatformAssumed;
          const comparison = { from, to, isAssumed, containment };
          if (containment.relation === 'same') {
            // Where each has all that the other has, one edge says so.
            if (a.files.size !== b.files.size || from < to) same.push(comparison);
          } else if (a.isList || b.isList) continue;
          else if (containment.relation === 'newer') newer.push(comparison);
          else partial.push(comparison);
        }
      });
      return { newer, partial: nextOnly(partial, newer, classes), same };
    }

    function reportCycle(a: Package | undefined, b: Package | undefined): void {
      if (a === undefined || b === undefined) return;
      const [left, right] = [facts.node(a.article).id, facts.node(b.article).id];
      facts.report(
        'graph/contradicting-files',
        `The versions and dates of ${left} and ${right} contradict each other.`,
      );
    }
  },
};

function classesOf(facts: InferenceFacts, bucket: readonly Package[]): BuildClass[] {
  const ordered = [...bucket].sort((a, b) => compareIds(facts.node(a.article).id, facts.node(b.article).id));
  const classes = new Map<string, BuildClass>();
  for (const pack of ordered) {
    const files = [...pack.files].sort(([a], [b]) => a - b);
    const builds = files.map(([file, of]) => [
      file,
      of.map(({ line, rank, date, size }) => (rank < 0 ? [date, size] : [line, rank, date])),
    ]);
    const key = JSON.stringify([builds, pack.baseline, pack.isList, pack.isPlatformAssumed]);
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { first: pack, members: [pack] });
    else if (!known.members.some(({ article }) => article === pack.article)) known.members.push(pack);
  }
  return [...classes.values()];
}

/** Whether two builds are known to be made between different service packs. */
const areApart = (a: number | null, b: number | null): boolean => a !== null && b !== null && a !== b;

const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** More classes than this share a file only in made-up archives; then each is compared with those that come next. */
const COMPARED_WITH_ALL = 200;
const COMPARED_WITH_NEXT = 50;

/** For each file the classes that ship it, the oldest build first. */
function classesByFile(classes: readonly BuildClass[]): Map<number, number[]> {
  const sharing = new Map<number, number[]>();
  classes.forEach(({ first }, index) => {
    for (const file of first.files.keys()) {
      const known = sharing.get(file);
      if (known === undefined) sharing.set(file, [index]);
      else known.push(index);
    }
  });
  for (const [file, indexes] of sharing) {
    if (indexes.length <= COMPARED_WITH_ALL) continue;
    const keys = new Map(indexes.map((index) => [index, orderKey(classes[index]?.first.files.get(file)?.[0])]));
    indexes.sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
  }
  return sharing;
}

/** Orders builds of one line by rank, and those without a version by date. */
function orderKey(build: Build | undefined): string {
  if (build === undefined) return '';
  return build.rank >= 0 ? `${build.line} ${String(build.rank).padStart(8, '0')}` : (build.date ?? '');
}

/** The classes that ship at least one file of a package; of very many, those with the next builds. */
function candidates(sharing: ReadonlyMap<number, readonly number[]>, { files }: Package, own: number): Set<number> {
  const found = new Set<number>();
  for (const file of files.keys()) {
    const all = sharing.get(file) ?? [];
    const from = all.length <= COMPARED_WITH_ALL ? 0 : all.indexOf(own);
    const to = all.length <= COMPARED_WITH_ALL ? all.length : from + COMPARED_WITH_NEXT;
    for (const index of all.slice(from, to)) found.add(index);
  }
  return found;
}

/** Of the packages that have some newer files, those with the next build of a file that no replacement has. */
function nextOnly(
  partial: readonly Comparison[],
  newer: readonly Comparison[],
  classes: readonly BuildClass[],
): Comparison[] {
  const next = new Map<string, { comparison: Comparison; order: string }>();
  const replaced = new Set(newer.map(({ to }) => to));
  for (const comparison of partial) {
    // What is replaced as a whole needs no part of it told.
    if (replaced.has(comparison.to)) continue;
    for (const { file, build } of comparison.containment.newer) {
      const order = orderKey(build);
      const key = `${comparison.to} ${file}`;
      const known = next.get(key);
      if (
        known === undefined ||
        order < known.order ||
        (order === known.order && isWider(comparison, known.comparison))
      )
        next.set(key, { comparison, order });
    }
  }
  return [...new Set([...next.values()].map(({ comparison }) => comparison))];

  function isWider(a: Comparison, b: Comparison): boolean {
    const [left, right] = [a.containment.newer.length, b.containment.newer.length];
    return left !== right
      ? left > right
      : (classes[a.from]?.first.files.size ?? 0) < (classes[b.from]?.first.files.size ?? 0);
  }
}
