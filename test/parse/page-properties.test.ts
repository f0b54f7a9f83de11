import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/parse/dialect.ts';
import * as registry from '../../src/parse/registry.ts';
import { expectSoundSpans } from './sound-spans.ts';

const root = join(import.meta.dirname, '../fixtures/parse');
const PAGES = ['archive-dump', 'beta-archive', 'html-page', 'learn-markdown', 'support-page'];
const dialects: readonly Dialect[] = Object.values(registry).filter(({ name }) => PAGES.includes(name));

/** Lines and words of all forms, and what breaks readers: markers without their ends, damage, numbers, blanks. */
const fragments = fc.oneof(
  fc.constantFrom(
    ...PAGES.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => !name.endsWith('.outcome'))
        .flatMap((name) => readFileSync(join(root, folder, name), 'utf8').split('\n')),
    ),
  ),
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '|',
    '---',
    '```',
    '](',
    '![',
    '[',
    '**',
    '_',
    '# ',
    '> ',
    '- ',
    '•',
    '<',
    '<b>',
    '</p>',
    '<td>',
    '<table>',
    '<pre>',
    '<li>',
    '<br>',
    '<!--',
    '<script>',
    '&#8217;',
    '&nbsp;',
    '&',
    'â€™',
    'Â',
    'ï¿½',
    '\ufffd',
    '\u0000',
    '\ud800',
    '836993',
    'KB933682',
    '5.2.3790.28938,704',
    '02-Mar-2007',
    'PrerequisitesTo apply',
    'SYMPTOMSIn',
    '.StatusMicrosoft has',
    'Back to the top',
    'On This Page',
    'Keywords:',
    'APPLIES TO',
    'Article ID: 933682 - Last Review: May 1, 2006',
    'Ltotape.sys5.2.3790.28938,70402-Mar-200711:03x86',
  ),
  fc.string({ maxLength: 12 }),
);
const texts = fc
  .array(fc.tuple(fragments, fc.constantFrom('\n', '\n', ' ', '')), { maxLength: 40 })
  .map((parts) => parts.map(([fragment, end]) => fragment + end).join(''));

describe.each(dialects.map((dialect) => [dialect.name, dialect] as const))('%s', (_, dialect) => {
  it('reads any mixture of forms without throwing, with sound spans', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = { name: 'mixed.txt', text };
        dialect.claims(source);
        for (const article of dialect.parse(source, () => undefined)) expectSoundSpans(article);
      }),
      { numRuns: 150 },
    );
  });

  it('is claimed by no other dialect of pages where it claims a mixture', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const claims = dialects.filter((other) => other.claims({ name: 'mixed.txt', text }));
        expect(claims.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
