import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../../src/graph/graph-builder.ts';
import type { ExtractedArticle } from '../../src/model/extracted.ts';
import type { EdgeKind, GraphEdge, GraphNode, KnowledgeGraph } from '../../src/model/graph.ts';
import { article, said, ships, states } from './articles.ts';

const READING = { builtAt: '2026-01-01T00:00:00.000Z', paths: ['notes'], filesRead: 3, feeds: [], diagnostics: {} };

function build(...articles: ExtractedArticle[]): KnowledgeGraph {
  const builder = createGraphBuilder();
  for (const each of articles) builder.add(each);
  return builder.finish(READING);
}

function node({ nodes }: KnowledgeGraph, id: string): GraphNode | undefined {
  return nodes.find((each) => each.id === id);
}

/** The edges of a kind as 'source → target'. */
function edges(graph: KnowledgeGraph, kind: EdgeKind): string[] {
  return found(graph, kind).map(({ source, target }) => `${graph.nodes[source]?.id} → ${graph.nodes[target]?.id}`);
}

function found(graph: KnowledgeGraph, kind: EdgeKind): GraphEdge[] {
  return graph.edges.filter((edge) => edge.kind === kind);
}

describe('articles', () => {
  it('are one over all spellings of their id, and present once they are read', () => {
    const graph = build(
      article('260695', [states('references', { article: 'Q254682' }), states('references', { article: 'KB0191014' })]),
      article('Q254682', []),
    );
    expect(graph.nodes.map(({ id, status }) => [id, status])).toEqual([
      ['article:191014', 'cited'],
      ['article:254682', 'present'],
      ['article:260695', 'present'],
    ]);
    expect(node(graph, 'article:191014')?.label).toBe('KB191014');
    expect(node(graph, 'article:260695')).toMatchObject({ label: 'Title of 260695', date: '2000-01-01' });
  });

  it('that are never read are called what those that cite them call them', () => {
    const citing = (id: string, title: string) => {
      const text = `See the following article:\n\n   Q900100 ${title}\n`;
      const to = text.indexOf('Q900100') + 7;
      const evidence = [{ from: to - 7 + 50, to: to + 50, quote: 'Q900100' }];
      const span = { from: 50, to: 50 + text.length };
      return article(id, [states('references', { article: '900100' }, { evidence })], { text, span });
    };
    const all = [
      citing('1', 'XADM: Store Stops'),
      citing('2', 'XADM: Store May Stop'),
      citing('3', 'XADM: Store May Stop'),
    ];
    expect(node(build(...all), 'article:900100')).toMatchObject({
      label: 'XADM: Store May Stop',
      status: 'cited',
      attributes: { aliases: ['XADM: Store Stops'] },
    });
    expect(node(build(...all, article('900100', [])), 'article:900100')).toMatchObject({ label: 'Title of 900100' });
  });

  it('keep an id that is no number', () => {
    expect(node(build(article('readme-sp4', [])), 'article:readme-sp4')?.status).toBe('present');
  });

  it('do not refer to themselves', () => {
    expect(build(article('1000', [states('references', { article: 'Q1000' })])).edges).toEqual([]);
  });

  it('without a title are called by their id', () => {
    expect(node(build(article('1000', [], { title: ' ' })), 'article:1000')?.label).toBe('KB1000');
  });
});

