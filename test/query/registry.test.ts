import { describe, expect, it } from 'vitest';
import type { AnswerSchema } from '../../src/query/query.ts';
import * as registry from '../../src/query/registry.ts';
import { departures } from './holds-schema.ts';

const queries = Object.values(registry);

describe('every query', () => {
  it('has a name of its own', () => {
    const names = queries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(queries)('$name says in a sentence what it answers', ({ name, summary }) => {
    expect(name).toMatch(/^[a-z]+$/);
    expect(summary).toMatch(/^[A-Z].+\.$/);
  });

  it.each(queries)('$name states the date of its data', ({ schema }) => {
    expect(schema.required).toContain('dataDate');
  });

  it.each(queries)('$name describes its answer as plain JSON Schema, closed throughout', ({ schema }) => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(openObjects(schema)).toEqual([]);
  });
});

function openObjects(schema: AnswerSchema, at = ''): string[] {
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => openObjects(inner, `${at}.${name}`));
  const isObject = [schema.type].flat().includes('object');
  if (isObject && (schema.additionalProperties === undefined || schema.additionalProperties === true)) below.push(at);
  return schema.items ? [...below, ...openObjects(schema.items, `${at}[]`)] : below;
}

describe('the check of schemas', () => {
  it('finds what is missing, too much, and of another type', () => {
    const schema: AnswerSchema = {
      type: 'object',
      properties: { id: { type: 'string', enum: ['a'] }, counts: { type: 'array', items: { type: 'integer' } } },
      required: ['id'],
      additionalProperties: false,
    };
    expect(departures({ id: 'a', counts: [1] }, schema)).toEqual([]);
    expect(departures({ counts: [1.5], more: 1 }, schema)).toEqual([
      'the answer lacks id',
      'the answer.counts[0] is number, not integer',
      'the answer has more, which the schema does not know',
    ]);
    expect(departures({ id: 'b' }, schema)).toEqual(['the answer.id is b, none of its values']);
    expect(departures(null, schema)).toEqual(['the answer is null, not object']);
  });
});
