import type { EdgeEvidence } from '../../model/graph.ts';
import type { GraphView } from '../../model/graph-view.ts';
import type { InstallationSaying } from '../../model/installation.ts';
import { type NodeName, nameOf } from '../answer-parts.ts';
import type { QuotedEvidence } from '../quote-evidence.ts';
import { releasesOf } from '../releases.ts';
import { NEEDS } from '../restarts.ts';
import { openSlice } from '../slice.ts';
import { isAssumed, openSupersession } from '../supersession.ts';
import type { PlanStep, StepReason } from './answer.ts';
import { breakageOf, type Outcome, releaseRemarks } from './breakage.ts';
import { type Item, restartOf } from './items.ts';
import { levelName } from './ladder.ts';
import type { PlanProblem } from './problem.ts';
import type { Replacements } from './replacements.ts';
import { itemOf } from './requirements.ts';
import { holdsHere, type Setting } from './setting.ts';

/** What steps are made from. */
export interface StepSources {
  view: GraphView;
  setting: Setting;
  replacements: Replacements;
  built: PlanProblem;
  /** Items in the order of installing. */
  order: readonly number[];
  /** Targets that are there because a roll-up leaves them out: its article, by target. */
  leftOutOf: ReadonlyMap<number, number>;
  /** Whether an item is there only because a roll-up leaves it out. */
  isExtra: (item: Item) => boolean;
  quote: (evidence: readonly EdgeEvidence[]) => QuotedEvidence[];
}

/** The steps of a plan, each with its reasons and what to mind. */
export function stepsOf(sources: StepSources): PlanStep[] {
  const { view, setting, built, order, replacements, quote } = sources;
  const reasons = reasonsOf(sources);
  const outcome = outcomeOf(sources);
  return order.map((at): PlanStep => {
    const item = built.table.items[at]!;
    const requirements = built.requirements[at] ?? [];
    const remarks = requirements.flatMap(({ remark, met, members }) =>
      remark !== null && (met !== null || members.length > 0) ? [remark] : [],
    );
    const met = new Map<string, EdgeEvidence[]>();
    for (const { met: by, edges } of requirements) {
      if (by !== null && !met.has(by))
        met.set(
          by,
          edges.flatMap(({ evidence }) => evidence),
        );
    }
    const name = itemName(view, item);
    remarks.push(...releaseRemarks(view, item, setting));
    if (item.kind === 'fix') remarks.push(...assumedReplacements(view, item.node, setting));
    if (name.status === 'cited') remarks.push('its own article is not in the archive: what it requires is not known');
    return {
      kind: item.kind,
      node: name,
      isExtra: sources.isExtra(item),
      why: reasons.get(at) ?? [],
      met: [...met.keys()],
      metBecause: [...met.values()].map((evidence) => quote(evidence.slice(0, 1))),
      restart: restartNeed(sources, item),
      check: item.kind === 'fix' ? filesOf(view, item.node, setting) : [],
      undo: saidOf(sources, item, ['uninstall', 'no-uninstall']),
      reapply: saidOf(sources, item, ['reapply']),
      ...breakageOf(view, item, setting, outcome, replacements),
      remarks: [...new Set(remarks)],
    };
  });
}

/** What may replace a fix, if what no article states held: it is told, and never planned for it. */
function assumedReplacements(view: GraphView, node: number, { product, host, stated }: Setting): string[] {
  if (stated) return [];
  const scope = product.family === '' ? null : product;
  const supersession = openSupersession(view, { product: scope, within: 'platform', stated, assumed: true });
  const told = new Set<number>();
  return supersession.newer(node).flatMap(({ to, link }) => {
    if (!isAssumed(link) || told.has(to)) return [];
    told.add(to);
    const [, ...doubts] = (link.because ?? '').split('; ');
    const there = host.installed.has(to) ? ', which is there already' : '';
    const doubt = doubts.length === 0 ? 'the service packs that they are for are not stated' : doubts.join('; ');
    return [`may also be replaced by ${shortName(view, to)}${there}: that is assumed, for ${doubt}`];
  });
}

/** An item as answers name it. */
export function itemName(view: GraphView, item: Item): NodeName {
  if (item.kind !== 'service-pack') return nameOf(view.node(item.node));
  if (item.node !== null) return nameOf(view.node(item.node));
  const suffix = /^\d/.test(item.level) ? `sp${item.level}` : item.level.toLowerCase();
  return { id: `service-pack:${item.family}-${suffix}`, kind: 'service-pack', label: item.label, status: null };
}

/** What the machine has when all is done. */
export function outcomeOf({ setting, built, order }: Pick<StepSources, 'setting' | 'built' | 'order'>): Outcome {
  const levels = new Map(setting.host.levels);
  const fixes = new Set(setting.host.installed);
  for (const at of order) {
    const item = built.table.items[at]!;
    if (item.kind === 'service-pack') levels.set(item.family, item.level);
    else if (item.kind === 'fix') fixes.add(item.node);
  }
  return { levels, fixes };
}

