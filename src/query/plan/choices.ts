import { nameOf } from '../answer-parts.ts';
import type { OtherWay, PlanChoice } from './answer.ts';
import { RESTART_REQUIRED } from './items.ts';
import type { Problem } from './package.ts';
import { buildProblem, targetOf } from './problem.ts';
import type { Standing } from './replacements.ts';
import { itemOf, standingName } from './requirements.ts';
import { type Solution, solve } from './solve.ts';
import { itemName, type StepSources } from './steps.ts';

/** Alternatives of one choice, and choices of one plan, that are worked out. */
const MOST_OTHERS = 6;
const MOST_CHOICES = 8;
/** In larger problems an alternative takes too long to work out. */
const LARGEST_PROBLEM = 2_000;

/** What else could be installed at each point of a plan, and what the whole plan would then cost. */
export function choicesOf(
  { view, setting, replacements, built, order, leftOutOf }: StepSources,
  familyLabel: (family: string) => string,
): PlanChoice[] {
  const { items } = built.table;
  if (items.length > LARGEST_PROBLEM) return [];
  const chosen = new Set(order);
  const stepOf = (at: number) => order.indexOf(at) + 1;
  const choices: PlanChoice[] = [];
  const label = (at: number) => {
    const { id, label: text, kind } = itemName(view, items[at]!);
    return kind === 'article' ? id.slice('article:'.length) : text;
  };
  built.targets.forEach(({ node, standings }, place) => {
    if (leftOutOf.has(node)) return;
    const all = targetOf(view, node, setting, replacements, 'any').standings;
    if (all.length < 2 || choices.length >= MOST_CHOICES) return;
    const own = built.problem.wanted[place]!.find((at) => chosen.has(at));
    if (own === undefined) return;
    const taken = standings.find((each) => itemOf(each, built.table) === own);
    const others = all
      .filter((each) => taken === undefined || keyOf(each) !== keyOf(taken))
      .sort((a, b) => Number(isItself(b, node)) - Number(isItself(a, node)))
      .slice(0, MOST_OTHERS)
      .map((each) => {
        // What a roll-up leaves out is needed with that roll-up only.
        const asked = built.targets.filter((target) => !leftOutOf.has(target.node));
        const targets = asked.map((target) => (target.node === node ? { node, standings: [each] } : target));
        const other = buildProblem(view, setting, targets, replacements, familyLabel);
        const remark = isItself(each, node) && !each.isCurrent ? 'as asked for, though it was replaced' : null;
        const name = {
          name: standingName(view, each),
          node: itemName(view, other.table.items[itemOf(each, other.table)]!),
        };
        return costed(name, solve(other.problem), other.problem, remark);
      });
    choices.push({ of: nameOf(view.node(node)), chosen: label(own), step: stepOf(own), others });
  });
  for (const owner of order) {
    built.places[owner]!.forEach((place, at) => {
      const { members } = built.requirements[owner]![place]!;
      const own = members.find((member) => chosen.has(member));
      if (members.length < 2 || own === undefined || choices.length >= MOST_CHOICES) return;
      const others = members
        .filter((member) => member !== own)
        .slice(0, MOST_OTHERS)
        .map((member) => {
          const packages = built.problem.packages.map((each, index) =>
            index === owner
              ? { ...each, requires: each.requires.map((group, n) => (n === at ? [member] : group)) }
              : each,
          );
          const name = { name: label(member), node: itemName(view, items[member]!) };
          return costed(name, solve({ ...built.problem, packages }), built.problem, null);
        });
      choices.push({ of: itemName(view, items[owner]!), chosen: label(own), step: stepOf(own), others });
    });
  }
  return choices;

  function costed(
    name: Pick<OtherWay, 'name' | 'node'>,
    { chosen: packages, unmet, loops, mixed }: Solution,
    problem: Problem,
    remark: string | null,
  ): OtherWay {
    const isPossible = unmet.length === 0 && loops.length === 0 && !mixed;
    return {
      ...name,
      packages: packages.reduce((sum, at) => sum + problem.packages[at]!.size, 0),
      restarts: packages.filter((at) => problem.packages[at]!.restart === RESTART_REQUIRED).length,
      remark: isPossible ? remark : 'not known to install here',
    };
  }
}

const isItself = (each: { kind: string; node?: number }, node: number) => each.kind === 'node' && each.node === node;

const keyOf = (each: Standing) => (each.kind === 'node' ? each.node : `${each.family} ${each.level}`);
