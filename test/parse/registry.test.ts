import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/parse/dialect.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import * as registry from '../../src/parse/registry.ts';
import { sampleFiles } from '../sample-archive.ts';

/** Files that speak of articles and are none. */
const NO_ARTICLE = ['README.md', 'oddities/README.txt'];

const dialects: readonly Dialect[] = Object.values(registry);

describe('the registry of dialects', () => {
  it.each(Object.entries(registry))('lists %s with a name of its own and what a dialect does', (_export, dialect) => {
    expect(dialect.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(dialects.filter(({ name }) => name === dialect.name)).toHaveLength(1);
    expect([typeof dialect.claims, typeof dialect.parse]).toEqual(['function', 'function']);
  });

  // Exactly one means that the registry's order cannot matter.
  it('has exactly one dialect that claims each article of the sample archive', () => {
    const claims = sampleFiles
      .filter(({ name }) => !NO_ARTICLE.includes(name))
      .map((file) => ({
        file: file.name,
        claimedBy: dialects.filter((dialect) => dialect.claims(file)).map(({ name }) => name),
      }));
    expect(claims.filter(({ claimedBy }) => claimedBy.length !== 1)).toEqual([]);
  });

  it('has no dialect that claims what is no article', () => {
    const noArticles = sampleFiles.filter(({ name }) => NO_ARTICLE.includes(name));
    expect(noArticles).toHaveLength(NO_ARTICLE.length);
    expect(noArticles.filter((file) => dialects.some((dialect) => dialect.claims(file)))).toEqual([]);
  });

  it('reads each dialect somewhere in the sample archive', () => {
    const read = new Set(
      sampleFiles.flatMap((file) => parseSource(file, () => undefined)).map(({ dialect }) => dialect),
    );
    expect([...read].sort()).toEqual(dialects.map(({ name }) => name).sort());
  });

  it.each(dialects.map((dialect) => [dialect.name, dialect] as const))(
    '%s throws for no text, whatever it holds',
    (_name, dialect) => {
      const strange = [
        '',
        ' ',
        '\n',
        '---',
        '---\n',
        'DOCUMENT:',
        '<html>',
        '<',
        '\u0000',
        '\ud800',
        '|',
        '# ',
        '='.repeat(5000),
      ];
      for (const text of [...strange, ...sampleFiles.flatMap(halves)]) {
        const source = { name: 'strange.txt', text };
        expect(() => [dialect.claims(source), dialect.parse(source, () => undefined)]).not.toThrow();
      }
    },
  );
});

/** A text torn in the middle, as a broken download leaves it. */
function halves({ text }: { text: string }): string[] {
  const middle = text.length >> 1;
  return [text.slice(0, middle), text.slice(middle)];
}