describe('copies of one article', () => {
  const old = article('1000', [states('references', { article: '2000' })], { modified: '1999-05-01', title: 'Old' });
  const recent = article('1000', [states('references', { article: '2000' })], { modified: '2001-05-01', title: 'New' });

  it('have ordinals in reading order', () => {
    const builder = createGraphBuilder();
    expect([builder.add(old), builder.add(article('2000', [])), builder.add(recent), builder.add(old)]).toEqual([
      0, 0, 1, 2,
    ]);
  });

  it('are shown as the newest revision, whatever came first', () => {
    expect(node(build(old, recent), 'article:1000')).toMatchObject({ label: 'New', attributes: { copy: 1 } });
    expect(node(build(recent, old), 'article:1000')).toMatchObject({ label: 'New', attributes: { copy: 0 } });
    expect(node(build(recent), 'article:1000')?.attributes.copy).toBeUndefined();
  });

  it('stay as evidence of one edge', () => {
    const [edge, ...others] = found(build(old, recent), 'references');
    expect(others).toEqual([]);
    expect(edge?.evidence).toEqual([
      { article: '1000', copy: 0, from: 0, to: 5 },
      { article: '1000', copy: 1, from: 0, to: 5 },
    ]);
  });

  it('keep groups of alternatives together, whatever number each copy gave them', () => {
    const alternatives = (group: number) => [
      states('requires', { servicePack: 'Exchange Server 5.5 SP3' }, { group }),
      states('requires', { servicePack: 'Exchange Server 5.5 SP4' }, { group }),
    ];
    const other = [
      states('requires', { article: '5000' }, { group: 1 }),
      states('requires', { article: '6000' }, { group: 1 }),
    ];
    const graph = build(article('1000', alternatives(1)), article('1000', [...other, ...alternatives(2)]));
    const groups = found(graph, 'requires').map(({ group, evidence }) => [group, evidence.length]);
    expect(groups.sort()).toEqual([
      [1, 2],
      [1, 2],
      [2, 1],
      [2, 1],
    ]);
  });
});

describe('edges', () => {
  it('run from the newer to the older, also where the older one says it', () => {
    const graph = build(
      article('1000', [states('supersedes', { article: '900' })]),
      article('900', [states('supersededBy', { article: '1000' })]),
    );
    expect(edges(graph, 'supersedes')).toEqual(['article:1000 → article:900']);
    expect(found(graph, 'supersedes')[0]?.evidence.map(({ article: by }) => by)).toEqual(['1000', '900']);
  });

  it('of different scopes are different edges', () => {
    const graph = build(
      article('1000', [
        states('requires', { servicePack: 'Windows NT 4.0 SP3' }, { scope: { product: 'Windows NT 4.0' } }),
        states(
          'requires',
          { servicePack: 'Windows NT 4.0 SP3' },
          { scope: { product: 'Microsoft Windows NT version 4.0' } },
        ),
        states('requires', { servicePack: 'Windows NT 4.0 SP3' }, { scope: { product: 'SMS 2.0 SP3' } }),
      ]),
    );
    expect(found(graph, 'requires').map(({ scope, evidence }) => [scope?.product, evidence.length])).toEqual([
      ['Systems Management Server 2.0 SP3', 1],
      ['Windows NT 4.0', 1],
    ]);
  });

  it('remember that a later one will do', () => {
    const graph = build(
      article('1000', [states('requires', { servicePack: 'Windows NT 4.0 SP3' }, { orLater: true })]),
    );
    expect(found(graph, 'requires')[0]).toMatchObject({ orLater: true, basis: 'stated', rule: 'extract/requires' });
  });

  it('that ship files are one a row', () => {
    const row = { version: '4.0.1381.91', platform: 'x86', date: '1998-03-11', size: 143_664 };
    const graph = build(
      article('1000', [
        ships('TCPIP.SYS', row),
        ships('tcpip.sys', row),
        ships('tcpip.sys', { ...row, platform: 'Alpha' }),
        ships('tcpip.sys', { ...row, scope: { branch: 'QFE' } }),
      ]),
    );
    expect(edges(graph, 'ships')).toEqual(Array(3).fill('article:1000 → file:tcpip.sys'));
    expect(
      found(graph, 'ships')
        .map(({ file }) => file?.platform)
        .sort(),
    ).toEqual(['Alpha', 'x86', 'x86']);
  });
});

