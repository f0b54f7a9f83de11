import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode, InstallationFact } from '../../../src/model/graph.ts';
import { type PlanAnswer, type PlanOptions, plan, planQuery } from '../../../src/query/plan.ts';
import { arrayView, someEdge, someNode } from '../array-view.ts';
import { departures } from '../holds-schema.ts';

const NT4 = { family: 'windows-nt-4.0', line: 'Windows NT', version: '4.0' };
const TSE = { family: 'windows-nt-server-4.0-terminal-server-edition', line: 'Windows NT', version: '4.0' };
const W2K = { family: 'windows-2000', line: 'Windows 2000', version: '2000' };
const IE = (version: string) => ({ family: `internet-explorer-${version}`, line: 'Internet Explorer', version });
const named = (id: string, label: string, attributes: object): GraphNode => someNode(id, { label, attributes });
const pack = (key: string, label: string, family: typeof NT4, level: string) =>
  named(`service-pack:${key}-sp${level}`, `${label} SP${level}`, { ...family, level });

const NODES = [
  named('product:windows-nt-server-4.0', 'Windows NT Server 4.0', { ...NT4, edition: 'Server' }),
  named('family:windows-nt-4.0', 'Windows NT 4.0', NT4),
  named(`product:${TSE.family}`, 'Windows NT Server 4.0 Terminal Server Edition', TSE),
  named('product:windows-2000', 'Windows 2000', W2K),
  named('product:internet-explorer-4.01', 'Internet Explorer 4.01', IE('4.01')),
  ...['3', '4', '5', '6', '6a'].map((level) => pack('windows-nt-4.0', 'Windows NT 4.0', NT4, level)),
  ...['4', '5', '6'].map((level) => pack(TSE.family, 'Windows NT Server 4.0 Terminal Server Edition', TSE, level)),
  ...['1', '2'].map((level) => pack('windows-2000', 'Windows 2000', W2K, level)),
];
const SHORT: Record<string, string> = {
  NT4: 'product:windows-nt-server-4.0',
  TSE: `product:${TSE.family}`,
  W2K: 'product:windows-2000',
  'IE4.01': 'product:internet-explorer-4.01',
};

/**
 * A graph from lines: `1 requires NT4-SP4 or-later for Windows NT 4.0 group 1`. Numbers are articles that deliver a
 * fix, `7?` is only cited; `NT4` is a product and `NT4-SP4` its service pack.
 */
function graphOf(lines: readonly string[], facts: Record<string, InstallationFact[]> = {}) {
  const all = new Map(NODES.map((node, index) => [node.id, { node, index }]));
  const indexOf = (name: string): number => {
    const [product = '', level] = name.split('-SP');
    const family = SHORT[product] === undefined ? '' : (all.get(SHORT[product])?.node.attributes.family ?? '');
    const id =
      level !== undefined
        ? `service-pack:${family}-sp${level}`
        : (SHORT[name] ?? (/^\d+\??$/.test(name) ? `article:${name.replace('?', '')}` : name));
    const known = all.get(id);
    if (known !== undefined) return known.index;
    const installation = facts[name] ?? [];
    const node = someNode(id, name.endsWith('?') ? { status: 'cited' } : { attributes: { installation } });
    all.set(id, { node, index: all.size });
    return all.size - 1;
  };
  const edges = lines.map((line): GraphEdge => {
    const [, from, kind, to, rest = ''] = /^(\S+) (\S+) ([^\s,]+)(.*)$/.exec(line)!;
    const product = / for (.+?)(?: group|, inferred|, assumed|$)/.exec(rest)?.[1];
    const group = / group (\d+)/.exec(rest)?.[1];
    return someEdge(indexOf(from!), kind as GraphEdge['kind'], indexOf(to!), {
      scope: product === undefined ? null : { product },
      group: group === undefined ? null : Number(group),
      orLater: rest.includes(' or-later'),
      ...(rest.includes('inferred') ? { basis: 'inferred', because: 'newer files' } : {}),
      ...(rest.includes('assumed')
        ? { basis: 'inferred', rule: 'graph/newer-files-assumed', because: 'b; doubt' }
        : {}),
      ...(kind === 'ships' ? { file: { version: '4.0.1.2', platform: 'x86', date: '1999-01-02', size: 10 } } : {}),
    });
  });
  return arrayView(
    [...all.values()].map(({ node }) => node),
    edges,
  );
}

