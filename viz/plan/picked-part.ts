import type { ProductPlan } from '../../src/query/plan/answer.ts';
import { quotation } from '../article/quotation.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { PlanPart } from './plan-picture.ts';
import { choiceDetails, type OnRead, stepDetails } from './runbook.ts';

/** What is told below a plan's picture of the box or the arrow that was picked. */
export function pickedPart({ product, steps }: ProductPlan, part: PlanPart, onRead: OnRead): HTMLElement[] {
  const { words, evidence, step, choice, nodes } = part;
  const own = step === null ? undefined : steps[step];
  if (own) {
    const place = h('p', { class: 'quiet' }, `Step ${step! + 1} of ${steps.length} for `, h('bdi', {}, product));
    return [place, ...stepDetails(own, onRead)];
  }
  return [
    h('p', { class: 'reasons-head' }, h('bdi', {}, words)),
    ...evidence.map((piece) => quotation(piece, 'show in the article', onRead)),
    ...(choice === null ? [] : [choiceDetails(choice)]),
    ...(nodes.length === 0 ? [] : [h('ol', { class: 'nodes' }, ...nodes.map((node) => h('li', {}, nodeLink(node))))]),
  ];
}
