import type { PlanStep, ProductPlan, RestartNeed } from '../../src/query/plan/answer.ts';
import type { QuotedEvidence } from '../../src/query/quote-evidence.ts';
import { quotation } from '../article/quotation.ts';
import { shortName } from '../chain/chain-words.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { planWords } from './plan-picture.ts';

const RESTART_TOLD: Record<RestartNeed, string> = {
  required: 'required',
  none: 'not required',
  perhaps: 'perhaps required',
  untold: 'the article does not tell',
};
const FILES = 8;
const PROBLEMS = 6;

type OnRead = (evidence: QuotedEvidence) => void;

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
    h('ol', {}, ...plan.steps.map((step) => stepItem(step, onRead))),
    ...plan.choices.map(({ of, chosen, others }) =>
      h(
        'p',
        { class: 'notes' },
        `For ${shortName(of)}, ${chosen} was chosen; also possible: ${others
          .slice(0, 5)
          .map(({ name, packages, restarts }) => `${name} (${packages} to install, ${restarts} restarts)`)
          .join(', ')}`,
      ),
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

function stepItem(step: PlanStep, onRead: OnRead): HTMLElement {
  const { node, why, met, restart, check, undo, reapply, breaks, breaksInAll, remarks, kind, isExtra } = step;
  const verb = kind === 'product' ? 'Have in place ' : isExtra ? 'Also install ' : 'Install ';
  return h(
    'li',
    {},
    h('p', { class: 'step-head' }, verb, nodeLink(node)),
    ...why.flatMap(({ text, evidence }) => [h('p', {}, `Why: ${text}`), ...quotes(evidence, onRead)]),
    met.length > 0 && h('p', {}, `Needs: ${met.join('; ')}, which is there already`),
    ...remarks.map((remark) => h('p', {}, `Note: ${remark}`)),
    kind !== 'product' && h('p', {}, `Restart: ${RESTART_TOLD[restart.need]}`),
    ...quotes(restart.evidence, onRead),
    breaks.length > 0 &&
      h(
        'div',
        { class: 'known' },
        h('p', {}, `Known to go wrong afterwards (${count(breaksInAll)}):`),
        h(
          'ul',
          {},
          ...breaks
            .slice(0, PROBLEMS)
            .map(({ problem, repairs }) =>
              h(
                'li',
                {},
                nodeLink(problem),
                h(
                  'span',
                  { class: 'subtitle' },
                  repairs.length > 0 ? ` · repaired by ${repairs.join(', ')}` : ' · no repair is known',
                ),
              ),
            ),
        ),
        breaksInAll > PROBLEMS && h('p', { class: 'quiet' }, `and ${count(breaksInAll - PROBLEMS)} more`),
      ),
    check.length > 0 && checkTable(check),
    undo.length > 0 && h('p', {}, 'To undo it:'),
    ...quotes(undo, onRead),
    reapply.length > 0 && h('p', {}, 'Reapply it after adding components:'),
    ...quotes(reapply, onRead),
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
