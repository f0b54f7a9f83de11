import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { AnswerEdge, NodeAnswer } from '../server/answers.ts';

const FIRST = 12;

/** The files that an article ships, a row each, as its own table has them; nothing where it ships none. */
export function fileTable(answer: NodeAnswer): HTMLElement | null {
  const rows = answer.edges.filter(({ kind, direction }) => kind === 'ships' && direction === 'out');
  if (rows.length === 0) return null;
  const sorted = [...rows].sort(
    (a, b) =>
      compare(a.node.label, b.node.label) ||
      compare(a.file?.platform ?? '', b.file?.platform ?? '') ||
      compare(b.file?.date ?? '', a.file?.date ?? ''),
  );
  const columns = COLUMNS.filter(({ value, isAlways }) => isAlways || sorted.some((edge) => value(edge) !== null));
  const body = h('tbody', {});
  const add = (from: number, to: number): void => {
    for (const edge of sorted.slice(from, to)) {
      body.append(
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, nodeLink(edge.node)),
          ...columns.map(({ value, style }) => h('td', { class: style ?? null }, h('bdi', {}, value(edge) ?? '–'))),
        ),
      );
    }
  };
  add(0, FIRST);
  const total = Math.max(sorted.length, answer.counts.out.ships ?? 0);
  const more = h('button', { type: 'button', class: 'more' }, `Show all ${count(sorted.length)}`);
  more.addEventListener('click', () => {
    add(FIRST, sorted.length);
    more.remove();
    body.querySelectorAll<HTMLElement>('th a')[FIRST]?.focus();
  });
  return h(
    'section',
    { class: 'files' },
    h('h3', {}, 'Files ', h('span', { class: 'count' }, count(total))),
    h(
      'div',
      // A table that is wider than the panel scrolls in its own frame, by keys too.
      { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'Files' },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...['File', ...columns.map(({ name }) => name)].map((name) => h('th', {}, name)))),
        body,
      ),
    ),
    sorted.length > FIRST && more,
    total > sorted.length && h('p', { class: 'quiet' }, `${count(sorted.length)} of ${count(total)} rows are listed.`),
  );
}

interface FileColumn {
  name: string;
  isAlways?: true;
  style?: string;
  value(edge: AnswerEdge): string | null;
}

const COLUMNS: readonly FileColumn[] = [
  { name: 'Version', isAlways: true, style: 'figure', value: ({ file }) => file?.version ?? null },
  { name: 'Date', style: 'figure', value: ({ file }) => file?.date ?? null },
  { name: 'Size', style: 'figure right', value: ({ file }) => (file?.size == null ? null : count(file.size)) },
  { name: 'Platform', value: ({ file }) => file?.platform ?? null },
  { name: 'For', value: ({ scope }) => scopeWords(scope) },
];

function scopeWords(scope: AnswerEdge['scope']): string | null {
  const { platform: _, ...rest } = scope ?? {};
  return Object.values(rest).filter(Boolean).join(', ') || null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
