import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../src/model/graph.ts';
import type { Scope } from '../../src/model/relation.ts';
import { type ChainOptions, chain, chainQuery } from '../../src/query/chain.ts';
import type { ChainSide } from '../../src/query/chain-side.ts';
import { plan } from '../../src/query/plan.ts';
import { smallStore } from '../store/small-store.ts';
import { arrayView, someEdge, someNode } from './array-view.ts';
import { departures } from './holds-schema.ts';

const NT4 = { family: 'windows-nt-4.0', line: 'Windows NT', version: '4.0' };
const NT351 = { family: 'windows-nt-3.51', line: 'Windows NT', version: '3.51' };
const TSE = { family: 'windows-nt-server-4.0-terminal-server-edition', line: 'Windows NT', version: '4.0' };
const named = (id: string, label: string, attributes: object): GraphNode => someNode(id, { label, attributes });

/** A graph from lines such as `1 supersedes 2 for Windows NT 4.0, inferred`; articles are numbers. */
function graphOf(lines: readonly string[], nodes: readonly GraphNode[] = []) {
  const all = new Map(nodes.map((node, index) => [node.id, { node, index }]));
  const indexOf = (name: string) => {
    const id = /^\d+\??$/.test(name) ? `article:${name.replace('?', '')}` : name;
    const known = all.get(id);
    if (known !== undefined) return known.index;
    const node = someNode(id, name.endsWith('?') ? { status: 'cited' } : {});
    all.set(id, { node, index: all.size });
    return all.size - 1;
  };
  const edges = lines.map((line): GraphEdge => {
    const [, from, kind, to, rest = ''] = /^(\S+) (\S+) ([^\s,]+)(.*)$/.exec(line)!;
    const product = / for ([^,]+)/.exec(rest)?.[1];
    const scope: Scope | null = product === undefined ? null : { product };
    const basis = rest.includes('inferred') ? 'inferred' : 'stated';
    const more = basis === 'inferred' ? { because: `${from} after ${to}` } : {};
    return someEdge(indexOf(from!), kind as GraphEdge['kind'], indexOf(to!), { scope, basis, ...more });
  });
  return arrayView(
    [...all.values()].map(({ node }) => node),
    edges,
  );
}

const PRODUCTS = [
  named('product:windows-nt-server-4.0', 'Windows NT Server 4.0', NT4),
  named('product:windows-nt-workstation-4.0', 'Windows NT Workstation 4.0', NT4),
  named('product:windows-nt-server-3.51', 'Windows NT Server 3.51', NT351),
  named('product:windows-nt-server-4.0-terminal-server-edition', 'Windows NT Server 4.0 Terminal Server Edition', TSE),
  named('product:post-office-server-5.5', 'Post Office Server 5.5', {
    family: 'post-office-server-5.5',
    line: 'Post Office Server',
    version: '5.5',
  }),
  named('service-pack:windows-nt-4.0-sp4', 'Windows NT 4.0 SP4', { ...NT4, level: '4' }),
  named('service-pack:windows-nt-4.0-sp6', 'Windows NT 4.0 SP6', { ...NT4, level: '6' }),
  named('service-pack:windows-nt-4.0-sp6a', 'Windows NT 4.0 SP6a', { ...NT4, level: '6a' }),
  named('service-pack:tse-sp4', 'Windows NT Server 4.0 Terminal Server Edition SP4', { ...TSE, level: '4' }),
];

const steps = (side: ChainSide | null | undefined) =>
  (side?.members ?? []).map((member) => `${member.steps} ${member.id.replace('article:', '')}`);

/** The answer of a graph whose articles name no product. */
function plain(lines: readonly string[], id: string, options: ChainOptions = {}) {
  const answer = chain(graphOf(lines), id, options)!;
  expect(departures(answer, chainQuery.schema)).toEqual([]);
  return answer.chains[0]!;
}

