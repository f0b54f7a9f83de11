import type { GraphView } from '../../model/graph-view.ts';
import { nameOf } from '../answer-parts.ts';
import { createQuoter } from '../quote-evidence.ts';
import type { ProductPlan } from './answer.ts';
import { choicesOf } from './choices.ts';
import type { Item } from './items.ts';
import { buildProblem, concerns, delivers, type PlanProblem, type Target, targetOf } from './problem.ts';
import { openReplacements, type Replacements } from './replacements.ts';
import { standingName } from './requirements.ts';
import type { Setting } from './setting.ts';
import { type Solution, solve } from './solve.ts';
import { itemName, packWarnings, type StepSources, stepsOf } from './steps.ts';

interface Solved {
  built: PlanProblem;
  solution: Solution;
}

/** The plan that gets these fixes onto one product. */
export function planFor(
  view: GraphView,
  wanted: readonly number[],
  setting: Setting,
  familyLabel: (family: string) => string,
): ProductPlan {
  const quote = createQuoter(view);
  const replacements = openReplacements(view, setting);
  const plan = emptyPlan(setting.product.label);
  const targets: number[] = [];
  for (const node of wanted) {
    const installed = replacements.installed(node);
    if (!concerns(view, node, setting)) {
      plan.needless.push({
        node: nameOf(view.node(node)),
        because: `it is not about ${setting.product.label}`,
        evidence: [],
      });
    } else if (installed !== null) {
      const by = standingName(view, installed.by);
      const verb = installed.of === 'replaced' ? 'replaces it' : 'contains it';
      const because = installed.of === 'itself' ? 'it is there already' : `${by}, which is there already, ${verb}`;
      const evidence = quote(installed.by.because?.evidence.slice(0, 1) ?? []);
      plan.needless.push({ node: nameOf(view.node(node)), because, evidence });
    } else targets.push(node);
  }
  if (targets.length === 0) {
    const isElsewhere = plan.needless.every(({ because }) => because.startsWith('it is not about'));
    return { ...plan, state: isElsewhere ? 'not-applicable' : 'installed' };
  }
  const make = (nodes: readonly number[], mode: 'current' | 'any'): Solved => {
    const met = nodes.map((node): Target => targetOf(view, node, setting, replacements, mode));
    const built = buildProblem(view, setting, met, replacements, familyLabel);
    return { built, solution: solve(built.problem, rankOf(view, built, new Map())) };
  };
  const hasFix = targets.some((node) => targetOf(view, node, setting, replacements, 'any').standings.length > 0);
  if (!hasFix) {
    const text = targets.some((node) => !delivers(view, node, setting))
      ? ['The article delivers nothing to install, and no service pack or fix is known to correct what it describes.']
      : [];
    return { ...plan, state: 'nothing', warnings: text };
  }
  let mode: 'current' | 'any' = 'current';
  let { built, solution } = make(targets, mode);
  if (!isWhole(solution)) {
    const wider = make(targets, 'any');
    if (isWhole(wider.solution)) {
      ({ built, solution } = wider);
      mode = 'any';
    }
  }
  const leftOutOf = leftOut(view, setting, built, solution, replacements, quote);
  const asked = new Set(solution.chosen.map((at) => keyOfItem(built.table.items[at]!)));
  const isCheapest = solution.proven;
  if (leftOutOf.size > 0) {
    const more = make([...targets, ...leftOutOf.keys()], mode);
    if (isWhole(more.solution) || !isWhole(solution)) {
      built = more.built;
      solution = solve(built.problem, rankOf(view, built, leftOutOf));
    }
  }
  const sources: StepSources = {
    view,
    setting,
    replacements,
    built,
    order: solution.chosen.filter((at) => built.problem.packages[at]!.size > 0),
    leftOutOf,
    isExtra: (item) => !asked.has(keyOfItem(item)),
    quote,
  };
  const steps = stepsOf(sources);
  const names = (members: readonly number[]) => members.map((at) => itemName(view, built.table.items[at]!));
  const unmet = solution.unmet.map(({ owner, at }): ProductPlan['unmet'][number] => {
    if (owner === null)
      return { of: null, what: `nothing is known to meet ${view.node(built.targets[at]!.node).label}`, evidence: [] };
    const { edges, remark } = built.requirements[owner]![built.places[owner]![at]!]!;
    const labels = [...new Set(edges.map((edge) => view.node(edge.target).label))].join(' or ');
    return {
      of: itemName(view, built.table.items[owner]!),
      what: remark ?? `needs ${labels}`,
      evidence: quote(edges.flatMap(({ evidence }) => evidence).slice(0, 1)),
    };
  });
  const warnings = packWarnings(sources);
  if (solution.mixed)
    warnings.push('What is asked for needs different service packs of one product: no single one suits all of it.');
  const isDone = isWhole(solution);
  return {
    ...plan,
    state: isDone ? 'ready' : 'incomplete',
    steps,
    restarts: countRestarts(steps),
    choices: choicesOf(sources, familyLabel),
    unmet,
    loops: solution.loops.map(names),
    warnings,
    isCheapest: isCheapest && isDone,
  };
}

