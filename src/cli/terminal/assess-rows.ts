import type { AssessAnswer, AssessedRow } from '../../query/assess.ts';
import { printable } from './printable.ts';

const ROWS_A_BLOCK = 2000;
const HEAD = ['state', 'vulnerability', 'update', 'by', 'product', 'component', 'record'];

/** Every row with how it stands, tab-separated below one line of names, in blocks. */
export function* formatRows({ sources }: AssessAnswer, rows: readonly AssessedRow[]): Generator<string> {
  yield `${HEAD.join('\t')}\n`;
  for (let at = 0; at < rows.length; at += ROWS_A_BLOCK) {
    const lines = rows
      .slice(at, at + ROWS_A_BLOCK)
      .map(({ id, update, product, component, state, means, by, source, record }) => {
        const cells = [
          state,
          id,
          update ?? '',
          means === null ? '' : `${means}${by === update ? '' : ` ${by}`}`,
          product,
          component,
        ];
        const file = sources[source]?.file.split(/[!/\\]/).at(-1) ?? '';
        return [...cells, `${file}:${record}`].map(printable).join('\t');
      });
    yield `${lines.join('\n')}\n`;
  }
}