describe('chain', () => {
  const LINE = ['3 supersedes 2', '2 supersedes 1', '1 supersedes 0?', '0 supersedes 9', '4 supersedes 3, inferred'];

  it('goes onward in both directions, and counts the steps', () => {
    const { newer, older } = plain(LINE, '2');
    expect(steps(newer)).toEqual(['1 3', '2 4']);
    expect(steps(older)).toEqual(['1 1', '2 0', '3 9']);
    expect(newer?.current).toMatchObject([{ id: 'article:4', steps: 2 }]);
    expect(older).toMatchObject({ direct: 1, total: 3, current: [] });
  });

  it('says of each step why', () => {
    const [current] = plain(LINE, '2').newer!.current;
    expect(current?.path.map(({ id, links }) => [id, links[0]?.basis, links[0]?.because])).toEqual([
      ['article:3', 'stated', null],
      ['article:4', 'inferred', '4 after 3'],
    ]);
  });

  it('quotes the sentences', () => {
    const answer = chain(smallStore(), 'Q910001', { direction: 'newer' })!;
    expect(departures(answer, chainQuery.schema)).toEqual([]);
    const [member] = answer.chains[0]!.newer!.members;
    expect(member?.via[0]?.evidence.map(({ quote }) => quote)).toEqual([
      'This hotfix has been replaced by the hotfix in article Q910002.',
      'It replaces the hotfix in article Q910001.',
    ]);
  });

  it('marks what is cited and not there', () => {
    expect(plain(LINE, '2').older?.gaps).toEqual(['article:0']);
  });

  it('goes one way when it is told so', () => {
    expect(plain(LINE, '2', { direction: 'older' })).toMatchObject({ newer: null, older: { total: 3 } });
    expect(plain(LINE, '2', { direction: 'newer' })).toMatchObject({ newer: { total: 2 }, older: null });
  });

  it('leaves out what is inferred when only what is stated counts', () => {
    expect(plain(LINE, '2', { stated: true }).newer?.current.map(({ id }) => id)).toEqual(['article:3']);
    expect(chain(graphOf(LINE), '3', { stated: true })?.chains[0]?.newer?.current).toEqual([]);
  });

  it('names forks and merges, and every replacement that nothing replaces', () => {
    const { newer } = plain(
      ['2 supersedes 1', '3 supersedes 1', '4 supersedes 2', '4 supersedes 3', '5 supersedes 3'],
      '1',
    );
    expect(newer).toMatchObject({ forks: ['article:1', 'article:3'], merges: ['article:4'] });
    expect(newer?.current.map(({ id }) => id)).toEqual(['article:4', 'article:5']);
  });

  it('collapses a loop, names it, and follows it once', () => {
    const { newer } = plain(['2 supersedes 1', '3 supersedes 2', '2 supersedes 3', '4 supersedes 3'], '1');
    expect(newer?.loops.map((loop) => loop.map(({ id }) => id).sort())).toEqual([['article:2', 'article:3']]);
    expect(newer?.current).toMatchObject([{ id: 'article:4', steps: 2 }]);
    expect(newer?.isInLoop).toBe(false);
    const inside = plain(['2 supersedes 1', '1 supersedes 2'], '1');
    expect(inside.newer).toMatchObject({ isInLoop: true, current: [], total: 0 });
  });

  it('says what the surest way to each member rests on', () => {
    const nodes = ['article:1001', 'article:1002', 'article:1003', 'article:1004'].map((id) => someNode(id));
    const assumed = { basis: 'inferred', rule: 'graph/newer-files-assumed' } as const;
    const view = arrayView(nodes, [
      someEdge(1, 'supersedes', 0, assumed),
      someEdge(2, 'supersedes', 0, { basis: 'feed', rule: 'feed/list' }),
      someEdge(2, 'supersedes', 1),
      someEdge(3, 'supersedes', 2, { basis: 'inferred' }),
    ]);
    const { newer } = chain(view, '1001')!.chains[0]!;
    expect(newer?.members.map(({ id, grounds }) => [id, grounds])).toEqual([
      ['article:1003', 'stated'],
      ['article:1004', 'inferred'],
      ['article:1002', 'assumed'],
    ]);
    expect(newer?.current).toMatchObject([{ id: 'article:1004', grounds: 'inferred' }]);
  });

  it('shows what is only assumed to replace it, and takes it for no current replacement', () => {
    const nodes = ['article:1001', 'article:1002', 'article:1003'].map((id) => someNode(id));
    const assumed = { basis: 'inferred', rule: 'graph/newer-files-assumed' } as const;
    const view = arrayView(nodes, [
      someEdge(1, 'supersedes', 0, { basis: 'inferred' }),
      someEdge(2, 'supersedes', 1, assumed),
    ]);
    const { newer } = chain(view, '1001')!.chains[0]!;
    expect(newer).toMatchObject({
      total: 1,
      current: [{ id: 'article:1002', grounds: 'inferred', steps: 1 }],
      assumed: [
        { id: 'article:1003', grounds: 'assumed', steps: 2, path: [{ id: 'article:1002' }, { id: 'article:1003' }] },
      ],
      members: [
        { id: 'article:1002', isCurrent: true },
        { id: 'article:1003', isCurrent: false, grounds: 'assumed' },
      ],
    });
    expect(chain(view, '1003')!.chains[0]!.older).toMatchObject({ total: 0, members: [{ grounds: 'assumed' }, {}] });
  });

  it('names the service pack through which the way to a replacement leads', () => {
    const family = { family: 'windows-nt-4.0', line: 'Windows NT', version: '4.0' };
    const packs = ['3', '4'].map((level) =>
      someNode(`service-pack:windows-nt-4.0-sp${level}`, {
        label: `Windows NT 4.0 SP${level}`,
        attributes: { ...family, level },
      }),
    );
    const view = arrayView(
      [...['article:1', 'article:2', 'article:3'].map((id) => someNode(id)), ...packs],
      [
        someEdge(1, 'supersedes', 0),
        someEdge(2, 'supersedes', 1),
        ...[[0, 3] as const, [1, 4] as const, [2, 4] as const].map(([from, to]) => someEdge(from, 'requires', to)),
      ],
    );
    const { newer } = chain(view, '1')!.chains[0]!;
    expect(newer?.members.map(({ id, via }) => [id, via.flatMap(({ through }) => through)])).toEqual([
      ['article:2', ['Windows NT 4.0 SP4']],
      ['article:3', []],
    ]);
  });

  it('shows what shares files beside it, not among its replacements', () => {
    const lines = ['2 contains-newer 1, inferred', '3 same-build 1, inferred', '1 contains-newer 4, inferred'];
    const { newer, older, beside } = plain(lines, '1');
    expect([newer?.members, older?.members]).toEqual([[], []]);
    expect(beside.map(({ id, links }) => [id, links[0]?.kind, links[0]?.because])).toEqual([
      ['article:2', 'contains-newer', '2 after 1'],
      ['article:3', 'same-build', '3 after 1'],
      ['article:4', 'contains-newer', '1 after 4'],
    ]);
    expect(plain(lines, '1', { stated: true }).beside).toEqual([]);
  });

  it('takes a section of an article for a part of it, never for the whole', () => {
    const nodes = ['article:1', 'article:2', 'article:3'].map((id) => someNode(id));
    const part = { scope: { part: 'Binds Hang' } };
    const view = arrayView(nodes, [someEdge(1, 'supersedes', 0, part), someEdge(2, 'supersedes', 1)]);
    const [only] = chain(view, '1')!.chains;
    expect([only?.newer?.members, only?.newer?.current]).toEqual([[], []]);
    expect(only?.beside).toMatchObject([{ id: 'article:2', links: [{ kind: 'supersedes', ...part }] }]);
    expect(chain(view, '2')!.chains[0]?.older?.members).toEqual([]);
    expect(plan(view, ['1'])!.plans[0]?.steps.map(({ node }) => node.id)).not.toContain('article:2');
  });

  it('counts at most so many members, and says how many there are', () => {
    expect(plain(LINE, '2', { direction: 'older', limit: 1 }).older).toMatchObject({ omitted: 2, total: 3 });
  });

  it('is null for what is not there, and wrong use for what has no chain', () => {
    const view = graphOf(['2 ships file:a.dll']);
    expect(chain(view, '77')).toBeNull();
    expect(() => chain(view, 'file:a.dll')).toThrow(expect.objectContaining({ code: 'no-chain' }));
  });
});

