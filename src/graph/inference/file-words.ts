import type { EdgeEvidence } from '../../model/graph.ts';
import type { Scope } from '../../model/relation.ts';
import { scopeKey } from '../edge-table.ts';
import { laterPack, matchBaselines } from './baseline.ts';
import { comparePackages } from './compare-packages.ts';
import type { InferenceFacts } from './facts.ts';
import type { InferredEdge } from './inference-rule.ts';
import type { Licences } from './licences.ts';
import type { Build, Package } from './packages.ts';

/** Makes the edges of compared packages, with the builds that they rest on in words. */
export interface FileWords {
  edge(kind: 'supersedes' | 'contains-newer', newer: Package, older: Package, isAssumed: boolean): InferredEdge;
  sameBuild(a: Package, b: Package): InferredEdge;
  /** Edges that say the same of every platform that the older article has packages for become one without a platform. */
  joinPlatforms(edges: readonly InferredEdge[]): InferredEdge[];
}

/** How many files are named; the others are counted. */
const NAMED = 2;
const PROCESSORS = /^(?:x86|alpha|ia64|x64|mips|ppc)$/;

/** `buckets` hold every package, by what must be equal for two to be compared. */
export function createFileWords(
  facts: InferenceFacts,
  licences: Licences,
  buckets: ReadonlyMap<string, readonly Package[]>,
): FileWords {
  const platforms = new Map<string, Set<string>>();
  for (const packages of buckets.values()) {
    for (const { article, family, platform } of packages) {
      const key = `${article} ${family}`;
      const known = platforms.get(key);
      if (known === undefined) platforms.set(key, new Set([platform]));
      else known.add(platform);
    }
  }

  function scopeOf(newer: Package, older: Package): Scope {
    const { family, platform, language, branch, encryption } = older;
    const [level] = newer.baseline.stated;
    const release = older.release ?? newer.release;
    return {
      product: facts.familyLabel(family),
      ...(newer.isPlatformAssumed && older.isPlatformAssumed ? {} : { platform }),
      ...(language === null ? {} : { language }),
      ...(branch === null ? {} : { branch }),
      ...(encryption === null ? {} : { encryption }),
      ...(newer.baseline.stated.length === 1 && level !== undefined
        ? { baseline: `SP${level.replace(/^SP/i, '')}` }
        : {}),
      ...(release === null ? {} : { release }),
    };
  }

  function fileName(file: number): string {
    const { label } = facts.node(file);
    return label.charAt(0).toUpperCase() + label.slice(1);
  }

  return {
    edge(kind, newer, older, isAssumed) {
      const containment = comparePackages(newer, older);
      const shown = containment.newer.slice(0, NAMED);
      const others = containment.newer.length - shown.length;
      const on = facts.familyLabel(older.family);
      const builds = shown.map(
        ({ file, build, older: before }, at) =>
          `${fileName(file)} ${buildName(build)}${at === 0 ? ` on ${on}` : ''} against ${before.printed ?? `that of ${before.date}`}`,
      );
      if (others > 0) builds.push(`${others} more newer`);
      const remarks = remarksOn(newer, older);
      const evidence = [
        ...shown.slice(0, 1).flatMap(({ build, older: before }) => [build.evidence, before.evidence]),
        ...(matchBaselines(facts, older.family, newer.baseline, older.baseline) !== 'same' && !isAssumed
          ? licences.evidence(older)
          : []),
      ].filter((piece): piece is EdgeEvidence => piece !== undefined);
      return {
        kind,
        source: newer.article,
        target: older.article,
        rule: ['graph/newer-files', passed(newer, older) && 'later-pack', isAssumed && 'assumed']
          .filter(Boolean)
          .join('-'),
        scope: scopeOf(newer, older),
        because: [builds.join(', '), ...remarks].join('; '),
        evidence,
      };
    },
    sameBuild(a, b) {
      const [first] = [...b.files].flatMap(([file, builds]) => builds.map((build) => ({ file, build })));
      const count = b.files.size;
      const build = first === undefined ? '' : `${fileName(first.file)} ${buildName(first.build)}`;
      return {
        kind: 'same-build',
        source: a.article,
        target: b.article,
        rule: 'graph/newer-files',
        scope: scopeOf(a, b),
        because: `both ship ${build}${count > 1 ? ` and ${count - 1} more of the same builds` : ''} on ${facts.familyLabel(b.family)}`,
        evidence: first?.build.evidence === undefined ? [] : [first.build.evidence],
      };
    },
    joinPlatforms(edges) {
      const groups = new Map<string, InferredEdge[]>();
      for (const edge of edges) {
        const { platform: _, ...rest } = edge.scope ?? {};
        const key = `${edge.kind} ${edge.source} ${edge.target} ${edge.rule} ${scopeKey(rest)}`;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [edge]);
        else known.push(edge);
      }
      return [...groups.values()].flatMap((group) => {
        const [edge] = group;
        if (edge?.scope?.platform === undefined || !PROCESSORS.test(edge.scope.platform)) return group;
        const family = [...facts.families(edge.target)].find((each) => facts.familyLabel(each) === edge.scope?.product);
        const own = platforms.get(`${edge.target} ${family ?? ''}`);
        if (own === undefined || own.size > new Set(group.map(({ scope }) => scope?.platform)).size) return group;
        const { platform: _, ...scope } = edge.scope;
        return [{ ...edge, scope }];
      });
    },
  };

  /** The service pack through which the way to the newer leads, or null. */
  function passed(newer: Package, older: Package): string | null {
    return laterPack(facts, older.family, newer.baseline, older.baseline);
  }

  function remarksOn(newer: Package, older: Package): string[] {
    const remarks: string[] = [];
    if (newer.isPlatformAssumed !== older.isPlatformAssumed)
      remarks.push(`the ${newer.isPlatformAssumed ? 'newer' : 'older'} states no platform, taken as x86`);
    const pack = passed(newer, older);
    if (pack !== null)
      remarks.push(`the newer needs SP${pack}, and the older is for SP${older.baseline.stated.join(' or SP')}`);
    if (matchBaselines(facts, older.family, newer.baseline, older.baseline) !== 'unknown') return remarks;
    if (licences.covers(older)) return remarks;
    const [needs] = newer.baseline.stated;
    if (needs !== undefined && older.baseline.stated.length === 0)
      remarks.push(`the newer needs SP${needs}, and what the older needs is not stated`);
    else if (older.baseline.stated.length > 0 && newer.baseline.stated.length === 0)
      remarks.push(
        `the older is for SP${older.baseline.stated.join(' or SP')}, and what the newer needs is not stated`,
      );
    else if (needs !== undefined) remarks.push('they are for several service packs, not all of them the same');
    else remarks.push('the service pack that each needs is not stated');
    return remarks;
  }
}

function buildName({ printed, date }: Build): string {
  return printed ?? `of ${date}`;
}
