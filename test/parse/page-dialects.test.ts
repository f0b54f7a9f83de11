import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { SourceFile } from '../../src/model/source-file.ts';
import type { Dialect } from '../../src/parse/dialect.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import * as registry from '../../src/parse/registry.ts';
import { printedOutcome } from './printed-outcome.ts';
import { expectSoundSpans } from './sound-spans.ts';

const root = join(import.meta.dirname, '../fixtures/parse');
const dialects: readonly Dialect[] = Object.values(registry);
const PAGES = ['archive-dump', 'beta-archive', 'html-page', 'learn-markdown', 'support-page'];

const fixturesOf = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder))
    .filter((name) => !name.endsWith('.outcome'))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

function outcomeOf(source: SourceFile): string {
  const diagnostics: Diagnostic[] = [];
  const articles = parseSource(source, (diagnostic) => diagnostics.push(diagnostic));
  return printedOutcome(articles, diagnostics);
}

/** What UTF-8 looks like when each of its bytes is taken for a character of windows-1252. */
function readAsWindows1252(text: string): string {
  const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return [...Buffer.from(text, 'utf8')].map((byte) => upper[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

describe.each(PAGES)('the dialect %s', (folder) => {
  const fixtures = fixturesOf(folder);

  it('has at least four pages to be tried on', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(4);
  });

  it.each(fixtures.map((source) => [basename(source.name), source] as const))(
    'reads %s as expected',
    async (_, source) => {
      expect(dialects.filter((dialect) => dialect.claims(source)).map(({ name }) => name)).toEqual([folder]);
      await expect(outcomeOf(source)).toMatchFileSnapshot(join(root, `${source.name}.outcome`));
      for (const article of parseSource(source, () => undefined)) expectSoundSpans(article);
    },
  );

  it.each([
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with old Macintosh line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['as UTF-8 that was read as windows-1252', readAsWindows1252],
    ['with no-break spaces in its products', (text: string) => text.replace(/(?<=Windows|Server) (?=\w)/g, '\u00a0')],
  ])('reads each page %s as it reads it without', (_, damage) => {
    for (const { name, text } of fixtures) {
      const damaged = { name, text: damage(text) };
      expect(outcomeOf(damaged), name).toBe(outcomeOf({ name, text }));
      for (const article of parseSource(damaged, () => undefined)) expectSoundSpans(article);
    }
  });
});

describe('what is no article', () => {
  it.each(fixturesOf('none').map((source) => [basename(source.name), source] as const))(
    'gives none for %s, and one diagnostic',
    (_, source) => {
      expect(outcomeOf(source)).toBe('diagnostic: parse/no-article\n');
    },
  );
});