describe('a chain and named fixes', () => {
  it('takes an article and the fix that it alone publishes for one package', () => {
    const { newer } = plain(
      ['1 publishes fix:old', '2 publishes fix:new', 'fix:new supersedes fix:old', '3 supersedes 2'],
      '1',
    );
    expect(steps(newer)).toEqual(['0 fix:old', '1 fix:new', '1 2', '2 3']);
    expect(newer?.loops).toEqual([]);
  });

  it('replaces every article of a fix with the fix, but not the fix with one of its articles', () => {
    const lines = ['1 publishes fix:both', '2 publishes fix:both', '3 supersedes fix:both', '4 supersedes 1'];
    expect(steps(plain(lines, '1').newer)).toEqual(['0 fix:both', '1 4', '1 3']);
    expect(steps(plain(lines, '2').newer)).toEqual(['0 fix:both', '1 3']);
    expect(steps(plain(lines, '3').older)).toEqual(['1 fix:both', '1 1', '1 2']);
  });

  it('replaces a fix with what replaces each of its articles', () => {
    const lines = [
      '1 publishes fix:both',
      '2 publishes fix:both',
      '3 supersedes 1',
      '3 supersedes 2',
      '4 supersedes 1',
    ];
    expect(steps(plain(lines, '2').newer)).toEqual(['0 fix:both', '1 3']);
    expect(steps(plain(lines, 'fix:both').newer)).toEqual(['1 3']);
    expect(steps(plain(lines, '3').older)).toEqual(['1 1', '1 2', '1 fix:both']);
    expect(steps(plain(lines, '4').older)).toEqual(['1 1']);
  });

  it('knows a name that was given again to a later fix', () => {
    const { newer } = plain(['1 publishes fix:again', '2 publishes fix:again', '2 supersedes 1'], '1');
    expect(newer?.current).toMatchObject([{ id: 'article:2', steps: 1, also: [{ id: 'fix:again' }] }]);
    expect(newer?.loops).toEqual([]);
  });
});