const keyOfItem = (item: Item) => (item.kind === 'service-pack' ? `${item.family} ${item.level}` : item.node);

const isWhole = ({ unmet, loops, mixed }: Solution) => unmet.length === 0 && loops.length === 0 && !mixed;

/** Products first, then service packs, then fixes, and what a roll-up leaves out after it. */
function rankOf(view: GraphView, built: PlanProblem, leftOutOf: ReadonlyMap<number, number>): (at: number) => number {
  return (at) => {
    const item = built.table.items[at]!;
    if (item.kind === 'product') return 0;
    if (item.kind === 'service-pack') return 1;
    const excludes = view.node(item.node).attributes.installation?.some(({ says }) => says === 'excludes') === true;
    if (excludes) return 2;
    return leftOutOf.has(item.node) ? 4 : 3;
  };
}

/** The fixes that the planned roll-ups say they leave out, that are about this product and are not there yet. */
function leftOut(
  view: GraphView,
  setting: Setting,
  built: PlanProblem,
  { chosen }: Solution,
  replacements: Replacements,
  quote: ReturnType<typeof createQuoter>,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const at of chosen) {
    const item = built.table.items[at]!;
    if (item.kind !== 'fix') continue;
    for (const { says, article, scope, evidence } of view.node(item.node).attributes.installation ?? []) {
      if (says !== 'excludes' || article === null || scope?.product !== undefined) continue;
      const node = view.indexOf(`article:${article}`);
      if (node === null || built.targets.some((each) => each.node === node)) continue;
      // Of an article that is only cited nothing says what it is for; the roll-up names it, and so does the plan.
      const isPresent = view.node(node).status === 'present';
      if (isPresent && !(isFor(view, node, setting) && delivers(view, node, setting))) continue;
      if (isProcedure(quote(evidence.slice(0, 1))[0]?.quote ?? '') || replacements.installed(node) !== null) continue;
      found.set(node, item.node);
    }
  }
  return found;
}

/** 'because the fix in this case requires an administrative procedure rather than a software change': nothing to install. */
const isProcedure = (sentence: string): boolean => /\bprocedure\b|\bsoftware\s+change\b/i.test(sentence);

/** Whether an article names this very family: what a roll-up leaves out for other products is no step here. */
function isFor(view: GraphView, node: number, { product }: Setting): boolean {
  return view
    .edgesFrom(node, ['applies-to'])
    .some(({ target }) => view.node(target).attributes.family === product.family);
}

/** A plan without anything in it, to be filled. */
export function emptyPlan(product: string): ProductPlan {
  return {
    product,
    state: 'nothing',
    needless: [],
    steps: [],
    restarts: { required: 0, none: 0, perhaps: 0, untold: 0 },
    choices: [],
    unmet: [],
    loops: [],
    warnings: [],
    isCheapest: true,
  };
}

function countRestarts(steps: ProductPlan['steps']): ProductPlan['restarts'] {
  const counts = { required: 0, none: 0, perhaps: 0, untold: 0 };
  for (const { restart, isExtra } of steps) if (!isExtra) counts[restart.need]++;
  return counts;
}
