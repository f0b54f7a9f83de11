import type { Dialect } from './dialect.ts';
import { repairCharacters } from './layout/characters.ts';
import { isMarkdownPort } from './layout/marks.ts';
import { findPort, readPort } from './layout/ported-article.ts';

/** The heading above the port: '## Q182918: Account Lockout Event Also Stored …'. */
const HEADING = /(?:^|\n)#{1,3} Q\d{4,7}: {0,4}([^\r\n]{1,300})/;
/** Jekyll's marks around the text. */
const RAW = /\{% (?:end)?raw %\}/g;

/** The Markdown port of the public archive: front matter, a heading, and the Q article indented by a tab. */
export const markdownPort: Dialect = {
  name: 'markdown-port',

  claims: isMarkdownPort,

  parse(source) {
    const view = repairCharacters(source.text).replace(RAW, (mark) => ' '.repeat(mark.length));
    const from = findPort(view);
    if (from < 0) return [];
    return [
      {
        ...readPort(view, from, view.length),
        dialect: 'markdown-port',
        title: HEADING.exec(view.slice(0, from + 1))?.[1]?.trim() ?? '',
        category: null,
        source: source.name,
        text: source.text,
        span: { from: 0, to: source.text.length },
        view,
      },
    ];
  },
};