describe('a chain within products', () => {
  const LINES = [
    '1 applies-to product:windows-nt-server-4.0',
    '1 applies-to product:windows-nt-workstation-4.0',
    '1 applies-to product:windows-nt-server-3.51',
    '1 applies-to product:windows-nt-server-4.0-terminal-server-edition',
    '2 supersedes 1 for Windows NT 4.0',
    '3 supersedes 2 for Windows NT Workstation 4.0',
    '4 supersedes 2 for Windows NT 3.51',
    'service-pack:windows-nt-4.0-sp4 supersedes 1 for Windows NT 4.0, inferred',
    'service-pack:tse-sp4 supersedes 1 for Windows NT 4.0, inferred',
    'service-pack:windows-nt-4.0-sp6 supersedes service-pack:windows-nt-4.0-sp4, inferred',
    'service-pack:windows-nt-4.0-sp6a supersedes service-pack:windows-nt-4.0-sp6, inferred',
  ];
  const view = graphOf(LINES, PRODUCTS);
  const ask = (options: ChainOptions) => {
    const answer = chain(view, '1', { direction: 'newer', ...options })!;
    expect(departures(answer, chainQuery.schema)).toEqual([]);
    return answer;
  };

  it('answers for each family of the article, and names those for which nothing replaces it', () => {
    const answer = ask({});
    expect(answer.chains.map(({ scopes, newer }) => [scopes.join(), newer!.current.map(({ label }) => label)])).toEqual(
      [
        ['windows-nt-4.0', ['3', 'Windows NT 4.0 SP6a']],
        ['windows-nt-3.51', []],
        ['Windows NT Server 4.0 Terminal Server Edition', ['Windows NT Server 4.0 Terminal Server Edition SP4']],
      ],
    );
    expect(answer.notReplaced).toEqual(['windows-nt-3.51']);
    expect(answer.chains[0]?.products).toEqual(['Windows NT Server 4.0', 'Windows NT Workstation 4.0']);
  });

  it('goes on within the platform, and marks what holds for another of its products', () => {
    const [only] = ask({ product: 'Windows NT Server 4.0' }).chains;
    expect(steps(only?.newer)).toEqual([
      '1 2',
      '1 service-pack:windows-nt-4.0-sp4',
      '2 3',
      '2 service-pack:windows-nt-4.0-sp6',
      '3 service-pack:windows-nt-4.0-sp6a',
    ]);
    expect(only?.newer?.members.map(({ via }) => via[0]?.fit)).toEqual([
      'exact',
      'exact',
      'platform',
      'exact',
      'exact',
    ]);
    expect(only?.newer?.members.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, false, false, true, false]);
  });

  it('stays with the product where it must be exact', () => {
    const answer = ask({ product: 'Windows NT Server 4.0', tier: 'exact', stated: true });
    expect(steps(answer.chains[0]?.newer)).toEqual(['1 2']);
  });

  it('goes anywhere when it may, and marks what leaves the scope', () => {
    const [only] = ask({ product: 'windows nt server 4.0', tier: 'unscoped', stated: true }).chains;
    expect(only?.newer?.members.map(({ id, leavesScope }) => [id, leavesScope])).toEqual([
      ['article:2', false],
      ['article:3', false],
      ['article:4', true],
    ]);
  });

  it('takes a fix for the products that it is published for', () => {
    const fixes = graphOf(
      [
        '1 applies-to product:windows-nt-server-4.0',
        '1 applies-to product:windows-nt-server-4.0-terminal-server-edition',
        '2 publishes fix:new for Windows NT 4.0',
        'fix:new supersedes 1',
      ],
      PRODUCTS,
    );
    const answer = chain(fixes, '1', { direction: 'newer' })!;
    expect(answer.chains.map(({ newer }) => steps(newer))).toEqual([['1 fix:new', '1 2'], []]);
    expect(answer.notReplaced).toEqual(['Windows NT Server 4.0 Terminal Server Edition']);
  });

  it('gives a fix of a product without service packs the pack of the product that carries it', () => {
    const carried = graphOf(
      [
        '1 applies-to product:post-office-server-5.5',
        'service-pack:windows-nt-4.0-sp4 supersedes 1, inferred',
        'service-pack:windows-nt-4.0-sp6 supersedes service-pack:windows-nt-4.0-sp4, inferred',
      ],
      PRODUCTS,
    );
    expect(steps(chain(carried, '1', { direction: 'newer' })?.chains[0]?.newer)).toEqual([
      '1 service-pack:windows-nt-4.0-sp4',
      '2 service-pack:windows-nt-4.0-sp6',
    ]);
  });

  it('says when the article does not name the product', () => {
    expect(ask({ product: 'Post Office Server 5.5' })).toMatchObject({
      isAboutProduct: false,
      notReplaced: ['Post Office Server 5.5'],
    });
    expect(ask({ product: 'Windows NT Server 3.51' }).isAboutProduct).toBe(true);
  });

  it.each(['', 'Foo', 'SP3', 'x'.repeat(1_000_000), '; drop table'])('refuses %.12j as a product', (product) => {
    expect(() => ask({ product })).toThrow(
      expect.objectContaining({
        code: 'unknown-product',
        message: expect.stringContaining('Expected is one with its'),
      }),
    );
  });

  it('puts products with the same answer together', () => {
    const same = graphOf(
      ['1 applies-to product:windows-nt-server-4.0', '1 applies-to product:windows-nt-server-3.51', '2 supersedes 1'],
      PRODUCTS,
    );
    expect(chain(same, '1')?.chains).toMatchObject([{ scopes: ['windows-nt-4.0', 'windows-nt-3.51'] }]);
  });
});

