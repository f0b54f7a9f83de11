import { describe, expect, it } from 'vitest';
import { search } from '../../src/query/search.ts';
import { show } from '../../src/query/show.ts';
import { stats } from '../../src/query/stats.ts';
import { openStore } from '../../src/store/open-store.ts';
import { kbgraph } from './run-in-process.ts';
import { useSampleGraph } from './sample-graph.ts';

const sample = useSampleGraph();
const { ask } = sample;

describe('kbgraph show', () => {
  it('finds an article by every spelling of its id', async () => {
    const first = await ask(['show', 'Q260411']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^260411\nMS00-029: /);
    for (const id of ['260411', 'KB260411', 'kb 260411', 'article:260411']) {
      expect(await ask(['show', id])).toEqual(first);
    }
  });

  it('says what replaces it, with the sentence that states it, and the date of the data', async () => {
    const { out } = await ask(['show', 'Q260411']);
    expect(out).toMatch(/^Replaced by \(\d+\)\n {2}298877 {2}.+\n {6}“The SRP supersedes the patch in Q260411/m);
    expect(out).toMatch(/^Data up to \d{4}-\d\d-\d\d\.$/m);
  });

  it('joins alternatives of a requirement and says what it holds for', async () => {
    const { out } = await ask(['show', 'Q260411']);
    expect(out).toMatch(/^ {2}or Windows NT Server 4\.0 Terminal Server Edition SP6\s+\[for\s/m);
  });

  it('shows files that are shipped as a table', async () => {
    const { out } = await ask(['show', 'Q260411']);
    expect(out).toMatch(
      /^Ships files \(\d\)\n {2}tcpip\.sys {2}5\.0\.2195\.2038 +2000-04-20 {2}311,024 {2}for Windows 2000$/m,
    );
  });

  it('keeps to the width of the terminal', async () => {
    for (const width of [60, 80, 120]) {
      const { out } = await ask(['show', 'Q260411'], width);
      expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('lists so many edges of a kind, and says how many there are', async () => {
    const { out } = await ask(['show', 'product:windows-nt-server-4.0', '--limit', '2']);
    expect(out).toMatch(/^Articles that apply to it \(\d+\)$/m);
    expect(out).toMatch(/^ {2}… and \d+ more; --limit N lists more of them, --json all$/m);
  });

  it("prints an article's text", async () => {
    const { out } = await ask(['show', 'Q260411', '--text']);
    expect(out).toContain('DOCUMENT:Q260411');
    expect(await ask(['show', 'file:tcpip.sys', '--text'])).toEqual({
      code: 1,
      out: '',
      err: `The graph ${sample.file()} holds no text of file:tcpip.sys.\n`,
    });
  });

  it('ends with 1 and near matches for what the graph does not hold', async () => {
    const { code, out, err } = await ask(['show', 'Q2604111']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^'Q2604111' is not in the graph .*\nDid you mean:\n {2}260411 {2}MS00-029/);
  });

  it('gives the answer of the query as JSON', async () => {
    const store = openStore(sample.file());
    expect(JSON.parse((await ask(['show', 'Q260411', '--json'])).out)).toEqual(show(store, '260411'));
    store.close();
  });
});

describe('kbgraph search', () => {
  it('asks for something to look for where it is given nothing', async () => {
    const { code, err } = await ask(['search', '', ' ']);
    expect([code, err]).toEqual([2, expect.stringContaining('nothing to look for')]);
  });

  it('finds articles by words, with a piece of their text', async () => {
    const { code, out } = await ask(['search', 'fragment', 'reassembly', '--limit', '3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^260411 {2}MS00-029: .+\n {4}\S/m);
    expect(out).toMatch(/^\d hits?\. Data up to /m);
  });

  it('forgives typos and says what it looked for', async () => {
    expect((await ask(['search', 'fragmnet', 'reasembly'])).out).toMatch(
      /^Nothing has 'fragmnet reasembly'; this is for 'fragment reassembly'\.\n/,
    );
  });

  it('answers that nothing was found', async () => {
    expect(await ask(['search', 'zzzqqqxxx'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Nothing was found for 'zzzqqqxxx'\./),
    });
  });

  it('gives the answer of the query as JSON', async () => {
    const store = openStore(sample.file());
    const { out } = await ask(['search', 'tape', 'driver', '--limit', '4', '--json']);
    expect(JSON.parse(out)).toEqual(search(store, 'tape driver', { limit: 4 }));
    store.close();
  });
});

describe('kbgraph stats', () => {
  it('counts what the graph holds', async () => {
    const { code, out } = await ask(['stats']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}article +\d+$/m);
    expect(out).toMatch(/^ {2}supersedes +\d+$/m);
    expect(out).toMatch(/^Data up to /m);
  });

  it('gives the answer of the query as JSON', async () => {
    const store = openStore(sample.file());
    expect(JSON.parse((await ask(['stats', '--json'])).out)).toEqual(stats(store));
    store.close();
  });
});

describe('on a terminal', () => {
  it('colours mark what matters, unless NO_COLOR is set', async () => {
    const esc = String.fromCharCode(27);
    const coloured = await kbgraph(['show', 'Q260411', '--graph', sample.file()], { terminal: 100 });
    const plain = await kbgraph(['show', 'Q260411', '--graph', sample.file()], {
      terminal: 100,
      env: { NO_COLOR: '1' },
    });
    expect(plain.out).not.toContain(esc);
    expect(coloured.out).toContain(`${esc}[1m`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });
});
