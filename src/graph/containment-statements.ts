import type { ContainmentNote } from '../model/extracted.ts';
import type { EdgeEvidence } from '../model/graph.ts';
import type { ProductIdentity } from './identity/product-identity.ts';
import type { ContainmentStatements, CumulativeStatement } from './inference/facts.ts';
import type { LadderBreak } from './inference/ladders.ts';
import { articleKey } from './target-resolver.ts';

/** Where a note stands: the article's node, and what it is about. */
interface NotePlace {
  node: number;
  families: readonly ProductIdentity[];
  evidence: EdgeEvidence[];
}

/** Gathers, article by article, what is said of containment and is no relation. */
export interface ContainmentGathering extends ContainmentStatements {
  add(note: ContainmentNote, place: NotePlace): void;
}

/** Starts with nothing said. */
export function createContainmentStatements(): ContainmentGathering {
  const cumulative: CumulativeStatement[] = [];
  const breaks: LadderBreak[] = [];
  const kept: { article: number; other: string }[] = [];
  return {
    cumulative,
    breaks,
    kept,
    add(note, { node, families, evidence }) {
      const [first] = evidence;
      if (note.says === 'later-contains-earlier') {
        if (first !== undefined) cumulative.push({ article: node, evidence: first });
        return;
      }
      if (note.says === 'keeps') {
        kept.push({ article: node, other: articleKey(note.article) });
        return;
      }
      for (const family of new Set(families.map((product) => product.family.key)))
        breaks.push({ family, lacks: note.lacked, evidence });
    },
  };
}
