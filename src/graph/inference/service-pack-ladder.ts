import type { InferenceRule, InferredEdge } from './inference-rule.ts';

/**
 * A later service pack of one ladder replaces the one before it. A withdrawn rung is replaced and replaces like any
 * other, and the rung after it also replaces the one before, so that a walk need not pass it.
 */
export const servicePackLadder: InferenceRule = {
  name: 'graph/service-pack-ladder',
  trust: 4,
  infer(facts) {
    const edges: InferredEdge[] = [];
    for (const { family, rungs } of facts.ladders.values()) {
      rungs.forEach((rung, at) => {
        for (let below = at - 1; below >= 0; below--) {
          const older = rungs[below];
          if (older === undefined || older.segment !== rung.segment) return;
          const passed = rungs.slice(below + 1, at).map(({ level }) => `SP${level}, which was withdrawn,`);
          edges.push({
            kind: 'supersedes',
            source: rung.node,
            target: older.node,
            rule: this.name,
            scope: null,
            because: `${named(rung.level)} follows ${named(older.level)} on the ladder of ${facts.familyLabel(family)}${
              passed.length > 0 ? ` (${passed.join(' ')} stands between them)` : ''
            }`,
            evidence: [],
          });
          if (!older.isWithdrawn) return;
        }
      });
    }
    return edges;
  },
};

const named = (level: string): string => (/^\d/.test(level) ? `SP${level}` : level);
