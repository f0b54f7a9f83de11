import { describe, expect, test } from 'vitest';
import type { NodeName } from '../../../src/query/answer-parts.ts';
import type { PlanStep, ProductPlan } from '../../../src/query/plan/answer.ts';
import { emptyPlan } from '../../../src/query/plan/product-plan.ts';
import type { QuotedEvidence } from '../../../src/query/quote-evidence.ts';
import { type PlanPicture, planPicture } from '../../../viz/plan/plan-picture.ts';

const fix = (id: string): NodeName => ({ id: `article:${id}`, kind: 'article', label: `Fix ${id}`, status: 'present' });
const pack = (level: string): NodeName => ({
  id: `service-pack:windows-nt-4.0-${level.toLowerCase()}`,
  kind: 'service-pack',
  label: `Windows NT 4.0 ${level}`,
  status: null,
});
const says = (quote: string): QuotedEvidence => ({ article: '100001', copy: 0, from: 0, to: quote.length, quote });

function step(node: NodeName, more: Partial<PlanStep> = {}): PlanStep {
  return {
    kind: node.kind === 'article' ? 'fix' : 'service-pack',
    node,
    isExtra: false,
    why: [],
    met: [],
    metBecause: [],
    restart: { need: 'untold', evidence: [] },
    check: [],
    undo: [],
    reapply: [],
    breaks: [],
    breaksInAll: 0,
    remarks: [],
    ...more,
  };
}

const planOf = (more: Partial<ProductPlan>): ProductPlan => ({
  ...emptyPlan('Windows NT 4.0'),
  state: 'ready',
  ...more,
});

const draw = (more: Partial<ProductPlan>, wanted = fix('1')) => planPicture(planOf(more), 0, new Set([wanted.id]));
const box = ({ lane }: PlanPicture, head: string) => lane.boxes.find((each) => each.head === head);
const ASKED = { text: 'asked for', step: null, evidence: [] };

