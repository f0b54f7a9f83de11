import type { BreaksAnswer } from '../../src/query/breaks.ts';
import type { ChainAnswer } from '../../src/query/chain.ts';
import type { FileAnswer } from '../../src/query/file.ts';
import type { PathAnswer } from '../../src/query/path.ts';
import type { PlanAnswer } from '../../src/query/plan.ts';
import type { RelatedAnswer } from '../../src/query/related.ts';
import { fetchJson } from './api.ts';

type Values = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

export const fetchChain = (id: string, values: Values): Promise<ChainAnswer> => ask('chain', [id], values);
export const fetchPlan = (values: Values): Promise<PlanAnswer> => ask('plan', [], values);
export const fetchBreaks = (id: string): Promise<BreaksAnswer> => ask('breaks', [id], {});
export const fetchRelated = (id: string, values: Values): Promise<RelatedAnswer> => ask('related', [id], values);
export const fetchFile = (name: string, values: Values): Promise<FileAnswer> => ask('file', [name], values);
export const fetchPath = (values: Values): Promise<PathAnswer> => ask('path', [], values);

/** What is null, undefined or false is not asked with; a list is told piece by piece. */
function ask<T>(query: string, parts: readonly string[], values: Values): Promise<T> {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    for (const each of Array.isArray(value) ? value : [value]) told.append(name, String(each));
  }
  const path = ['/api', query, ...parts.map(encodeURIComponent)].join('/');
  return fetchJson(told.size === 0 ? path : `${path}?${told}`);
}
