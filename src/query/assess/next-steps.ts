import type { GraphView } from '../../model/graph-view.ts';
import type { AssessAnswer, NextStep } from './answer.ts';
import type { Finding } from './finding.ts';
import type { NextUpdates } from './install-next.ts';
import { restartTeller, STEP_RESTARTS, type StepRestart } from './restart.ts';
import type { Tracks } from './tracks.ts';

const KINDS = ['service-pack', 'servicing-stack', 'update'] as const;

/** What steps are told with. */
export interface StepSetting {
  findings: readonly Finding[];
  tracks: Tracks;
  /** Whether only statements count. */
  stated: boolean;
}

/** The updates in the order of installing them, each with what is known of it. */
export function nextSteps(
  view: GraphView,
  { updates, isSmallest }: NextUpdates,
  { findings, tracks: { servicingStack }, stated }: StepSetting,
): AssessAnswer['installNext'] {
  const products = new Set(findings.map(({ product }) => product));
  const restartOf = restartTeller(view, [...products], stated);
  const facts = factsOf(new Set(updates.map(({ update }) => update)), findings);
  const steps = updates.map(({ update, closes, insteadOf }): NextStep => {
    const { dates, titles, isPack, components, systems } = facts.get(update) ?? noFacts();
    const node = nodeOf(view, update);
    const kind = isPack ? 'service-pack' : servicingStack.has(update) ? 'servicing-stack' : 'update';
    const date = dates.sort()[dates.length >> 1] ?? node?.date ?? null;
    return {
      update,
      title: (node?.status === 'present' ? node.label : titles[0]) ?? '',
      date,
      kind,
      restart: restartOf({ kind, facts: node?.attributes.installation, systems, date }),
      closes,
      onlyWith:
        components.size === 0 || components.has(null) ? null : [...components].filter((name) => name !== null).sort(),
      insteadOf,
    };
  });
  const ordered = inOrder(view, steps);
  return {
    steps: ordered,
    isSmallest,
    restarts: countRestarts(ordered),
  };
}

interface UpdateFacts {
  dates: string[];
  /** Of rows that are about the update and no vulnerability. */
  titles: string[];
  isPack: boolean;
  /** What it is for: null for the system itself. */
  components: Set<string | null>;
  /** The families of the systems that it is for as such. */
  systems: Set<string>;
}

const noFacts = (): UpdateFacts => ({
  dates: [],
  titles: [],
  isPack: false,
  components: new Set(),
  systems: new Set(),
});

function countRestarts(steps: readonly NextStep[]): Record<StepRestart['need'], number> {
  const counts = Object.fromEntries(STEP_RESTARTS.map((need) => [need, 0])) as Record<StepRestart['need'], number>;
  for (const { restart } of steps) counts[restart.need]++;
  return counts;
}

function factsOf(wanted: ReadonlySet<string>, findings: readonly Finding[]): Map<string, UpdateFacts> {
  const facts = new Map<string, UpdateFacts>();
  for (const { id, rows, product } of findings) {
    const isPack = id.startsWith('SP');
    for (const { article, cve, date, title } of rows) {
      if (article === null || !wanted.has(article)) continue;
      let known = facts.get(article);
      if (known === undefined) {
        known = noFacts();
        facts.set(article, known);
      }
      if (date !== null) known.dates.push(date);
      if ((cve === null || isPack) && !known.titles.includes(title)) known.titles.push(title);
      known.isPack ||= isPack;
      known.components.add(product.component);
      if (product.component === null && product.platform !== null) known.systems.add(product.platform.family);
    }
  }
  return facts;
}

function nodeOf(view: GraphView, update: string) {
  const index = view.indexOf(`article:${update}`);
  return index === null ? null : view.node(index);
}

/** Service packs, then servicing stacks, then what closes most; what another one requires comes before it. */
function inOrder(view: GraphView, steps: readonly NextStep[]): NextStep[] {
  const rest = [...steps].sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      Number(a.onlyWith !== null) - Number(b.onlyWith !== null) ||
      b.closes.length - a.closes.length ||
      ((a.date ?? '') < (b.date ?? '') ? -1 : 1),
  );
  const ordered: NextStep[] = [];
  const isLeft = new Set(rest.map(({ update }) => update));
  while (rest.length > 0) {
    const at = rest.findIndex(({ update }) =>
      requiredBy(view, update).every((other) => other === update || !isLeft.has(other)),
    );
    // Updates that require each other have no order; the first of them goes on.
    const [next] = rest.splice(Math.max(at, 0), 1);
    isLeft.delete(next!.update);
    ordered.push(next!);
  }
  return ordered;
}

function requiredBy(view: GraphView, update: string): string[] {
  const index = view.indexOf(`article:${update}`);
  if (index === null) return [];
  return view.edgesFrom(index, ['requires']).map(({ target }) => view.node(target).id.replace('article:', ''));
}
