import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import type { Article } from '../../src/model/article.ts';
import type { ShipsRelation } from '../../src/model/relation.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { processorTime } from '../processor-time.ts';

/**
 * Cases are text: '# what it shows', '@ an applies-to bullet' where one matters, the body of a Q article, '==>', and a
 * line for each row: 'file | version | platform | date | bytes | product, language or release', '-' where it states none.
 */
const cases = readFileSync(new URL('../fixtures/extract/ships.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [name, ...lines] = text.split('\n');
    const end = lines.indexOf('==>');
    return {
      name: name!,
      bullets: lines.slice(0, end).filter((line) => line.startsWith('@ ')),
      body: lines.slice(0, end).filter((line) => !line.startsWith('@ ')),
      rows: lines.slice(end + 1).filter((line) => line !== ''),
    };
  });

function document({ bullets, body }: { bullets: string[]; body: string[] }): string {
  const rule = '-'.repeat(79);
  const products =
    bullets.length > 0 ? bullets.map((bullet) => ` - ${bullet.slice(2)} `) : [' - Microsoft Harbor version 2.0 '];
  const list = [rule, 'The information in this article applies to:', '', ...products, rule];
  const head = ['DOCUMENT:Q100100  09-AUG-2001  [winnt]', 'TITLE   :Boats Do Not Land', 'PRODUCT :Microsoft Harbor'];
  return [...head, 'PROD/VER::2.0', 'OPER/SYS:', 'KEYWORDS:', '', '='.repeat(70), ...list, '', ...body, ''].join('\n');
}

function read(text: string): Article {
  return parseSource({ name: 'Q100100.TXT', text }, () => undefined)[0]!;
}

const shipped = (article: Article): ShipsRelation[] =>
  extractRelations(article).filter((relation): relation is ShipsRelation => relation.type === 'ships');

function printed({ target, version, platform, date, size, scope }: ShipsRelation): string {
  const held = [scope?.product, scope?.language, scope?.encryption, scope?.release].filter(Boolean).join(', ');
  const row = [target.file, version, platform, date, size].map((value) => value ?? '-').join(' | ');
  return held === '' ? row : `${row} | ${held}`;
}

describe('the files that a fix ships', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const article = read(document(one));
    const rows = shipped(article);
    expect(rows.map(printed)).toEqual(one.rows);
    for (const { evidence } of rows)
      for (const { from, to, quote } of evidence) expect(article.text.slice(from, to)).toBe(quote);
  });

  it('are read from an archive page that tells service pack and branch, one entry for each', () => {
    const article = read(
      [
        'Stop error when a boat lands',
        '',
        '',
        'View products that this article applies to.',
        '',
        'Resolution',
        '',
        'File information',
        '',
        'The English version of this hotfix has the file attributes (or later file attributes) that are listed in the following table.',
        'Harbor 2003, x64-based versions',
        'Collapse this tableExpand this table',
        'File nameFile versionFile sizeDateTimePlatformSP requirementService branch',
        'Pier.sys5.2.3790.289310,75203-Mar-200706:41x64SP1SP1QFE',
        'Pier.sys5.2.3790.403410,75203-Mar-200706:49x64SP2SP2QFE',
        '',
        '↑ Back to the top',
        '',
        'Article Info',
        'Article ID : 900100',
        'Revision : 2',
        'Created on : 3/8/2007',
        'Published on : 3/9/2007',
        'Exists online : False',
        'Views : 12',
      ].join('\n'),
    );
    expect(shipped(article).map((row) => [row.version, row.size, row.scope?.baseline, row.scope?.branch])).toEqual([
      ['5.2.3790.2893', 10752, 'SP1', 'SP1QFE'],
      ['5.2.3790.4034', 10752, 'SP2', 'SP2QFE'],
    ]);
  });
});

describe('a text that has lost its line breaks', () => {
  const laidOut = cases.filter(({ rows }) => rows.length > 0);
  // A wrapped description and a sum cannot be told from the next row there.
  const torn =
    /description that wraps|sum of its sizes|folder before the name|names two platforms|a listing as DIR|release by release|bytes and dates|values stand below|by client platform|a line of its own above|processor.s name goes on/;

  it.each(laidOut.filter(({ name }) => !torn.test(name)).map((one) => [one.name, one] as const))(
    'still has %s',
    (_name, one) => {
      const article = read(document(one).replace(/\s+/g, ' '));
      const rows = shipped(article);
      expect(rows.map(printed)).toEqual(one.rows);
      for (const { evidence } of rows)
        for (const { from, to, quote } of evidence) expect(article.text.slice(from, to)).toBe(quote);
    },
  );
});

describe('a hostile text', () => {
  const start = `${document({ bullets: [], body: ['RESOLUTION', '=========='] })}\nThis fix should have the following file attributes or later:\n\n`;

  it.each([
    ['a', 1],
    ['File name ', 1],
    ['the following file ', 1],
    ['Pier.dll ', 1],
    ['1.2.', 1],
    ['05-Jul-2001 15:04 ', 1],
    ['Pier.dll5.2.3790.289310,75203-Mar-200706:41', 1],
    ['| Pier.dll | 1,234 |\n', 1],
    ['The fix contains the following files:\n\n   Pier.dll\n\n', 1],
    ['\\', 1],
    ['(', 1],
  ])('of %j a million characters long is read in a moment', (phrase) => {
    const article = read(start + phrase.repeat(Math.ceil(1_000_000 / phrase.length)));
    expect(processorTime(() => shipped(article))).toBeLessThan(8000);
  });
});
