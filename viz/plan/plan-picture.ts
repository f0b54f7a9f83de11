import type { PlanStep, ProductPlan, RestartNeed } from '../../src/query/plan/answer.ts';
import { boxNames, shortName } from '../chain/chain-words.ts';
import type { PictureArrow, PictureBox, PictureLane } from '../layered/picture.ts';

const RESTART_WORDS: Record<RestartNeed, string> = {
  required: 'restart',
  none: 'no restart',
  perhaps: 'perhaps a restart',
  untold: 'restart not told',
};

/** A plan as a band: what is there already on the left, then the steps in the order of installing. */
export function planPicture(plan: ProductPlan, wanted: ReadonlySet<string>): PictureLane {
  const arrows: PictureArrow[] = [];
  const boxes: PictureBox[] = [];
  const there = new Map<string, string>();
  plan.steps.forEach((step, at) => {
    for (const met of step.met) {
      let key = there.get(met);
      if (key === undefined) {
        key = `there:${there.size}`;
        there.set(met, key);
        boxes.push(thereBox(key, met));
      }
      arrows.push(arrow(key, stepKey(at), 'solid', 'needed', `${met} is there, which step ${at + 1} needs`));
    }
  });
  const lastOfAll = plan.steps.findLastIndex(({ isExtra }) => !isExtra);
  plan.steps.forEach((step, at) => {
    boxes.push(stepBox(step, at, wanted));
    const needing = new Set<number>();
    for (const { step: later } of step.why) {
      if (later === null || later - 1 <= at || needing.has(later)) continue;
      needing.add(later);
      arrows.push(arrow(stepKey(at), stepKey(later - 1), 'solid', 'required', `Step ${later} requires step ${at + 1}`));
    }
    // What a roll-up leaves out may be installed in any order once the rest is there.
    const before = step.isExtra ? lastOfAll : at - 1;
    const isTold = plan.steps[before]?.why.some(({ step: later }) => later === at + 1);
    if (before >= 0 && before !== at && !isTold) {
      arrows.push(
        arrow(stepKey(before), stepKey(at), 'dotted', 'then', `Step ${at + 1} comes after step ${before + 1}`),
      );
    }
  });
  return { title: plan.product, note: planWords(plan), anchor: null, boxes, arrows };
}

const stepKey = (at: number): string => `step:${at + 1}`;

function arrow(from: string, to: string, dash: PictureArrow['dash'], label: string, words: string): PictureArrow {
  return { key: `${from}>${to}`, from, to, dash, label, words };
}

function thereBox(key: string, met: string): PictureBox {
  return {
    key,
    node: null,
    kind: 'service-pack',
    head: 'There already',
    title: met,
    note: 'nothing to do',
    tone: 'done',
    words: `There already: ${met}`,
  };
}

function stepBox(step: PlanStep, at: number, wanted: ReadonlySet<string>): PictureBox {
  const { node, restart, breaksInAll, isExtra, kind } = step;
  const isAsked = wanted.has(node.id);
  const problems = breaksInAll > 0 && `${breaksInAll} known ${breaksInAll === 1 ? 'problem' : 'problems'}`;
  const notes = [kind !== 'product' && RESTART_WORDS[restart.need], problems, isExtra && 'left out by the roll-up'];
  const { head, title } = boxNames(node);
  return {
    key: stepKey(at),
    node: node.id,
    kind: node.kind,
    head: `${at + 1}. ${head}`,
    title,
    note: notes.filter(Boolean).join(' · '),
    tone: isAsked ? 'asked' : node.status === 'cited' ? 'absent' : 'plain',
    words: [`Step ${at + 1}: ${shortName(node)}`, title, isAsked && 'asked for', ...notes].filter(Boolean).join(', '),
  };
}

/** '3 steps, 1 restart, 2 of which the articles say nothing'. */
export function planWords({ state, steps, restarts, isCheapest }: ProductPlan): string {
  if (state === 'installed') return 'nothing is left to do';
  if (state === 'not-applicable') return 'it does not apply to this product';
  if (state === 'nothing') return 'no fix is known';
  const { required, perhaps, untold } = restarts;
  const told = [
    required > 0 && counted(required, 'restart'),
    perhaps > 0 && `perhaps ${perhaps} more`,
    untold > 0 && `${untold} where the article does not tell`,
  ].filter(Boolean);
  const extras = steps.filter(({ isExtra }) => isExtra).length;
  return [
    counted(steps.length - extras, 'step'),
    told.length === 0 ? 'no restart' : told.join(', '),
    extras > 0 && `then ${extras} that the roll-up leaves out`,
    state === 'incomplete' && 'not everything that it needs is known to be had',
    !isCheapest && state !== 'incomplete' && 'a cheaper way may exist',
  ]
    .filter(Boolean)
    .join('; ');
}

const counted = (number: number, word: string): string => `${number} ${number === 1 ? word : `${word}s`}`;
