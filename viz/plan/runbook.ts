import type { PlanChoice, PlanStep, ProductPlan } from '../../src/query/plan/answer.ts';
import type { QuotedEvidence } from '../../src/query/quote-evidence.ts';
import { quotation } from '../article/quotation.ts';
import type { Reading } from '../article/reading.ts';
import { shortName } from '../chain/chain-words.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { planWords, RESTART_TOLD, wayWords } from './plan-words.ts';

const FILES = 8;
const PROBLEMS = 6;

/** Opens an article at a sentence. */
export type OnRead = (reading: Reading) => void;

/** A plan as a list to work through: each step with its reasons, what to check and what is known to go wrong. */
export function runbook(plan: ProductPlan, onRead: OnRead): HTMLElement {
  return h(
    'section',
    { class: 'runbook', 'aria-label': `Plan for ${plan.product}` },
    h('h3', {}, h('bdi', {}, plan.product), h('span', { class: 'subtitle' }, ` ${planWords(plan)}`)),
    ...warnings(plan, onRead),
    ...plan.needless
      .filter(() => plan.state !== 'not-applicable')
      .map(({ node, because, evidence }) =>
        h('div', {}, h('p', {}, nodeLink(node), ` is not needed: ${because}.`), ...quotes(evidence, onRead)),
      ),
    h('ol', {}, ...plan.steps.map((step) => h('li', {}, ...stepDetails(step, onRead)))),
    ...plan.choices.map(choiceDetails),
  );
}

/** What was chosen, and what the plan would hold with each of the others. */
export function choiceDetails({ of, chosen, others }: PlanChoice): HTMLElement {
  return h(
    'div',
    { class: 'choice' },
    h('p', {}, 'For ', nodeLink(of), `, ${chosen} was chosen. Instead of it:`),
    h(
      'ul',
      {},
      ...others.map((way) => h('li', {}, nodeLink(way.node), h('span', { class: 'subtitle' }, ` ${wayWords(way)}`))),
    ),
  );
}

function warnings({ warnings: told, unmet, loops }: ProductPlan, onRead: OnRead): HTMLElement[] {
  return [
    ...unmet.map(({ of, what, evidence }) =>
      h(
        'div',
        { class: 'verdict breaks' },
        h('p', {}, 'Not to be had: ', of && nodeLink(of), ` ${what}`),
        ...quotes(evidence, onRead),
      ),
    ),
    ...loops.map((loop) =>
      h(
        'p',
        { class: 'verdict breaks' },
        `Loop: ${loop.slice(0, 10).map(shortName).join(', ')} require each other; no order is known.`,
      ),
    ),
    ...told.map((warning) => h('p', { class: 'verdict breaks' }, `Mind: ${warning}`)),
  ];
}

/** All that is told of a step. */
export function stepDetails(step: PlanStep, onRead: OnRead): HTMLElement[] {
  const { node, why, met, metBecause, restart, check, undo, reapply, breaks, remarks, kind, isExtra } = step;
  const verb = kind === 'product' ? 'Have in place ' : isExtra ? 'Also install ' : 'Install ';
  return [
    h('p', { class: 'step-head' }, verb, nodeLink(node)),
    ...why.flatMap(({ text, evidence }) => [h('p', {}, `Why: ${text}`), ...quotes(evidence, onRead)]),
    ...met.flatMap((by, at) => [
      h('p', {}, `Needs: ${by}, which is there already`),
      ...quotes(metBecause[at] ?? [], onRead),
    ]),
    ...remarks.map((remark) => h('p', {}, `Note: ${remark}`)),
    kind !== 'product' && h('p', {}, `Restart: ${RESTART_TOLD[restart.need]}`),
    ...quotes(restart.evidence, onRead),
    breaks.length > 0 && knownProblems(step, onRead),
    check.length > 0 && checkTable(check),
    undo.length > 0 && h('p', {}, 'To undo it:'),
    ...quotes(undo, onRead),
    reapply.length > 0 && h('p', {}, 'Reapply it after adding components:'),
    ...quotes(reapply, onRead),
  ].filter((part) => part !== false);
}

function knownProblems({ breaks, breaksInAll }: PlanStep, onRead: OnRead): HTMLElement {
  return h(
    'div',
    { class: 'known' },
    h('p', {}, `Known to go wrong afterwards (${count(breaksInAll)}):`),
    h(
      'ul',
      {},
      ...breaks
        .slice(0, PROBLEMS)
        .map(({ problem, after, evidence: [first], repairs }) =>
          h(
            'li',
            {},
            nodeLink(problem),
            h(
              'span',
              { class: 'subtitle' },
              after !== 'it' && ` · since ${after}`,
              repairs.length > 0 ? ` · repaired by ${repairs.join(', ')}` : ' · no repair is known',
            ),
            ' ',
            first &&
              first.record === undefined &&
              h('button', { type: 'button', class: 'in-text', onclick: () => onRead(first) }, 'show the sentence'),
          ),
        ),
    ),
    breaksInAll > PROBLEMS && h('p', { class: 'quiet' }, `and ${count(breaksInAll - PROBLEMS)} more`),
  );
}

function checkTable(check: PlanStep['check']): HTMLElement {
  const rows = check
    .slice(0, FILES)
    .map(({ name, version, platform, date, size }) =>
      h(
        'tr',
        {},
        ...[name, version, platform, date, size === null ? null : count(size)].map((cell) =>
          h('td', {}, h('bdi', {}, cell ?? '–')),
        ),
      ),
    );
  return h(
    'details',
    {},
    h('summary', {}, `Check ${count(check.length)} files afterwards`),
    h(
      'div',
      { class: 'table-frame files', tabindex: '0', role: 'region', 'aria-label': 'Files to check' },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h('tr', {}, ...['File', 'Version', 'Platform', 'Date', 'Size'].map((name) => h('th', {}, name))),
        ),
        h('tbody', {}, ...rows),
      ),
    ),
    check.length > FILES &&
      h('p', { class: 'quiet' }, `and ${count(check.length - FILES)} more, which the panel lists`),
  );
}

function quotes(evidence: readonly QuotedEvidence[], onRead: OnRead): HTMLElement[] {
  return evidence.map((piece) => quotation(piece, 'show in the article', onRead));
}
