import type { Breakage, BreaksAnswer } from '../../src/query/breaks.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { QuotedEvidence } from '../server/answers.ts';
import { quotation } from './quotation.ts';

const FIRST = 6;
/** What repairs a problem, in the order in which it is sure. */
const MEANS: Record<Breakage['repairs'][number]['means'], string> = {
  'service-pack': 'corrected in',
  release: 'a later release of',
  'own-fix': 'its own fix,',
  replacement: 'replaced by',
};

/** What goes wrong after installing something and what repairs it, and what it repairs itself. */
export function breakageSections(answer: BreaksAnswer, onRead: (evidence: QuotedEvidence) => void): HTMLElement[] {
  return [
    breakageSection('Known to go wrong after installing it', answer.causes, { of: 'problem', onRead }),
    breakageSection('Its own problem comes from', answer.causedBy, { of: 'culprit', onRead }),
    breakageSection('It repairs', answer.repairs, { of: 'problem', onRead }),
  ].filter((section) => section !== null);
}

function breakageSection(
  title: string,
  found: readonly Breakage[],
  { of, onRead }: { of: 'problem' | 'culprit'; onRead: (evidence: QuotedEvidence) => void },
): HTMLElement | null {
  if (found.length === 0) return null;
  const list = h('ul', { class: 'edges' });
  const add = (from: number, to: number) => list.append(...found.slice(from, to).map((one) => item(one, of, onRead)));
  add(0, FIRST);
  const more = h('button', { type: 'button', class: 'more' }, `Show ${count(found.length - FIRST)} more`);
  more.addEventListener('click', () => {
    add(FIRST, found.length);
    more.remove();
    list.children[FIRST]?.querySelector('a')?.focus();
  });
  return h(
    'details',
    { class: 'group breakage', open: true },
    h(
      'summary',
      {},
      h('span', { class: 'arrow edge-broken-by', 'aria-hidden': 'true' }, '!'),
      h('span', { class: 'title' }, title),
      h('span', { class: 'count' }, count(found.length)),
    ),
    list,
    found.length > FIRST && more,
  );
}

function item(
  { problem, culprit, isInherited, basis, evidence, repairs }: Breakage,
  of: 'problem' | 'culprit',
  onRead: (evidence: QuotedEvidence) => void,
): HTMLElement {
  const [first] = evidence;
  return h(
    'li',
    {},
    nodeLink(of === 'problem' ? problem : culprit),
    (isInherited || basis !== 'stated') &&
      h(
        'p',
        { class: 'notes' },
        basis !== 'stated' && h('span', { class: `basis ${basis}` }, basis),
        isInherited && h('span', { class: 'note' }, `since ${culprit.label}`),
      ),
    first && quotation(first, 'show in the article', onRead),
    ...repairs
      .slice(0, 3)
      .map(({ by, means }) => h('p', { class: 'repair' }, `Repair: ${MEANS[means]} `, nodeLink(by))),
    of === 'problem' && repairs.length === 0 && h('p', { class: 'repair quiet' }, 'No repair is known.'),
  );
}
