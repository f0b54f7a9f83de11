import type { EdgeEvidence } from '../../model/graph.ts';
import type { Scope } from '../../model/relation.ts';
import { scopeKey } from '../edge-table.ts';
import type { InferenceFacts } from './facts.ts';
import { listedRungs } from './fix-lists.ts';
import type { InferenceRule, InferredEdge } from './inference-rule.ts';

/** What puts one fix into one service pack. */
interface Correction {
  pack: number;
  scope: Scope | null;
  because: string;
  evidence: EdgeEvidence[];
}

/**
 * A service pack replaces the fixes that are stated to be first corrected in it, or that its list of fixes names; of
 * several rungs the earliest, since the later ones replace that.
 */
export const correctedInServicePack: InferenceRule = {
  name: 'graph/corrected-in-service-pack',
  trust: 3,
  infer(facts) {
    const corrections = new Map<number, Correction[]>();
    const add = (article: number, correction: Correction) => {
      const known = corrections.get(article);
      if (known === undefined) corrections.set(article, [correction]);
      else known.push(correction);
    };
    for (const { source, target, scope, evidence } of facts.ofKind('fixed-in')) {
      const because = `${facts.node(source).id.replace('article:', 'KB')} says that it was first corrected in ${facts.node(target).label}`;
      for (const each of scopesOfPack(facts, source, target, scope))
        add(source, { pack: target, scope: each, because, evidence });
    }
    addLists(facts, add);
    return [...corrections].flatMap(([article, all]) => edgesOf(facts, this.name, article, all));
  },
};

/** A pack is for its own family: a heading that names another product beside it says nothing of that. */
function scopesOfPack(facts: InferenceFacts, article: number, pack: number, stated: Scope | null): (Scope | null)[] {
  const { family } = facts.node(pack).attributes;
  const own = facts.families(article);
  // A pack of another product, such as Visual Studio's for Visual Basic, holds for all that is stated.
  if (family === undefined || (own.size > 0 && !own.has(family))) return [stated];
  return [own.size !== 1 ? { ...stated, product: facts.familyLabel(family) } : stated];
}

function addLists(facts: InferenceFacts, add: (article: number, correction: Correction) => void): void {
  const rungsByList = new Map<number, ReturnType<typeof listedRungs>>();
  for (const { source, target, evidence } of facts.ofKind('includes')) {
    const rungs = rungsByList.get(source) ?? listedRungs(facts, source);
    rungsByList.set(source, rungs);
    for (const [family, rung] of rungs) {
      const own = facts.families(target);
      const covers = facts.families(source);
      const isOther = own.size > 0 && !own.has(family) && ![...own].some((each) => covers.has(each));
      // What is corrected for one product is not corrected for another.
      if (isOther || (own.size > 0 && covers.has(family) && !own.has(family))) continue;
      const { label } = facts.node(rung.node);
      const because = `${facts.node(source).id.replace('article:', 'KB')} lists it among the fixes of ${label}`;
      for (const scope of scopesOfPack(facts, target, rung.node, null))
        add(target, { pack: rung.node, scope, because, evidence });
    }
  }
}

/** Of the rungs of one segment and scope, the earliest; what is stated of it by several is one edge. */
function edgesOf(facts: InferenceFacts, rule: string, article: number, corrections: Correction[]): InferredEdge[] {
  const earliest = new Map<string, { order: number; correction: Correction }>();
  for (const correction of corrections) {
    const { family = '', level = '' } = facts.node(correction.pack).attributes;
    const rungs = facts.ladders.get(family)?.rungs ?? [];
    const order = rungs.findIndex(({ node }) => node === correction.pack);
    const place = order < 0 ? `${family} off ${level}` : `${family} ${rungs[order]?.segment}`;
    const key = `${place} ${correction.scope === null ? '' : scopeKey(correction.scope)}`;
    const known = earliest.get(key);
    if (known === undefined || order < known.order) earliest.set(key, { order, correction });
  }
  return [...earliest.values()].map(({ correction: { pack, scope, because, evidence } }) => ({
    kind: 'supersedes',
    source: pack,
    target: article,
    rule,
    scope,
    because,
    evidence,
  }));
}