function reasonsOf({ view, built, order, leftOutOf, quote }: StepSources): Map<number, StepReason[]> {
  const place = new Map(order.map((at, step) => [at, step + 1]));
  const reasons = new Map<number, StepReason[]>();
  const add = (at: number, reason: StepReason) => reasons.set(at, [...(reasons.get(at) ?? []), reason]);
  for (const { node, standings } of built.targets) {
    const { id, label, kind } = view.node(node);
    const short = kind === 'article' ? id.slice('article:'.length) : label;
    for (const standing of standings) {
      const at = itemOf(standing, built.table);
      if (!place.has(at)) continue;
      const because = standing.because;
      const rollUp = leftOutOf.get(node);
      if (rollUp !== undefined) add(at, leftOut(view, rollUp, node, quote));
      else if (standing.steps === 0 && because === null) add(at, { text: 'asked for', step: null, evidence: [] });
      else {
        const verb = because?.kind === 'fixed-in' || standing.kind === 'service-pack' ? 'contains' : 'replaces';
        const basis = because?.basis === 'inferred' ? ` (inferred: ${because.because ?? because.rule})` : '';
        const evidence = because === null ? [] : quote(because.evidence.slice(0, 1));
        add(at, { text: `${verb} ${short}, which was asked for${basis}`, step: null, evidence });
      }
      break;
    }
  }
  for (const owner of order) {
    for (const { members, edges } of built.requirements[owner] ?? []) {
      const at = members.filter((member) => place.has(member)).sort((a, b) => place.get(a)! - place.get(b)!)[0];
      if (at === undefined) continue;
      const own = edges.flatMap(({ evidence }) => evidence).slice(0, 1);
      const step = place.get(owner)!;
      add(at, { text: `step ${step} requires it`, step, evidence: quote(own) });
    }
  }
  return reasons;
}

function leftOut(view: GraphView, rollUp: number, node: number, quote: StepSources['quote']): StepReason {
  const { id, attributes } = view.node(rollUp);
  const own = view.node(node).id.slice('article:'.length);
  const fact = attributes.installation?.find(({ says, article }) => says === 'excludes' && article === own);
  return {
    text: `${id.slice('article:'.length)} leaves it out: install it after that`,
    step: null,
    evidence: quote(fact?.evidence.slice(0, 1) ?? []),
  };
}

function restartNeed({ view, setting, quote }: StepSources, item: Item): PlanStep['restart'] {
  // A service pack replaces the running system's own files; no article needs to say so.
  if (item.kind === 'service-pack') return { need: 'required', evidence: [] };
  const fact = restartOf(view, item, setting);
  if (fact === null) return { need: 'untold', evidence: [] };
  return { need: NEEDS[fact.says], evidence: quote(fact.evidence.slice(0, 1)) };
}

function saidOf(
  { view, setting, quote }: StepSources,
  item: Item,
  says: readonly InstallationSaying[],
): QuotedEvidence[] {
  if (item.kind !== 'fix') return [];
  return (view.node(item.node).attributes.installation ?? [])
    .filter((fact) => says.includes(fact.says) && holdsHere(fact.scope, setting))
    .flatMap(({ evidence }) => quote(evidence.slice(0, 2)));
}

function filesOf(view: GraphView, node: number, setting: Setting): PlanStep['check'] {
  const [latest] = releasesOf(view, node);
  const rows = openSlice(view, ['ships'])
    .out(node)
    // What is installed today is the latest release.
    .filter(({ scope }) => scope?.release === undefined || scope.release === latest)
    .filter(({ scope, file }) => file !== null && holdsHere(scope, setting))
    .map(({ target, file }) => ({ name: view.node(target).label, ...file! }));
  // Two releases of one article may ship the very same file.
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** What a service pack may do to fixes that are there already, and what a fix must survive. */
export function packWarnings({ view, setting, built, order, replacements }: StepSources): string[] {
  const packs = order.map((at) => built.table.items[at]!).filter((item) => item.kind === 'service-pack');
  const warnings: string[] = [];
  const { levels } = outcomeOf({ setting, built, order });
  for (const pack of packs) {
    const uncertain = [...setting.host.installed].filter((node) => {
      const standings = replacements.of(node);
      return !standings.some(
        (each) => each.kind === 'service-pack' && each.family === pack.family && levels.has(each.family),
      );
    });
    if (uncertain.length > 0) {
      const names = uncertain.map((node) => shortName(view, node)).join(', ');
      warnings.push(
        `${pack.label} may put back older files of what is there already and is not known to be in it: ${names}. Check their files, and apply them again if they are older.`,
      );
    }
  }
  const hasFixes = order.some((at) => built.table.items[at]!.kind === 'fix');
  if (packs.length > 0 && hasFixes) {
    const names = packs.map(({ level }) => levelName(level)).join(' and ');
    warnings.push(`Fixes come after ${names}: a service pack that is applied later may put back older files.`);
  }
  return warnings;
}

function shortName(view: GraphView, node: number): string {
  const { id, label, kind } = view.node(node);
  return kind === 'article' ? id.slice('article:'.length) : label;
}