/** Articles named here deliver a fix: they ship a file. */
const fixes = (...articles: string[]) => articles.map((article) => `${article} ships file:a.dll`);

function ask(lines: readonly string[], ids: string | string[], options: PlanOptions = {}, facts = {}): PlanAnswer {
  const answer = plan(graphOf(lines, facts), [ids].flat(), options)!;
  expect(departures(answer, planQuery.schema)).toEqual([]);
  return answer;
}

/** The steps of the only plan, by short names. */
function steps(...[lines, ids, options, facts]: Parameters<typeof ask>): string[] {
  const { plans } = ask(lines, ids, options, facts);
  expect(plans).toHaveLength(1);
  return plans[0]!.steps.map(({ node }) => node.id.replace(/^article:|^service-pack:/, ''));
}

const says = (says_: InstallationFact['says'], more: Partial<InstallationFact> = {}): InstallationFact => ({
  says: says_,
  scope: null,
  article: null,
  evidence: [],
  ...more,
});

describe('plan', () => {
  const NEEDS_SP4 = [...fixes('1'), '1 applies-to NT4', '1 requires NT4-SP4'];

  it('installs what is required first', () => {
    expect(steps([...fixes('1', '2', '3'), '1 requires 2', '2 requires 3', '1 applies-to NT4'], '1')).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect(steps(NEEDS_SP4, '1', { have: ['Windows NT 4.0 SP3'] })).toEqual(['windows-nt-4.0-sp4', '1']);
  });

  it('needs everything of several requirements and one of a group, the cheapest by default', () => {
    const lines = [
      ...fixes('1', '2', '3', '4', '5'),
      '1 applies-to NT4',
      '1 requires 2',
      '1 requires 3 group 1',
      '1 requires 4 group 1',
      '3 requires 5',
    ];
    const [only] = ask(lines, '1').plans;
    expect(only?.steps.map(({ node }) => node.id).sort()).toEqual(['article:1', 'article:2', 'article:4']);
    const step = only!.steps.findIndex(({ node }) => node.id === 'article:4') + 1;
    const others = [{ name: '3', node: { id: 'article:3' }, packages: 4 }];
    expect(only?.choices).toMatchObject([{ of: { id: 'article:1' }, chosen: '4', step, others }]);
    expect(only?.isCheapest).toBe(true);
  });

  it('prefers what needs no restart among as many packages', () => {
    const lines = [...fixes('1', '2', '3'), '1 applies-to NT4', '1 requires 2 group 1', '1 requires 3 group 1'];
    const facts = { 2: [says('restart')], 3: [says('no-restart')] };
    expect(steps(lines, '1', {}, facts)).toEqual(['3', '1']);
    const [only] = ask(lines, '1', {}, facts).plans;
    expect(only?.restarts).toEqual({ required: 0, none: 1, perhaps: 0, untold: 1 });
  });

  it('takes only the requirements of the product that it is for', () => {
    const lines = [
      ...fixes('1'),
      '1 applies-to NT4',
      '1 applies-to W2K',
      '1 requires NT4-SP4 for Windows NT 4.0',
      '1 requires W2K-SP1 for Windows 2000',
    ];
    expect(steps(lines, '1', { have: ['Windows 2000'] })).toEqual(['windows-2000-sp1', '1']);
    expect(steps(lines, '1', { product: 'Windows NT 4.0' })).toEqual(['windows-nt-4.0-sp4', '1']);
    expect(ask(lines, '1').plans.map(({ product }) => product)).toEqual(['Windows NT 4.0', 'Windows 2000']);
  });

  it('takes a later service pack where the article says so', () => {
    const orLater = [...fixes('1'), '1 applies-to NT4', '1 requires NT4-SP4 or-later'];
    expect(steps(orLater, '1', { have: ['Windows NT 4.0 SP5'] })).toEqual(['1']);
    expect(steps(orLater, '1', { have: ['Windows NT 4.0 SP3'] })).toEqual(['windows-nt-4.0-sp6a', '1']);
  });

  it('says that what needs one service pack is not known to install on a later one', () => {
    const [only] = ask(NEEDS_SP4, '1', { have: ['Windows NT 4.0 SP5'] }).plans;
    expect(only).toMatchObject({ state: 'incomplete', unmet: [{ of: { id: 'article:1' } }] });
    expect(only?.unmet[0]?.what).toContain('not known to install here');
  });

  it('keeps the service pack that a fix is for, where another fix came with the next', () => {
    const lines = [...NEEDS_SP4, ...fixes('2'), '2 applies-to NT4', '2 fixed-in NT4-SP5'];
    expect(steps(lines, ['1', '2'], { have: ['Windows NT 4.0 SP4'] }).sort()).toEqual(['1', '2']);
  });

  it('takes the service packs that an article lists for those that its fix is for', () => {
    const lines = [...fixes('1'), '1 applies-to NT4-SP4', '1 applies-to NT4-SP5'];
    expect(steps(lines, '1', { have: ['Windows NT 4.0 SP4'] })).toEqual(['1']);
    expect(steps(lines, '1', { have: ['Windows NT 4.0 SP3'] })).toEqual(['windows-nt-4.0-sp5', '1']);
    const [later] = ask(lines, '1', { have: ['Windows NT 4.0 SP6a'] }).plans;
    expect(later?.unmet[0]?.what).toMatch(/^is for SP4, SP5; with SP6a, .* not known to install here$/);
  });

  it("plans another product's service pack only where that product is known to be there", () => {
    const lines = [...fixes('1'), '1 applies-to IE4.01', '1 applies-to W2K', '1 fixed-in NT4-SP5'];
    expect(steps(lines, '1', { product: 'Internet Explorer 4.01' })).toEqual(['1']);
    const sole = [...fixes('1'), '1 applies-to IE4.01', '1 fixed-in NT4-SP5'];
    expect(steps(sole, '1', { have: ['Internet Explorer 4.01', 'Windows NT 4.0 SP4'] })).toEqual([
      'windows-nt-4.0-sp6a',
    ]);
  });

  it('needs nothing where the service pack that is there contains the fix', () => {
    const lines = [...NEEDS_SP4, '1 fixed-in NT4-SP5'];
    const [only] = ask(lines, '1', { have: ['Windows NT 4.0 SP6a'] }).plans;
    expect(only).toMatchObject({ state: 'installed', steps: [] });
    expect(only?.needless[0]?.because).toBe('SP5, which is there already, contains it');
  });

  it('tells what meets a requirement already, with a place for what states it', () => {
    const [only] = ask(NEEDS_SP4, '1', { have: ['Windows NT 4.0 SP4'] }).plans;
    expect(only?.steps).toMatchObject([{ met: ['SP4'], metBecause: [[]] }]);
  });

  it('offers the service pack that contains a fix, and the fix itself as another way', () => {
    const [only] = ask([...NEEDS_SP4, '1 fixed-in NT4-SP5'], '1', { have: ['Windows NT 4.0 SP4'] }).plans;
    expect(only?.steps.map(({ node }) => node.label)).toEqual(['Windows NT 4.0 SP6a']);
    expect(only?.choices[0]).toMatchObject({ step: 1 });
    expect(only?.choices[0]?.others).toMatchObject([
      { name: '1', node: { id: 'article:1' }, packages: 1 },
      { name: 'SP5', node: { id: 'service-pack:windows-nt-4.0-sp5' }, packages: 1 },
    ]);
  });

  it('knows a withdrawn service pack on a machine and never plans it', () => {
    const lines = [...fixes('1'), '1 applies-to NT4', '1 requires NT4-SP6 or-later'];
    expect(steps(lines, '1', { have: ['Windows NT 4.0 SP6'] })).toEqual(['1']);
    expect(steps(lines, '1', { have: ['Windows NT 4.0 SP5'] })).toEqual(['windows-nt-4.0-sp6a', '1']);
    const exact = [...fixes('1'), '1 applies-to NT4', '1 requires NT4-SP6'];
    expect(steps(exact, '1', { have: ['Windows NT 4.0 SP5'] })).toEqual(['windows-nt-4.0-sp6a', '1']);
    expect(steps(exact, '1', { have: ['Windows NT 4.0 SP6a'] })).toEqual(['1']);
  });

  it("reads 'Windows NT 4.0 SP4' in Terminal Server's section as its own ladder's rung", () => {
    const lines = [
      ...fixes('1'),
      '1 applies-to TSE',
      '1 requires NT4-SP4 for Windows NT Server 4.0 Terminal Server Edition group 1',
      '1 requires NT4-SP6a for Windows NT Server 4.0 Terminal Server Edition group 1',
    ];
    const have = ['Windows NT Server 4.0 Terminal Server Edition SP4'];
    expect(steps(lines, '1', { have })).toEqual(['1']);
    expect(steps(lines, '1', {})).toEqual([`${TSE.family}-sp4`, '1']);
  });

  it('offers the current replacement, and skips what is replaced by what is there', () => {
    const lines = [...fixes('1', '2', '3'), '1 applies-to NT4', '2 supersedes 1', '3 supersedes 2'];
    expect(steps(lines, '1')).toEqual(['3']);
    expect(ask(lines, '1', { have: ['2'] }).plans[0]).toMatchObject({
      state: 'installed',
      needless: [{ because: '2, which is there already, replaces it' }],
    });
  });

  it('takes a superseder for a prerequisite within its scope only', () => {
    const lines = [
      ...fixes('1', '2', '3'),
      '1 applies-to NT4',
      '2 applies-to NT4',
      '1 requires 2',
      '3 supersedes 2 for Windows NT 4.0',
    ];
    expect(steps(lines, '1', { have: ['3', 'Windows NT 4.0'] })).toEqual(['1']);
    const foreign = lines.map((line) => line.replace('for Windows NT 4.0', 'for Windows 2000'));
    expect(steps(foreign, '1', { have: ['3', 'Windows NT 4.0'] })).toEqual(['2', '1']);
  });

  it('leaves out inference where it is told to', () => {
    const lines = [...fixes('1', '2'), '1 applies-to NT4', '2 supersedes 1, inferred'];
    expect(steps(lines, '1')).toEqual(['2']);
    expect(steps(lines, '1', { stated: true })).toEqual(['1']);
  });

  it('installs service packs before fixes, and warns of what they may put back', () => {
    const lines = [...NEEDS_SP4, ...fixes('2', '8'), '2 applies-to NT4'];
    const answer = ask(lines, ['2', '1'], { have: ['Windows NT 4.0 SP3', '8'] });
    expect(answer.plans[0]?.steps.map(({ node }) => node.label)).toEqual(
      ['Windows NT 4.0 SP4', '1', '2'].sort().reverse(),
    );
    expect(answer.plans[0]?.warnings.join('\n')).toMatch(/may put back older files .* 8\. Check their files/);
  });

  it('tells of a replacement that is only assumed, and never plans it', () => {
    const lines = [...fixes('1', '2', '3'), '1 applies-to NT4', '2 supersedes 1, assumed', '3 requires 1'];
    expect(steps(lines, '1')).toEqual(['1']);
    expect(ask(lines, '1').plans[0]?.steps[0]?.remarks).toEqual([
      'may also be replaced by 2: that is assumed, for doubt',
    ]);
    expect(ask(lines, '1', { have: ['2'] }).plans[0]).toMatchObject({
      state: 'ready',
      steps: [{ remarks: ['may also be replaced by 2, which is there already: that is assumed, for doubt'] }],
    });
    expect(steps(lines, '3')).toEqual(['1', '3']);
    expect(ask(lines, '1', { stated: true }).plans[0]?.steps[0]?.remarks).toEqual([]);
  });

  it('goes through the later service pack that a replacement needs, and says so', () => {
    const lines = [
      ...fixes('1', '2'),
      '1 applies-to NT4',
      '2 applies-to NT4',
      '1 requires NT4-SP3',
      '2 requires NT4-SP4',
      '2 supersedes 1, inferred',
    ];
    const [only] = ask(lines, '1', { have: ['Windows NT 4.0 SP3'] }).plans;
    expect(only?.steps.map(({ node, why }) => [node.id, why.map(({ text }) => text)])).toEqual([
      ['service-pack:windows-nt-4.0-sp4', ['step 2 requires it']],
      ['article:2', ['replaces 1, which was asked for (inferred: newer files)']],
    ]);
    expect(only?.choices).toMatchObject([
      { chosen: '2', others: [{ name: '1', packages: 1, remark: 'as asked for, though it was replaced' }] },
    ]);
  });

  it('adds what a roll-up leaves out after it', () => {
    const lines = [
      ...fixes('1', '2', '5'),
      '1 applies-to NT4',
      '2 supersedes 1',
      '5 applies-to NT4',
      '5 mentions file:a.dll',
    ];
    const facts = { 2: [says('excludes', { article: '5' })] };
    const [only] = ask(lines, '1', {}, facts).plans;
    expect(only?.steps.map(({ node, isExtra }) => [node.id, isExtra])).toEqual([
      ['article:2', false],
      ['article:5', true],
    ]);
    expect(only?.steps[1]?.why[0]?.text).toBe('2 leaves it out: install it after that');
    expect(steps(lines, ['5', '1'], {}, facts)).toEqual(['2', '5']);
  });

  it('warns of what goes wrong, with its repair, unless the plan repairs it', () => {
    const lines = [
      ...fixes('1', '9'),
      '1 applies-to NT4',
      '1 fixed-in NT4-SP4',
      '7 broken-by NT4-SP4',
      '8 broken-by NT4-SP4',
      '8 fixed-in NT4-SP5',
      '9 broken-by NT4-SP6a',
    ];
    const [only] = ask(lines, '1', { have: ['Windows NT 4.0 SP3'] }).plans;
    expect(only?.steps[0]?.breaks.map(({ problem, after, repairs }) => [problem.label, after, repairs])).toEqual([
      ['9', 'SP6a', ['the fix of 9']],
      ['7', 'SP4', []],
    ]);
  });

  it('tells a loop and what nothing can meet', () => {
    const loop = [...fixes('1', '2'), '1 applies-to NT4', '1 requires 2', '2 requires 1'];
    const [looped] = ask(loop, '1').plans;
    expect(looped?.state).toBe('incomplete');
    expect(looped?.loops.map((nodes) => nodes.map(({ label }) => label).sort())).toEqual([['1', '2']]);
    const [foreign] = ask([...fixes('1'), '1 applies-to NT4', '1 requires W2K'], '1').plans;
    expect(foreign?.unmet).toMatchObject([{ what: 'needs Windows 2000, not Windows NT 4.0' }]);
  });

  it('plans a service pack that is asked for', () => {
    const [only] = ask(NEEDS_SP4, 'service-pack:windows-nt-4.0-sp4', { have: ['Windows NT 4.0 SP3'] }).plans;
    expect(only?.steps.map(({ node, why }) => [node.label, why[0]?.text])).toEqual([
      ['Windows NT 4.0 SP4', 'asked for'],
    ]);
    expect(ask(NEEDS_SP4, 'service-pack:windows-nt-4.0-sp4', { have: ['Windows NT 4.0 SP5'] }).plans[0]?.state).toBe(
      'installed',
    );
  });

  it('plans what is only cited, and says that nothing is known of it', () => {
    const [only] = ask(['1 references 7?'], '7').plans;
    expect(only).toMatchObject({ product: 'Any product', state: 'ready' });
    expect(only?.steps[0]?.remarks).toEqual(['its own article is not in the archive: what it requires is not known']);
  });

  it('has other products in place first', () => {
    const lines = [...fixes('1'), '1 applies-to NT4', '1 requires IE4.01'];
    expect(steps(lines, '1')).toEqual(['product:internet-explorer-4.01', '1']);
    expect(steps(lines, '1', { have: ['Windows NT 4.0', 'Internet Explorer 4.01'] })).toEqual(['1']);
  });

  it('says that no fix is known, or that it is about another product', () => {
    const lines = ['1 applies-to NT4', '1 references 2'];
    expect(ask(lines, '1').plans).toMatchObject([{ state: 'nothing' }]);
    expect(ask([...lines, ...fixes('1')], '1', { have: ['Windows 2000 SP1'] }).plans).toMatchObject([
      { state: 'not-applicable', product: 'Windows 2000 SP1' },
    ]);
  });

  it('tells what to check, how to undo it and when to apply it again', () => {
    const evidence = [{ article: '1', copy: 0, from: 0, to: 3 }];
    const facts = {
      1: [says('uninstall', { evidence }), says('reapply', { evidence }), says('restart', { evidence })],
    };
    const [only] = ask([...fixes('1'), '1 applies-to NT4'], '1', {}, facts).plans;
    expect(only?.steps[0]).toMatchObject({
      check: [{ name: 'a.dll', version: '4.0.1.2', platform: 'x86', date: '1999-01-02', size: 10 }],
      undo: evidence,
      reapply: evidence,
      restart: { need: 'required', evidence },
    });
  });

  it('finds the least packages of small graphs, as an exhaustive search does', () => {
    const COUNT = 7;
    const requirement = fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 3 });
    const articles = fc.array(fc.array(requirement, { maxLength: 2 }), { minLength: COUNT, maxLength: COUNT });
    fc.assert(
      fc.property(articles, (all) => {
        const lines = all.flatMap((requirements, article) => [
          ...fixes(String(100 + article)),
          ...requirements.flatMap((members, group) =>
            members.map((member) => `${100 + article} requires ${100 + member} group ${group + 1}`),
          ),
        ]);
        const [only] = ask(['100 applies-to NT4', ...lines], '100').plans;
        const least = exhaustive(all);
        expect(only?.state).toBe(least === null ? 'incomplete' : 'ready');
        if (least !== null) expect(only?.steps).toHaveLength(least);
      }),
      { numRuns: 300 },
    );
  });

  it('walks a chain of 100,000 prerequisites', { timeout: 120_000 }, () => {
    const length = 100_000;
    const nodes = Array.from({ length }, (_, index) =>
      someNode(`article:${1_000_000 + index}`, { attributes: { installation: [says('restart')] } }),
    );
    const edges = nodes.slice(1).map((_, index) => someEdge(index, 'requires', index + 1));
    const product = someNode('product:windows-2000', { label: 'Windows 2000', attributes: W2K });
    const view = arrayView([...nodes, product], [...edges, someEdge(0, 'applies-to', length)]);
    const [only] = plan(view, ['1000000'])!.plans;
    expect(only?.steps).toHaveLength(length);
    expect(only?.steps[0]?.node.id).toBe(`article:${1_000_000 + length - 1}`);
    expect(only?.restarts.required).toBe(length);
  });

  it.each([
    ['a sentence', 'nothing that anyone has ever installed'],
    ['nothing', ''],
    ['a service pack that never was', 'Windows NT 4.0 SP9'],
  ])('refuses %s as what a machine has, and says what was expected', (_, have) => {
    expect(() => ask(NEEDS_SP4, '1', { have: [have] })).toThrow(
      expect.objectContaining({ name: 'UsageError', code: 'malformed-have' }),
    );
  });

  it('refuses to plan a file, and gives null for what is not there', () => {
    expect(() => ask(NEEDS_SP4, 'file:a.dll')).toThrow(expect.objectContaining({ code: 'no-plan' }));
    expect(plan(graphOf(NEEDS_SP4), ['999999'])).toBeNull();
  });

  it('takes articles that the graph does not know as installed', () => {
    expect(ask(NEEDS_SP4, '1', { have: ['Q777777', 'Windows NT 4.0 SP4'] }).have).toContain(
      '777777 (not in the graph)',
    );
  });
});

/** The least number of articles that can be installed one after the other, ending with the first; null for none. */
function exhaustive(all: readonly number[][][]): number | null {
  let least: number | null = null;
  for (let set = 1; set < 2 ** all.length; set++) {
    const members = all.map((_, index) => index).filter((index) => set & (1 << index));
    if (!members.includes(0) || (least !== null && members.length >= least)) continue;
    const installed = new Set<number>();
    for (let before = -1; before !== installed.size; ) {
      before = installed.size;
      for (const index of members) {
        if (all[index]!.every((group) => group.some((member) => installed.has(member)))) installed.add(index);
      }
    }
    if (installed.size === members.length) least = members.length;
  }
  return least;
}
