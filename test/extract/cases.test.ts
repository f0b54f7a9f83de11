import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import type { Relation, RelationType } from '../../src/model/relation.ts';
import { parseSource } from '../../src/parse/parse-source.ts';

/**
 * Cases are text: '# what it shows', then '! a title' or '@ an applies-to bullet' where one matters, the body of a
 * Q article, '==>', and a line for each relation of the file's types ('supersedes 143478 for Windows NT 3.51', 'requires
 * Windows NT 4.0 SP4 or later (1)' with the number that alternatives share).
 */
const folder = new URL('../fixtures/extract/', import.meta.url);

interface Case {
  name: string;
  title: string;
  bullets: string[];
  body: string;
  expected: string[];
}

function casesIn(file: string): Case[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((text) => {
      const [first, ...lines] = text.split('\n');
      const end = lines.indexOf('==>');
      const input = lines.slice(0, end);
      return {
        name: first!,
        title: input.find((line) => line.startsWith('! '))?.slice(2) ?? 'A Title',
        bullets: input.filter((line) => line.startsWith('@ ')).map((line) => line.slice(2)),
        body: input.filter((line) => !/^[!@] /.test(line)).join('\n'),
        expected: lines.slice(end + 1).filter((line) => line !== ''),
      };
    });
}

function document({ title, bullets, body }: Case): string {
  const rule = '-'.repeat(79);
  const list =
    bullets.length === 0
      ? []
      : [rule, 'The information in this article applies to:', '', ...bullets.map((bullet) => ` - ${bullet} `), rule];
  const head = [
    'DOCUMENT:Q100100  09-AUG-2001  [winnt]',
    `TITLE   :${title}`,
    'PRODUCT :Microsoft LAN Manager',
    'PROD/VER::2.2',
  ];
  return [...head, 'OPER/SYS:', 'KEYWORDS:kbfix', '', '='.repeat(70), ...list, '', body, ''].join('\n');
}

const TYPES: Record<string, RelationType[]> = {
  'supersession.txt': ['supersedes', 'supersededBy'],
  'fixed-in.txt': ['fixedIn'],
  'broken-by.txt': ['brokenBy'],
  'includes.txt': ['includes'],
  'references.txt': ['references'],
  'applies-to.txt': ['appliesTo'],
  'requires.txt': ['requires'],
};

const printed = (relation: Relation): string => {
  const scope = relation.scope?.product ? ` for ${relation.scope.product}` : '';
  const later = 'orLater' in relation ? ' or later' : '';
  const group = 'group' in relation ? ` (${relation.group})` : '';
  const release = relation.scope?.release ? ` in the release of ${relation.scope.release}` : '';
  const part = relation.scope?.part ? ` as to ${relation.scope.part}` : '';
  return `${relation.type} ${Object.values(relation.target)[0]}${later}${scope}${part}${release}${group}`;
};

describe.each(Object.entries(TYPES))('the sentences of %s', (file, types) => {
  it.each(casesIn(file).map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const [article] = parseSource({ name: 'Q100100.TXT', text: document(one) }, () => undefined);
    const relations = extractRelations(article!).filter(({ type }) => types.includes(type));
    expect(relations.map(printed).sort()).toEqual([...one.expected].sort());
    for (const { evidence } of relations) {
      for (const { from, to, quote } of evidence) expect(article!.text.slice(from, to)).toBe(quote);
    }
  });
});

describe('the cases', () => {
  it('are all of a known relation, or belong to another test', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    expect(Object.keys(TYPES).filter((file) => !files.includes(file))).toEqual([]);
  });
});
