import type { AnswerSchema } from '../../src/query/query.ts';

/** Where a value departs from its schema, as sentences; none when it holds. */
export function departures(value: unknown, schema: AnswerSchema, at = 'the answer'): string[] {
  const types = [schema.type].flat();
  const type = typeOf(value);
  const isOfType = types.includes(type) || (type === 'integer' && types.includes('number'));
  if (!isOfType) return [`${at} is ${type}, not ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value as string | null)) return [`${at} is ${value}, none of its values`];
  if (Array.isArray(value)) {
    return value.flatMap((item, place) => (schema.items ? departures(item, schema.items, `${at}[${place}]`) : []));
  }
  if (type !== 'object') return [];
  const object = value as Record<string, unknown>;
  const missing = (schema.required ?? []).filter((name) => !(name in object)).map((name) => `${at} lacks ${name}`);
  const own = Object.entries(object).flatMap(([name, item]) => {
    const property = schema.properties?.[name] ?? schema.additionalProperties ?? true;
    if (property === false) return [`${at} has ${name}, which the schema does not know`];
    return property === true ? [] : departures(item, property, `${at}.${name}`);
  });
  return [...missing, ...own];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
