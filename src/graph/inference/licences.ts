import type { EdgeEvidence } from '../../model/graph.ts';
import type { InferenceFacts } from './facts.ts';
import type { Package } from './packages.ts';

/** Statements that later builds of some files contain the fixes of earlier ones, which makes their order enough. */
export interface Licences {
  /** Whether such statements cover every file of a package. */
  covers(pack: Package): boolean;
  evidence(pack: Package): EdgeEvidence[];
}

/** 'Fixes with a particular version number contain all of the fixes that have an earlier version number', by family and file. */
export function createLicences(facts: InferenceFacts): Licences {
  const byFile = new Map<string, EdgeEvidence>();
  for (const { article, evidence } of facts.statements.cumulative) {
    for (const family of facts.families(article)) {
      for (const { target } of facts.from(article, 'ships')) {
        const key = `${family} ${target}`;
        const known = byFile.get(key);
        if (known === undefined || Number(evidence.article) < Number(known.article)) byFile.set(key, evidence);
      }
    }
  }
  return {
    covers: ({ family, files }) => [...files.keys()].every((file) => byFile.has(`${family} ${file}`)),
    evidence({ family, files }) {
      const found = [...files.keys()].map((file) => byFile.get(`${family} ${file}`));
      return found.slice(0, 1).filter((piece) => piece !== undefined);
    },
  };
}