describe('a chain over any graph', () => {
  const links = fc
    .integer({ min: 1, max: 9 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.boolean()), { maxLength: 20 }),
      ),
    );

  it('is the closure that a brute search finds, in both directions', () => {
    fc.assert(
      fc.property(links, fc.boolean(), ([size, ends], stated) => {
        const nodes = Array.from({ length: size }, (_, index) => someNode(`article:${index + 100}`));
        const edges = ends.map(([from, to, isInferred]) =>
          someEdge(from, 'supersedes', to, { basis: isInferred ? 'inferred' : 'stated' }),
        );
        const answer = chain(arrayView(nodes, edges), '100', { stated })!;
        expect(departures(answer, chainQuery.schema)).toEqual([]);
        const taken = edges.filter(({ basis }) => !stated || basis === 'stated');
        for (const [side, next] of [
          ['older', (at: number) => taken.flatMap(({ source, target }) => (source === at ? target : []))],
          ['newer', (at: number) => taken.flatMap(({ source, target }) => (target === at ? source : []))],
        ] as const) {
          const reached = new Set<number>();
          const search = (at: number) => {
            for (const other of next(at)) {
              if (reached.has(other)) continue;
              reached.add(other);
              search(other);
            }
          };
          search(0);
          const found = answer.chains[0]![side]!;
          const ids = new Set(found.members.map(({ id }) => Number(id.slice('article:'.length)) - 100));
          const isLoop = reached.delete(0);
          expect(ids).toEqual(reached);
          expect(found.isInLoop).toBe(isLoop);
          if (side === 'newer') {
            const ends = [...reached].filter((at) => next(at).length === 0);
            for (const end of ends) expect(found.current.map(({ id }) => id)).toContain(`article:${end + 100}`);
            for (const { id, steps, path } of found.current) {
              expect(path.at(-1)?.id).toBe(id);
              expect(path).toHaveLength(steps);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('follows a chain of 100,000 links', () => {
    const length = 100_000;
    const nodes = Array.from({ length: length + 1 }, (_, index) => someNode(`article:${index + 100_000}`));
    const edges = Array.from({ length }, (_, at) => someEdge(at + 1, 'supersedes', at));
    const { newer } = chain(arrayView(nodes, edges), '100000', { limit: 10 })!.chains[0]!;
    expect(newer).toMatchObject({ total: length, omitted: length - 10, direct: 1 });
    expect(newer?.current[0]).toMatchObject({ id: 'article:200000', steps: length });
  }, 60_000);
});
