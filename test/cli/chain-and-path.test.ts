import { describe, expect, it } from 'vitest';
import { chain } from '../../src/query/chain.ts';
import { path } from '../../src/query/path.ts';
import { openStore } from '../../src/store/open-store.ts';
import { useSampleGraph } from './sample-graph.ts';

const sample = useSampleGraph();
const { ask } = sample;

describe('kbgraph chain', () => {
  it('says what is current, and quotes who says so', async () => {
    const { code, out, err } = await ask(['chain', 'Q260411', '--product', 'Windows 2000']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^260411 {2}MS00-029: /);
    expect(out).toMatch(/^Replaced by \(\d/m);
    expect(out).toMatch(/^Data up to \d{4}-\d\d-\d\d\.$/m);
  });

  it('answers for each product of the article', async () => {
    const { out } = await ask(['chain', 'Q260411', '--stated']);
    expect(out).toMatch(/^Windows 2000$/m);
    expect(out).toMatch(/^Windows NT 4\.0$/m);
    expect(out).toMatch(/^Nothing is stated to replace it\.$|^Current replacement: /m);
    expect(out).toMatch(/^Without what is inferred\. Data up to /m);
  });

  it('keeps to the width of the terminal', async () => {
    for (const width of [60, 80, 120]) {
      for (const words of [
        ['chain', 'Q260411'],
        ['path', 'Q260411', 'Q298877'],
        ['path', 'Q260411', 'Q298877', '--kinds', 'publishes'],
      ]) {
        const { out } = await ask(words, width);
        expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
      }
    }
  });

  it('gives the answer of the query as JSON', async () => {
    const store = openStore(sample.file());
    const { out, err } = await ask([
      'chain',
      'Q260411',
      '--json',
      '--direction',
      'newer',
      '--tier',
      'unscoped',
      '--stated',
    ]);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual(
      chain(store, '260411', { direction: 'newer', tier: 'unscoped', stated: true, limit: 100_000 }),
    );
    store.close();
  });

  it('ends with 1 and near matches for what is not there', async () => {
    const { code, out, err } = await ask(['chain', 'Q2604111']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^'Q2604111' is not in the graph .*\nDid you mean:\n {2}260411 {2}MS00-029/);
  });

  it('ends with 2 and says what was expected for what is no product, or has no chain', async () => {
    expect(await ask(['chain', 'Q260411', '--product', 'Windoze 4'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining("Expected is one with its version, such as 'Windows NT 4.0 SP3'"),
    });
    expect(await ask(['chain', 'file:tcpip.sys'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a chain is of an article, a fix or a service pack'),
    });
  });
});

describe('kbgraph path', () => {
  it('prints one node after another, and what joins them', async () => {
    const { code, out } = await ask(['path', 'Q260411', 'Q298877']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 step\n {2}260411 {2}.+\n {4}↓ replaced by/);
    expect(out).toMatch(/^ {6}“The SRP supersedes the patch in Q260411/m);
    expect(out).toMatch(/^ {2}298877 {2}/m);
  });

  it('says plainly when only other kinds lead there', async () => {
    const { code, out } = await ask(['path', 'Q260411', 'Q298877', '--kinds', 'publishes']);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /^No path of at most 6 steps leads from 260411 to 298877 by publishes, without hubs\. There is one only by other kinds \(supersedes\): /,
    );
  });

  it('gives the answer of the query as JSON', async () => {
    const store = openStore(sample.file());
    const { out } = await ask([
      'path',
      'Q260411',
      'Q298877',
      '--json',
      '--count',
      '2',
      '--hubs',
      '--kinds',
      'supersedes,references',
    ]);
    expect(JSON.parse(out)).toEqual(
      path(store, '260411', '298877', { count: 2, hubs: true, kinds: ['references', 'supersedes'] }),
    );
    store.close();
  });

  it('ends with 1 for an end that is not there, and with 2 for a kind that is none', async () => {
    expect(await ask(['path', 'Q260411', 'Q2988771'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^'Q2988771' is not in the graph .*\nDid you mean:\n {2}298877/),
    });
    expect(await ask(['path', 'Q260411', 'Q298877', '--kinds', 'supercedes'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("'supercedes' is no kind of edge. The kinds are references, supersedes,"),
    });
  });
});
