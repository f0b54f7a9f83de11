import { createAdvisoryTable } from '../../../src/graph/advisory-table.ts';
import type { Advisories, AdvisoryRecord, AdvisoryTable } from '../../../src/model/advisories.ts';
import type { GraphEdge, GraphNode } from '../../../src/model/graph.ts';
import type { GraphView } from '../../../src/model/graph-view.ts';
import type { HostCapture } from '../../../src/model/host.ts';
import { arrayView } from '../array-view.ts';

export const WINDOWS_7 = 'Windows 7 for x64-based Systems Service Pack 1';

/** A row of a feed with what a test does not care about filled in. */
export function someRow(more: Partial<AdvisoryRecord>): Omit<AdvisoryRecord, 'record'> {
  return {
    article: null,
    cve: null,
    product: WINDOWS_7,
    title: '',
    component: '',
    severity: 'Important',
    impact: 'Elevation of Privilege',
    date: '2015-01-13',
    supersedes: '',
    exploits: '',
    ...more,
  };
}

/** A capture with what a test does not care about left open; `updates` are numbers. */
export function someCapture(updates: readonly string[], more: Partial<HostCapture> = {}): HostCapture {
  return {
    format: 'systeminfo',
    source: 'host.txt',
    host: 'LEDGER7',
    system: {
      name: 'Microsoft Windows 7 Professional',
      version: '6.1.7601',
      revision: null,
      servicePack: '1',
      architecture: 'x64',
    },
    updates: updates.map((id) => ({ id, printed: `KB${id}` })),
    unnamed: [],
    hasUpdateList: true,
    announced: null,
    files: [],
    ...more,
  };
}

/** A graph to ask that holds these rows, and nodes and edges where a test has some. */
export function feedView(
  rows: readonly Omit<AdvisoryRecord, 'record'>[],
  nodes: readonly GraphNode[] = [],
  edges: readonly GraphEdge[] = [],
): GraphView {
  const table = createAdvisoryTable();
  table.source({ feed: 'wesng', file: 'rows.csv', date: '2019-06-20' });
  for (const [at, row] of rows.entries()) table.advisory({ ...row, record: at + 1 });
  const advisories = inMemory(table.finish()!);
  return { ...arrayView(nodes, edges), advisories: () => advisories };
}

function inMemory({ sources, products, texts, columns, first }: AdvisoryTable): Advisories {
  return {
    sources,
    products,
    rows: (product) =>
      Array.from({ length: first[product + 1]! - first[product]! }, (_, at) => {
        const row = first[product]! + at;
        const text = (column: keyof typeof texts) => texts[column][columns[column][row]!]!;
        const parts = (column: 'supersedes' | 'exploits', by: string) => text(column).split(by).filter(Boolean);
        return {
          product,
          spelling: columns.spelling[row]!,
          article: text('article') || null,
          cve: text('cve') || null,
          title: text('title'),
          component: text('component'),
          severity: text('severity'),
          impact: text('impact'),
          date: text('date') || null,
          supersedes: parts('supersedes', ';'),
          exploits: parts('exploits', ' '),
          ...(text('build') !== '' && { build: text('build') }),
          source: columns.source[row]!,
          record: columns.record[row]!,
        };
      }),
  };
}
