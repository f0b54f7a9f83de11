import type { InferenceRule, InferredEdge } from './inference-rule.ts';
import { type PlatformUpdate, platformUpdates } from './updates/platform-updates.ts';
import { tracksOf } from './updates/update-tracks.ts';

/**
 * Cumulative updates that feeds name replace the ones before them on the same platform and track, by the day of release
 * and never by their number: in known sequences it falls in one step of six.
 */
export const cumulativeUpdates: InferenceRule = {
  name: 'graph/cumulative-updates',
  trust: 1,
  infer(facts) {
    const edges: InferredEdge[] = [];
    if (facts.advisories === null) return edges;
    const nodes = new Map<string, number>();
    facts.nodes.forEach(({ kind, id }, index) => {
      if (kind === 'article') nodes.set(id.slice('article:'.length), index);
    });
    for (const found of platformUpdates(facts.advisories)) {
      const { label, architecture } = found.platform;
      const product = label.replace(/ \([^()]*\)$/, '');
      const scope = { product, ...(architecture !== null && { platform: architecture }) };
      for (const { name, steps, between, held } of tracksOf(found)) {
        const follow = (newer: PlatformUpdate, older: PlatformUpdate, holds = false) => {
          const [source, target] = [nodes.get(newer.id), nodes.get(older.id)];
          // What is stated needs no conclusion; and a statement the other way round tells of wrong days.
          if (source === undefined || target === undefined || newer.replaces.has(older.id)) return;
          if (older.replaces.has(newer.id)) return;
          const because = holds
            ? `${told(newer)}, a roll-up, holds ${told(older)} of the ${name} of ${label}`
            : `${told(newer)} follows ${told(older)} among the ${name} of ${label}`;
          edges.push({ kind: 'supersedes', source, target, rule: this.name, scope, because, evidence: [] });
        };
        steps.forEach(({ updates }, at) => {
          const earlier = [
            ...(steps[at - 1]?.updates ?? []),
            ...between.flatMap(({ update, next }) => (next === at ? update : [])),
          ];
          for (const newer of updates) for (const older of earlier) follow(newer, older);
        });
        for (const { update, by } of held) follow(by, update, true);
      }
    }
    return edges;
  },
};

/** 'KB4494440 of 2019-05-14 (10.0.14393.2969)' */
const told = ({ id, day, build }: PlatformUpdate): string =>
  `KB${id}${day === '' ? '' : ` of ${day}`}${build === null ? '' : ` (${build.join('.')})`}`;
