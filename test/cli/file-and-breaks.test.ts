import { describe, expect, it } from 'vitest';
import { breaks } from '../../src/query/breaks.ts';
import { file } from '../../src/query/file.ts';
import { identify } from '../../src/query/identify.ts';
import { related } from '../../src/query/related.ts';
import { openStore } from '../../src/store/open-store.ts';
import { useSampleGraph } from './sample-graph.ts';

const sample = useSampleGraph();
const { ask } = sample;

describe('kbgraph file', () => {
  it('lists builds with what ships them', async () => {
    const { code, out, err } = await ask(['file', 'tcpip.sys']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^tcpip\.sys\n\n/);
    expect(out).toMatch(/^ {2}5\.0\.2195\.2038 {2}2000-04-20 · 311,024 bytes$/m);
    expect(out).toMatch(/^Data up to \d{4}-\d\d-\d\d\.$/m);
  });

  it('ends with 2 and what was expected for a malformed version or product', async () => {
    for (const [words, expected] of [
      [['--at-least', 'newest'], "'newest' is no version. Expected are numbers with dots, such as 5.5.2652.6.\n"],
      [['--product', 'xyzzy plugh'], /^'xyzzy plugh' is no product\. Expected is one with its version/],
      [['--platform', 'abacus'], /^'abacus' is no platform\. Expected is one of: x86, /],
    ] as const) {
      const { code, out, err } = await ask(['file', 'tcpip.sys', ...words]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(expected);
    }
  });
});

describe('kbgraph identify', () => {
  it('names what ships a build, or the two that it lies between', async () => {
    expect((await ask(['identify', 'tcpip.sys', '5.0.2195.2038'])).out).toMatch(/^Shipped by:\n {2}5\.0\.2195\.2038/m);
    expect((await ask(['identify', 'tcpip.sys', '5.0.1.1'])).out).toContain('5.0.1.1 is older than every build');
    expect(await ask(['identify', 'tcpip.sys', 'old'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('the new queries', () => {
  it.each([
    ['file', ['tcpip.sys'], () => file],
    ['identify', ['tcpip.sys', '5.0.2195.2038'], () => identify],
    ['breaks', ['Q260411'], () => breaks],
    ['related', ['Q260411'], () => related],
  ] as const)('gives the answer of %s as JSON, alone on its output', async (name, words, query) => {
    const store = openStore(sample.file());
    const expected = (query() as (...asked: unknown[]) => unknown)(store, ...words);
    store.close();
    const { code, out, err } = await ask([name, ...words, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(expected);
  });

  it.each([
    ['file', ['tcpi.sys']],
    ['identify', ['tcpi.sys', '5.0']],
    ['breaks', ['Q2604111']],
    ['related', ['Q2604111']],
  ])('ends %s with 1 and near matches for what is not there', async (name, words) => {
    const { code, out, err } = await ask([name, ...words]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/ is not in the graph .*\nDid you mean:\n {2}\S/);
  });

  it.each([
    ['file', 'tcpip.sys'],
    ['breaks', 'Q260411'],
    ['related', 'Q260411'],
  ])('keeps %s to the width of the terminal', async (name, id) => {
    for (const width of [60, 100]) {
      const { out } = await ask([name, id], width);
      expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });
});
