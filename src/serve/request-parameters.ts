import type { Context } from 'hono';
import { UsageError } from '../model/diagnostic.ts';

const LONGEST = 500;

/**
 * What a request asks with. The readers that give objects give `{}` for what is not told, so that a query's own
 * default holds. Each throws UsageError 'bad-parameter' for what is no value of its kind.
 */
export interface Parameters {
  /** A part of the path. */
  part(name: string): string;
  required(name: string): string;
  /** Repeated parameters, `id=1&id=2`. */
  list(name: string, least: number, most: number): string[];
  text<N extends string>(name: N): { [K in N]?: string };
  /** `stated`, `stated=true` and `stated=1` set it, `false` and `0` do not. */
  flag<N extends string>(name: N): { [K in N]?: boolean };
  number<N extends string>(name: N, least: number, most: number): { [K in N]?: number };
  oneOf<N extends string, V extends string>(name: N, values: readonly V[]): { [K in N]?: V };
  /** Values divided by commas. */
  someOf<N extends string, V extends string>(name: N, values: readonly V[]): { [K in N]?: V[] };
}

/** Reads a request's parameters; one that the question does not take is refused, since it would change nothing. */
export function readParameters(context: Context, takes: readonly string[]): Parameters {
  const given = new URL(context.req.url).searchParams;
  for (const [name, value] of given) {
    if (!takes.includes(name))
      bad(`'${name.slice(0, 50)}' is no parameter of this question: it takes ${words(takes)}.`);
    if (value.length > LONGEST) bad(`'${name}' takes up to ${LONGEST} characters.`);
  }
  const one = (name: string): string | null => {
    const values = given.getAll(name).filter((value) => value.trim() !== '');
    if (values.length > 1) bad(`'${name}' is given ${values.length} times; it is taken once.`);
    return values[0] ?? null;
  };
  const as = <N extends string, V>(name: N, value: V | null) =>
    (value === null ? {} : { [name]: value }) as { [K in N]?: V };
  const choice = <V extends string>(name: string, value: string, values: readonly V[]): V =>
    values.find((known) => known === value) ?? bad(`'${name}' is one of ${words(values)}, not '${value}'.`);
  return {
    part: (name) => context.req.param(name) ?? '',
    required: (name) => one(name) ?? bad(`The question needs '${name}'.`),
    list(name, least, most) {
      const values = given.getAll(name).filter((value) => value.trim() !== '');
      if (values.length < least) bad(`The question needs '${name}'.`);
      if (values.length > most) bad(`'${name}' is taken up to ${most} times, not ${values.length}.`);
      return values;
    },
    text: (name) => as(name, one(name)),
    flag(name) {
      if (!given.has(name)) return {} as never;
      const value = given.get(name) ?? '';
      if (value === '' || value === 'true' || value === '1') return as(name, true);
      return value === 'false' || value === '0' ? as(name, false) : bad(`'${name}' is true or false, not '${value}'.`);
    },
    number(name, least, most) {
      const value = one(name);
      if (value === null) return as<typeof name, number>(name, null);
      const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return as(name, number);
      return bad(`'${name}' is a number from ${least} to ${most}, not '${value}'.`);
    },
    oneOf(name, values) {
      const value = one(name);
      return as(name, value === null ? null : choice(name, value, values));
    },
    someOf(name, values) {
      const value = one(name);
      return as(name, value === null ? null : value.split(',').map((each) => choice(name, each.trim(), values)));
    },
  };
}

const words = (names: readonly string[]): string => names.join(', ');

function bad(sentence: string): never {
  throw new UsageError('bad-parameter', sentence);
}