describe('the picture of a plan', () => {
  const PACK_FIRST = [
    step(pack('SP4'), {
      why: [{ text: 'step 2 requires it', step: 2, evidence: [says('Install SP4 first.')] }],
      restart: { need: 'required', evidence: [] },
    }),
    step(fix('1'), { why: [ASKED] }),
  ];

  test('has an arrow from what is required to what requires it, with the sentence that says so', () => {
    const picture = draw({ steps: PACK_FIRST });
    const [arrow] = picture.lane.arrows;
    expect(arrow).toMatchObject({ from: '0.step-1', to: '0.step-2', label: 'required', dash: 'solid' });
    expect(picture.parts.get(arrow!.key)?.evidence[0]?.quote).toBe('Install SP4 first.');
    expect(box(picture, '2. KB1')).toMatchObject({ tone: 'asked', restart: { is: 'untold' } });
    expect(box(picture, '1. Windows NT 4.0 SP4')).toMatchObject({ tone: 'plain', restart: { is: 'required' } });
  });

  test('has no sign of a restart where the article says that none is needed', () => {
    const picture = draw({ steps: [step(fix('1'), { why: [ASKED], restart: { need: 'none', evidence: [] } })] });
    expect(picture.lane.boxes[0]?.restart).toBeUndefined();
  });

  test('has the other ways of a choice below the step that was chosen, each once', () => {
    const way = (level: string, remark: string | null = null) => ({
      name: level,
      node: pack(level),
      packages: 2,
      restarts: 1,
      remark,
    });
    const choices = [
      { of: fix('1'), chosen: 'SP4', step: 1, others: [way('SP5'), way('SP6a', 'not known to install here')] },
      { of: fix('2'), chosen: 'SP4', step: 1, others: [way('SP5')] },
    ];
    const picture = draw({ steps: PACK_FIRST, choices });
    expect(box(picture, '1. Windows NT 4.0 SP4')?.ways).toMatchObject([
      { head: 'Windows NT 4.0 SP5', note: '2 to install in all, 1 restart' },
      { head: 'Windows NT 4.0 SP6a', note: 'not known to install here' },
    ]);
    expect(box(picture, '2. KB1')?.ways).toEqual([]);
    const key = picture.lane.boxes[0]!.ways![1]!.key;
    expect(picture.parts.get(key)?.choice?.chosen).toBe('SP4');
  });

  test('counts the other ways that there is no room for', () => {
    const others = ['SP1', 'SP2', 'SP3', 'SP5', 'SP6a'].map((name) => {
      return { name, node: pack(name), packages: 1, restarts: 1, remark: null };
    });
    const picture = draw({ steps: PACK_FIRST, choices: [{ of: fix('1'), chosen: 'SP4', step: 1, others }] });
    expect(picture.lane.boxes[0]?.ways?.map(({ head }) => head)).toEqual([
      'Windows NT 4.0 SP1',
      'Windows NT 4.0 SP2',
      'Windows NT 4.0 SP3',
      '2 more ways',
    ]);
  });

  test('says on a box what is known to go wrong, and of each what repairs it', () => {
    const breaks = [{ problem: fix('9'), after: 'it', evidence: [], repairs: [] }];
    const picture = draw({ steps: [step(fix('1'), { why: [ASKED], breaks, breaksInAll: 1 })] });
    const { alert, words } = picture.lane.boxes[0]!;
    expect(alert?.text).toBe('1 known problem');
    expect(alert?.words).toContain('KB9 Fix 9: no repair is known');
    expect(words).toContain('1 known problem');
  });

  test('shows what is there already with the sentence that requires it', () => {
    const met = { met: ['SP4'], metBecause: [[says('SP4 must be there.')]] };
    const picture = draw({ steps: [step(fix('1'), { why: [ASKED], ...met })] });
    expect(box(picture, 'There already')).toMatchObject({ title: 'SP4', tone: 'done', kind: 'service-pack' });
    expect(picture.parts.get(picture.lane.arrows[0]!.key)?.evidence[0]?.quote).toBe('SP4 must be there.');
  });

  test('says of what stands in for what was asked for that it does', () => {
    const why = [{ text: 'contains 1, which was asked for (inferred: the ladder)', step: null, evidence: [] }];
    const picture = draw({ steps: [step(pack('SP4'), { why })] });
    expect(picture.lane.boxes[0]).toMatchObject({ title: 'contains 1', tone: 'asked' });
  });

  test('shows why something is not needed', () => {
    const needless = [
      { node: fix('1'), because: 'SP4, which is there already, contains it', evidence: [says('Fixed.')] },
    ];
    const picture = draw({ state: 'installed', needless });
    expect(picture.lane.boxes).toMatchObject([{ head: 'KB1', title: needless[0]!.because, note: 'not needed' }]);
    expect(picture.parts.get(picture.lane.boxes[0]!.key)?.evidence).toHaveLength(1);
  });

  test('shows what is not to be had before the step that needs it', () => {
    const unmet = [{ of: fix('1'), what: 'needs SP9', evidence: [says('Install SP9.')] }];
    const picture = draw({ state: 'incomplete', steps: [step(fix('1'), { why: [ASKED] })], unmet });
    expect(box(picture, 'Not to be had')).toMatchObject({
      tone: 'danger',
      title: 'needs SP9',
      words: 'Not to be had: KB1 needs SP9',
    });
    expect(picture.lane.arrows).toMatchObject([{ from: '0.unmet-0', to: '0.step-1' }]);
  });

  test.each([2, 3, 5])('shows %i packages that require each other as a ring', (size) => {
    const loop = Array.from({ length: size }, (_, at) => fix(String(at + 1)));
    const { lane } = draw({ state: 'incomplete', loops: [loop] });
    expect(lane.boxes).toHaveLength(size);
    expect(lane.boxes.every(({ tone, note }) => tone === 'danger' && note === 'require each other')).toBe(true);
    expect(lane.arrows).toHaveLength(size);
    expect(new Set(lane.arrows.map(({ from }) => from)).size).toBe(size);
  });

  test.each([3, 4])('draws what a roll-up leaves out, and %i of it as one box where it is many', (many) => {
    const extras = Array.from({ length: many }, (_, at) => step(fix(String(at + 10)), { isExtra: true }));
    const { lane, parts } = draw({ steps: [step(fix('1'), { why: [ASKED] }), ...extras] });
    expect(lane.boxes).toHaveLength(many > 3 ? 2 : 1 + many);
    expect(lane.arrows.every(({ from, label }) => from === '0.step-1' && label === 'then')).toBe(true);
    if (many > 3) expect(parts.get('0.extras')?.nodes).toHaveLength(many);
  });

  test('says that no fix is known, and of which kind the answer is for every state', () => {
    expect(draw({ state: 'nothing' }).lane.boxes).toMatchObject([{ head: 'No fix is known' }]);
    const needless = [{ node: fix('1'), because: 'it is not about Windows 2000', evidence: [] }];
    expect(draw({ state: 'not-applicable', needless }).lane.boxes).toMatchObject([{ note: 'does not apply' }]);
  });

  test('has keys of its own for each plan', () => {
    const keys = [0, 1].flatMap((place) => [
      ...planPicture(planOf({ steps: PACK_FIRST }), place, new Set()).parts.keys(),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
