import type { OpenItem } from './answer.ts';
import type { FindingState, Judgement } from './judge.ts';

/** The severities that Microsoft gives, the worst first; others, and none, come last. */
export const SEVERITIES: readonly string[] = ['Critical', 'Important', 'Moderate', 'Low', ''];

const severityRank = (severity: string): number => {
  const rank = SEVERITIES.indexOf(severity);
  return rank < 0 ? SEVERITIES.length - 1 : rank;
};

/**
 * Every vulnerability with how it stands over all its findings: exposed where nothing of it is covered, covered where
 * nothing is open. A product for which no row names an update is not covered by that of another one.
 */
export function statesById(judgements: readonly Judgement[]): Map<string, FindingState> {
  const totals = new Map<string, { open: number; covered: number; bare: Set<number>; named: Set<number> }>();
  for (const { finding, open, covered } of judgements) {
    const { id, product, updates } = finding;
    let total = totals.get(id);
    if (total === undefined) {
      total = { open: 0, covered: 0, bare: new Set(), named: new Set() };
      totals.set(id, total);
    }
    total.open += open.length;
    total.covered += covered.length;
    (updates.length === 0 ? total.bare : total.named).add(product.index);
  }
  return new Map(
    [...totals].map(([id, { open, covered, bare, named }]) => {
      const isBare = [...bare].some((product) => !named.has(product));
      const state = open > 0 ? (covered > 0 ? 'partly-covered' : 'exposed') : isBare ? 'no-update' : 'covered';
      return [id, state];
    }),
  );
}

/** What is open, one item a vulnerability: those with known exploits first, then the worst, then the latest. */
export function openItems(
  judgements: readonly Judgement[],
  state: FindingState,
  states: ReadonlyMap<string, FindingState>,
): OpenItem[] {
  const items = new Map<string, OpenItem>();
  for (const { finding, state: own, covered, open } of judgements) {
    if (states.get(finding.id) !== state || own === 'covered' || (own === 'no-update' && state !== 'no-update'))
      continue;
    const { id, product, component, rows } = finding;
    let item = items.get(id);
    if (item === undefined) {
      item = { id, title: '', severity: '', impact: '', date: null, exploits: [], isOptional: true, parts: [] };
      items.set(id, item);
    }
    for (const row of rows) {
      if (item.title === '') item.title = row.title;
      if (severityRank(row.severity) < severityRank(item.severity)) {
        item.severity = row.severity;
        item.impact = row.impact;
      } else if (item.impact === '') item.impact = row.impact;
      if (row.date !== null && row.date > (item.date ?? '')) item.date = row.date;
      for (const address of row.exploits) if (!item.exploits.includes(address)) item.exploits.push(address);
    }
    item.isOptional &&= product.component !== null;
    item.parts.push({
      product: product.names[rows[0]!.spelling] ?? product.label,
      onlyWith: product.component,
      component,
      open,
      covered: covered.map(({ update }) => update),
    });
  }
  return [...items.values()].sort(
    (a, b) =>
      Number(b.exploits.length > 0) - Number(a.exploits.length > 0) ||
      severityRank(a.severity) - severityRank(b.severity) ||
      (a.date !== b.date ? ((a.date ?? '') < (b.date ?? '') ? 1 : -1) : a.id < b.id ? -1 : 1),
  );
}

/** How many are open of each severity, the worst first; severities of which none is are left out. */
export function countBySeverity(exposed: readonly OpenItem[], partly: readonly OpenItem[]) {
  return SEVERITIES.map((severity) => {
    const of = (items: readonly OpenItem[]) =>
      items.filter((item) => severityRank(item.severity) === severityRank(severity));
    const open = of(exposed);
    const half = of(partly);
    const exploited = [...open, ...half].filter(({ exploits }) => exploits.length > 0).length;
    return { severity, exposed: open.length, partlyCovered: half.length, exploited };
  }).filter((counts) => counts.exposed + counts.partlyCovered > 0);
}
