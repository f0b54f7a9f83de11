import { expect, it } from 'vitest';
import { stats, statsQuery } from '../../src/query/stats.ts';
import { graph, smallStore } from '../store/small-store.ts';
import { departures } from './holds-schema.ts';

it('stats tell what the graph holds and what could not be read', () => {
  const answer = stats(smallStore());
  expect(answer).toEqual({ ...graph.report, nodes: 13, edges: 10, texts: 5 });
  expect(departures(answer, statsQuery.schema)).toEqual([]);
});