describe('products and service packs', () => {
  it('are linked to the family that is serviced together', () => {
    const graph = build(
      article('1000', [
        states('appliesTo', { product: 'Windows NT Workstation 4.0' }),
        states('appliesTo', { product: 'Windows NT Server 4.0 Terminal Server Edition' }),
        states('fixedIn', { servicePack: 'Windows NT 4.0 Service Pack 4.0' }),
      ]),
    );
    expect(edges(graph, 'part-of')).toContain('product:windows-nt-workstation-4.0 → family:windows-nt-4.0');
    expect(edges(graph, 'part-of')).toContain(
      'product:windows-nt-server-4.0-terminal-server-edition → family:windows-nt-server-4.0-terminal-server-edition',
    );
    expect(edges(graph, 'service-pack-of')).toContain('service-pack:windows-nt-4.0-sp4 → family:windows-nt-4.0');
    expect(node(graph, 'service-pack:windows-nt-4.0-sp4')).toMatchObject({
      label: 'Windows NT 4.0 SP4',
      attributes: { family: 'windows-nt-4.0', version: '4.0', level: '4', line: 'Windows NT' },
    });
  });

  it('named on an applies-to line make the service pack the target, for the product that is named', () => {
    const graph = build(article('1000', [states('appliesTo', { product: 'Windows NT Server 4.0 SP6a' })]));
    expect(edges(graph, 'applies-to')).toEqual(['article:1000 → service-pack:windows-nt-4.0-sp6a']);
    expect(found(graph, 'applies-to')[0]?.scope).toEqual({ product: 'Windows NT Server 4.0' });
    expect(edges(graph, 'service-pack-of')).toContain(
      'service-pack:windows-nt-4.0-sp6a → product:windows-nt-server-4.0',
    );
    const exchange = build(article('1000', [states('appliesTo', { product: 'Exchange Server 5.5 SP3' })]));
    expect(found(exchange, 'applies-to')[0]?.scope).toBeNull();
    expect(edges(exchange, 'service-pack-of')).toContain(
      'service-pack:exchange-server-5.5-sp3 → product:exchange-server-5.5',
    );
  });

  it('that are bare levels take the product of their article', () => {
    const graph = build(
      article('1000', [
        states('appliesTo', { product: 'Exchange Server 5.5' }),
        states('fixedIn', { servicePack: 'SP4' }),
      ]),
    );
    expect(edges(graph, 'fixed-in')).toEqual(['article:1000 → service-pack:exchange-server-5.5-sp4']);
  });

  it('that are bare levels take the product of their scope first', () => {
    const graph = build(
      article('1000', [
        states('appliesTo', { product: 'Exchange Server 5.5' }),
        states('requires', { servicePack: 'SP3' }, { scope: { product: 'Windows NT 4.0' } }),
      ]),
    );
    expect(edges(graph, 'requires')).toEqual(['article:1000 → service-pack:windows-nt-4.0-sp3']);
  });

  it('collect their other spellings, the most frequent first', () => {
    const pack = (spelling: string) => states('fixedIn', { servicePack: spelling });
    const graph = build(
      article('1000', [pack('Windows NT 4.0 Service Pack 4.0'), pack('Windows NT 4.0 SP4')]),
      article('2000', [pack('Windows NT 4.0 Service Pack 4.0'), pack('Windows NT Server 4.0 SP4')]),
    );
    expect(node(graph, 'service-pack:windows-nt-4.0-sp4')?.attributes.aliases).toEqual([
      'Windows NT 4.0 Service Pack 4.0',
      'Windows NT Server 4.0 SP4',
    ]);
  });

  it('that no table knows are called what they are mostly called', () => {
    const kit = (spelling: string) => states('appliesTo', { product: spelling });
    const graph = build(
      article('1', [kit('Windows NT 4.0 Driver Disk')]),
      article('2', [kit('Windows NT Driver Disk 4.0')]),
      article('3', [kit('Windows NT 4.0 Driver Disk')]),
    );
    expect(node(graph, 'product:windows-nt-driver-disk-4.0')?.label).toBe('Windows NT 4.0 Driver Disk');
  });
});

describe('named fixes', () => {
  it('join the articles that deliver them', () => {
    const graph = build(
      article('154087', [states('supersededBy', { fix: 'Lsa2-fix' })], {
        publishes: [{ fix: 'lsa-fix', evidence: said(7) }],
      }),
      article('182918', [], { publishes: [{ fix: 'LSA2-fix', evidence: said() }] }),
    );
    expect(edges(graph, 'supersedes')).toEqual(['fix:lsa2-fix → article:154087']);
    expect(edges(graph, 'publishes')).toEqual(['article:154087 → fix:lsa-fix', 'article:182918 → fix:lsa2-fix']);
    expect(found(graph, 'publishes')[0]).toMatchObject({ rule: 'extract/publishes', evidence: [{ from: 7, to: 12 }] });
  });

  it('that are relative carry the product and service pack of their article', () => {
    const graph = build(
      article('1000', [
        states('appliesTo', { product: 'Exchange Server 2007 SP1' }),
        states('supersedes', { fix: 'RU1' }),
      ]),
    );
    expect(edges(graph, 'supersedes')).toEqual(['article:1000 → fix:exchange-server-2007-sp1-ru1']);
    expect(node(graph, 'fix:exchange-server-2007-sp1-ru1')?.label).toBe('Exchange Server 2007 SP1 RU1');
  });

  it('are mentioned, like files and vulnerabilities', () => {
    const graph = build(
      article('1000', [], {
        mentions: [
          { target: { fix: 'MS02-017' }, evidence: said() },
          { target: { file: 'Afd.sys' }, evidence: said() },
          { target: { cve: 'CVE-2002-0151' }, evidence: said() },
        ],
      }),
    );
    expect(edges(graph, 'mentions')).toEqual([
      'article:1000 → fix:ms02-017',
      'article:1000 → file:afd.sys',
      'article:1000 → cve:2002-0151',
    ]);
  });
});

