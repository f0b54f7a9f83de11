import type { ExportGraph } from '../../src/export/export-graph.ts';
import type { Basis } from '../../src/model/graph.ts';
import type { ShownGraph } from '../views/view.ts';

/** What a view shows, as the writers of `src/export` take it; `source` is the line that says where it comes from. */
export function exportShown({ title, nodes, edges }: ShownGraph, source: string): ExportGraph {
  return {
    title,
    source,
    nodes: nodes.map(({ id, kind, label, date, x, y }) => ({
      id,
      kind,
      label,
      status: null,
      date,
      importance: null,
      position: { x, y },
    })),
    edges: edges.map(({ kind, source: from, target, basis, rule, because, scope, evidence }) => ({
      source: from,
      target,
      kind,
      basis: basis as Basis,
      rule: rule ?? '',
      scope: scope ?? null,
      because: because ?? null,
      group: null,
      orLater: false,
      file: null,
      evidence: evidence ?? [],
    })),
  };
}

/** 'What replaces KB179129' as 'what-replaces-kb179129': a name that every file system takes. */
export function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'kbgraph' : plain;
}
