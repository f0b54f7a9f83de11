import { describe, expect, it } from 'vitest';
import { plan, planQuery } from '../../src/query/plan.ts';
import { openStore } from '../../src/store/open-store.ts';
import { departures } from '../query/holds-schema.ts';
import { useSampleGraph } from './sample-graph.ts';

const sample = useSampleGraph();
const ask = (words: readonly string[], terminal?: number) => sample.ask(['plan', ...words], terminal);

describe('kbgraph plan', () => {
  it('prints a runbook: numbered steps, why each, and the date of the data', async () => {
    const { code, out, err } = await ask(['Q260411', '--have', 'Windows NT 4.0 SP5']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^To get this fix:\n {2}260411 {2}MS00-029/);
    expect(out).toMatch(/^1\. Install .+\n {3}Why: /m);
    expect(out).toMatch(/^ {3}Restart: /m);
    expect(out).toMatch(/^Data up to \d{4}-\d\d-\d\d\.$/m);
  });

  it('gives the answer of the query as JSON, which its schema describes', async () => {
    const have = ['Windows NT 4.0 SP5', 'Q244599'];
    const { out } = await ask(['Q260411', 'Q298877', '--json', ...have.flatMap((name) => ['--have', name])]);
    const store = openStore(sample.file());
    const answer = plan(store, ['260411', '298877'], { have });
    store.close();
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(answer)));
    expect(departures(JSON.parse(out), planQuery.schema)).toEqual([]);
  });

  it('answers for every article of the sample', () => {
    const store = openStore(sample.file());
    let steps = 0;
    for (const { node } of store.nodes('article')) {
      const answer = plan(store, [node.id]);
      expect(departures(answer, planQuery.schema), node.id).toEqual([]);
      steps += answer?.plans.flatMap((each) => each.steps).length ?? 0;
    }
    store.close();
    expect(steps).toBeGreaterThan(0);
  });

  it('keeps to the width of the terminal', async () => {
    for (const width of [60, 80, 120]) {
      const { out } = await ask(['Q260411'], width);
      expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('ends with 1 and near matches for an id that is not there', async () => {
    const { code, out, err } = await ask(['Q260411', 'Q2604111']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^'Q2604111' is not in the graph .*\nDid you mean:\n {2}260411 {2}MS00-029/);
  });

  it.each([
    [['--have', 'no such thing at all'], /Expected is a product with or without its service pack/],
    [['--have', 'Windows NT 4.0 SP9'], /its service packs are SP1, SP2, SP3, SP4, SP5, SP6, SP6a/],
    [['--product', 'no such thing at all'], /is no product\. Expected is one with its version/],
  ])('ends with 2 and what was expected for %j', async (words, message) => {
    const { code, out, err } = await ask(['Q260411', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