describe('the report', () => {
  it('counts what was read, what it lacks and what is only cited', () => {
    const { report } = build(
      article('1000', [states('references', { article: '9' }), states('appliesTo', { product: 'Windows 95' })]),
      article('b-1', [], { modified: null, category: null, title: '' }),
      article('1000', [], { dialect: 'html', modified: '2002-02-02' }),
    );
    expect(report).toMatchObject({
      ...READING,
      dataDate: '2002-02-02',
      articles: 3,
      lacking: { id: 1, title: 1, date: 1, category: 1, product: 2 },
      byDialect: { 'q-article': 2, html: 1 },
      danglingIds: 1,
      nodesByKind: { article: 3, product: 1, family: 1 },
      edgesByKind: { references: 1, 'applies-to': 1, 'part-of': 1 },
    });
  });

  it('of nothing is a graph of nothing', () => {
    const graph = build();
    expect(graph).toMatchObject({
      nodes: [],
      edges: [],
      map: { regions: [] },
      report: { articles: 0, dataDate: null },
    });
  });
});

describe('the builder', () => {
  const names = [
    'Windows NT Server 4.0',
    'Windows NT 4.0 SP4',
    'Exchange 5.5',
    'SP4',
    'Mail 3.2',
    'Exchange Server 5.5 SP4',
    'Teardrop2-fix',
  ];
  const relation = fc.oneof(
    fc
      .record({
        type: fc.constantFrom('references', 'supersedes', 'supersededBy', 'includes'),
        article: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ type, article: id }) => states(type as 'references', { article: `${id}` })),
    fc
      .record({
        type: fc.constantFrom('appliesTo', 'fixedIn', 'requires'),
        name: fc.constantFrom(...names),
        group: fc.constantFrom(undefined, 1, 2),
      })
      .map(({ type, name, group }) => {
        if (type === 'appliesTo') return states('appliesTo', { product: name });
        return states(
          type as 'fixedIn',
          { servicePack: name },
          type === 'requires' && group !== undefined ? { group } : {},
        );
      }),
    fc.constantFrom('a.dll', 'B.sys').map((file) => ships(file, { version: '1.0' })),
  );
  const articles = fc.uniqueArray(
    fc
      .record({ id: fc.integer({ min: 1, max: 12 }), relations: fc.array(relation, { maxLength: 6 }) })
      .map(({ id, relations }) => article(`${id}`, relations)),
    { selector: ({ id }) => id, maxLength: 8 },
  );

  it('makes the same graph in whatever order articles come', () => {
    fc.assert(
      fc.property(
        articles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const [one, other] = [build(...all), build(...shuffled)];
          expect(other.nodes).toEqual(one.nodes);
          expect(other.edges).toEqual(one.edges);
          expect(other.map).toEqual(one.map);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes no edge twice, and none without its ends', () => {
    fc.assert(
      fc.property(articles, (all) => {
        const graph = build(...all);
        const keys = graph.edges.map(({ kind, source, target, scope, group, file }) =>
          JSON.stringify([kind, source, target, scope, group, file]),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const { source, target, basis, evidence } of graph.edges) {
          expect(graph.nodes[source]).toBeDefined();
          expect(graph.nodes[target]).toBeDefined();
          if (basis === 'stated') expect(evidence.length).toBeGreaterThan(0);
        }
        expect(new Set(graph.nodes.map(({ id }) => id)).size).toBe(graph.nodes.length);
      }),
      { numRuns: 60 },
    );
  });
});
