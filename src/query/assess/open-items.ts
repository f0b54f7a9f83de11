import type { OpenItem } from './answer.ts';
import type { FindingState, Judgement } from './judge.ts';

/** The severities that Microsoft gives, the worst first; others, and none, come last. */
export const SEVERITIES: readonly string[] = ['Critical', 'Important', 'Moderate', 'Low', ''];

const severityRank = (severity: string): number => {
  const rank = SEVERITIES.indexOf(severity);
  return rank < 0 ? SEVERITIES.length - 1 : rank;
};

/** Every vulnerability with how it stands as a whole: as the worst of its findings does. */
export function statesById(judgements: readonly Judgement[]): Map<string, FindingState> {
  const states = new Map<string, FindingState>();
  for (const { finding, state } of judgements) {
    const before = states.get(finding.id);
    if (before === undefined || RANK[state] < RANK[before]) states.set(finding.id, state);
  }
  // A product for which no row names an update is not covered by that of another one.
  const named = new Set(
    judgements.flatMap(({ finding, state }) =>
      state === 'no-update' ? [] : `${finding.id}\n${finding.product.index}`,
    ),
  );
  for (const { finding, state } of judgements) {
    const isNowhere = state === 'no-update' && !named.has(`${finding.id}\n${finding.product.index}`);
    if (isNowhere && states.get(finding.id) === 'covered') states.set(finding.id, 'no-update');
  }
  return states;
}

const RANK: Record<FindingState, number> = { exposed: 0, 'partly-covered': 1, covered: 2, 'no-update': 3 };

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
