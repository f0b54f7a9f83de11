import { type BuildVersion, compareVersions, formatVersion } from '../graph/inference/version.ts';
import type { GraphView } from '../model/graph-view.ts';
import { SERVICE_PACK_LADDERS } from '../model/service-pack-ladders.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import type { BuildRows } from './file-builds.ts';
import { compareRungs } from './ladder-rungs.ts';
import type { ProductScope } from './product-scope.ts';
import { openSlice } from './slice.ts';

/**
 * Where a build stands: `contained`, in that service pack or superseded by it; `newer`, made after it;
 * `older`, made before fixes for that service pack.
 */
export const PLACE_RELATIONS = ['contained', 'newer', 'older'] as const;
export type PlaceRelation = (typeof PLACE_RELATIONS)[number];

export const PLACE_TELLS = ['corrected-in', 'made-for'] as const;

/** One service pack beside a build, and the article that ships a build which tells. */
export interface ServicePackPlace {
  relation: PlaceRelation;
  servicePack: NodeName;
  article: NodeName;
  /** Whether its fix is first corrected in that service pack, or made for machines that have it. */
  tells: (typeof PLACE_TELLS)[number];
  /** The build that the article ships. */
  version: string;
  isWithdrawn: boolean;
}

/** What one article tells of a service pack: that it holds its build (`fixed`), or is older than it (`host`). */
interface Mark {
  pack: number;
  level: string;
  article: number;
  version: BuildVersion;
  tells: ServicePackPlace['tells'];
}

/**
 * The service packs between which a build lies. A fix that is first corrected in a service pack has a build that the
 * pack holds or replaces; a fix for a machine with a service pack has a build that is newer than the pack's.
 */
export function servicePackPlaces(
  view: GraphView,
  family: ProductScope,
  builds: readonly BuildRows[],
  version: BuildVersion,
): ServicePackPlace[] {
  const { fixed, hosts } = marksOf(view, family, builds);
  const order = (a: string, b: string) => compareRungs(family.family, a, b) ?? 0;
  const is = (mark: Mark) => Math.sign(compareVersions(mark.version, version));
  const oldest = (marks: Mark[]) =>
    marks.sort((a, b) => order(a.level, b.level) || compareVersions(a.version, b.version));
  const contained = oldest(fixed.filter((mark) => is(mark) >= 0))[0];
  const newer = oldest([...fixed.filter((mark) => is(mark) < 0), ...hosts.filter((mark) => is(mark) <= 0)])
    // What holds it is not what it is newer than.
    .filter(({ level }) => contained === undefined || order(level, contained.level) < 0)
    .at(-1);
  const older =
    contained === undefined
      ? oldest(hosts.filter((mark) => is(mark) > 0 && (newer === undefined || order(newer.level, mark.level) < 0)))[0]
      : undefined;
  const withdrawn = SERVICE_PACK_LADDERS.find((ladder) => ladder.family === family.family)?.withdrawn ?? [];
  const place = (relation: PlaceRelation, mark: Mark | undefined): ServicePackPlace[] =>
    mark === undefined
      ? []
      : [
          {
            relation,
            servicePack: nameAt(view, mark.pack),
            article: nameAt(view, mark.article),
            tells: mark.tells,
            version: formatVersion(mark.version),
            isWithdrawn: withdrawn.includes(mark.level),
          },
        ];
  return [...place('contained', contained), ...place('newer', newer), ...place('older', older)];
}

function marksOf(
  view: GraphView,
  family: ProductScope,
  builds: readonly BuildRows[],
): { fixed: Mark[]; hosts: Mark[] } {
  const fixed: Mark[] = [];
  const hosts: Mark[] = [];
  const order = (a: string, b: string) => compareRungs(family.family, a, b) ?? 0;
  const packsOf = (article: number, kinds: readonly ('fixed-in' | 'requires' | 'applies-to')[]) =>
    openSlice(view, kinds)
      .out(article)
      .flatMap(({ target: pack }) => {
        const { kind, attributes } = view.node(pack);
        const isOwn = kind === 'service-pack' && attributes.family === family.family;
        return isOwn && attributes.level !== undefined ? [{ pack, level: attributes.level }] : [];
      })
      .sort((a, b) => order(a.level, b.level));
  for (const { version, rows } of builds) {
    if (version === null || version.isShort) continue;
    for (const article of new Set(rows.map((row) => row.article))) {
      const corrected = packsOf(article, ['fixed-in'])[0];
      const host = packsOf(article, ['requires']).at(-1) ?? packsOf(article, ['applies-to']).at(-1);
      if (corrected !== undefined) fixed.push({ ...corrected, article, version, tells: 'corrected-in' });
      // An article that names the pack which corrects it among its products says nothing of that pack.
      if (host !== undefined && (corrected === undefined || order(host.level, corrected.level) < 0))
        hosts.push({ ...host, article, version, tells: 'made-for' });
    }
  }
  return { fixed, hosts };
}
