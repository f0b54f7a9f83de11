import type { NodeKind } from '../../src/model/graph.ts';
import type { NodeName } from '../../src/query/answer-parts.ts';
import type { PlanChoice, ProductPlan } from '../../src/query/plan/answer.ts';
import type { QuotedEvidence } from '../../src/query/quote-evidence.ts';
import { boxNames, shortName } from '../chain/chain-words.ts';
import type { PictureArrow, PictureBox, PictureLane } from '../layered/picture.ts';
import { planWords } from './plan-words.ts';
import { stepBox, waysOf } from './step-box.ts';

/** What a box or an arrow of a plan's picture stands for, to be told when it is picked. */
export interface PlanPart {
  words: string;
  evidence: readonly QuotedEvidence[];
  /** Its place among the steps, from 0; null for what is no step. */
  step: number | null;
  /** A choice whose other ways are drawn there. */
  choice: PlanChoice | null;
  /** What a box holds that stands for several. */
  nodes: readonly NodeName[];
}

export interface PlanPicture {
  lane: PictureLane;
  /** By the key of a box, a way or an arrow. */
  parts: Map<string, PlanPart>;
}

/** More than this that a roll-up leaves out are one box. */
const MOST_EXTRAS = 3;
const REQUIRED = { dash: 'solid', label: 'required' } as const;
const THEN = { dash: 'dotted', label: 'then' } as const;
const LOOP = { dash: 'solid', label: 'loop' } as const;

/**
 * A plan as a band, in the order of installing from left to right: what is there already, the steps with the ways that
 * could be taken instead below them, and what is not needed or not to be had. `place` is the plan's among the answer's.
 */
export function planPicture(plan: ProductPlan, place: number, wanted: ReadonlySet<string>): PlanPicture {
  const sheet = openSheet(plan, `${place}.`);
  drawSteps(plan, sheet, wanted);
  drawUnmet(plan, sheet);
  drawLoops(plan, sheet);
  drawNeedless(plan, sheet);
  const { boxes, arrows, parts } = sheet;
  return { lane: { title: plan.product, note: planWords(plan), anchor: null, boxes, arrows }, parts };
}

/** A picture while it is drawn. */
interface Sheet extends Pick<PictureLane, 'boxes' | 'arrows'>, Pick<PlanPicture, 'parts'> {
  /** The key of something by its name within this plan. */
  key(name: string): string;
  /** The key of the step that installs a node; null where none does. */
  stepOf(node: string | undefined): string | null;
  has(key: string): boolean;
  addBox(box: PictureBox, part?: Partial<PlanPart>): void;
  addArrow(from: string, to: string, look: Pick<PictureArrow, 'dash' | 'label'>, part: Partial<PlanPart>): void;
}

function openSheet({ steps }: ProductPlan, prefix: string): Sheet {
  const parts: Sheet['parts'] = new Map();
  const boxes: PictureBox[] = [];
  const arrows: PictureArrow[] = [];
  const none = { words: '', evidence: [], step: null, choice: null, nodes: [] };
  return {
    parts,
    boxes,
    arrows,
    key: (name) => prefix + name,
    stepOf: (node) => {
      const at = steps.findIndex((step) => step.node.id === node);
      return at < 0 ? null : `${prefix}${stepName(at)}`;
    },
    has: (key) => parts.has(key),
    addBox(box, part = {}) {
      boxes.push(box);
      parts.set(box.key, { ...none, words: box.words, ...part });
    },
    addArrow(from, to, look, part) {
      const key = `${from}>${to}`;
      if (parts.has(key)) return;
      const told = { ...none, ...part };
      arrows.push({ key, from, to, ...look, words: told.words });
      parts.set(key, told);
    },
  };
}

const stepName = (at: number): string => `step-${at + 1}`;

/** A box of something that is no step; its words are what it says. */
function plainBox(key: string, box: Omit<PictureBox, 'key' | 'words' | 'node'>): PictureBox {
  return { key, node: null, ...box, words: [box.head, box.title, box.note].filter(Boolean).join(', ') };
}

/** What a name in an answer's words is of: '179129', 'SP6a', 'Internet Information Server 4.0'. */
function kindOf(name: string): NodeKind {
  return /^\d{5,}/.test(name) ? 'article' : /^(?:SP|RU|R)\d/.test(name) ? 'service-pack' : 'product';
}

function drawSteps({ steps, choices }: ProductPlan, sheet: Sheet, wanted: ReadonlySet<string>): void {
  const extras = steps.filter(({ isExtra }) => isExtra).length;
  const isFolded = (at: number) => extras > MOST_EXTRAS && steps[at]?.isExtra === true;
  const keyOf = (at: number) => sheet.key(isFolded(at) ? 'extras' : stepName(at));
  steps.forEach((step, at) => {
    step.met.forEach((met, which) => {
      const key = sheet.key(`there-${met}`);
      const evidence = step.metBecause[which] ?? [];
      if (!sheet.has(key)) {
        const look = { kind: kindOf(met), tone: 'done', note: 'nothing to do' } as const;
        sheet.addBox(plainBox(key, { ...look, head: 'There already', title: met }), { evidence });
      }
      sheet.addArrow(key, keyOf(at), REQUIRED, { words: `Step ${at + 1} needs ${met}, which is there`, evidence });
    });
  });
  const lastOfAll = steps.findLastIndex(({ isExtra }) => !isExtra);
  if (extras > MOST_EXTRAS) foldExtras(steps, sheet, keyOf(lastOfAll));
  steps.forEach((step, at) => {
    if (isFolded(at)) return;
    const key = keyOf(at);
    const evidence = step.why.flatMap((reason) => reason.evidence);
    const told = new Set<string>();
    const ways = choices.flatMap((choice, which) => {
      if (choice.step !== at + 1) return [];
      // Two steps that require the same have the same other ways.
      const others = choice.others.filter(({ node }) => !told.has(node.id));
      for (const { node } of others) told.add(node.id);
      const drawn = waysOf({ ...choice, others }, `${key}.${which}`);
      for (const way of drawn) sheet.parts.set(way.key, { words: way.words, evidence, step: null, choice, nodes: [] });
      return drawn;
    });
    sheet.addBox({ ...stepBox(step, at, wanted), key, ways }, { step: at, evidence });
    for (const reason of step.why) {
      if (reason.step === null || reason.step - 1 <= at) continue;
      const words = `Step ${reason.step} requires step ${at + 1}`;
      sheet.addArrow(key, keyOf(reason.step - 1), REQUIRED, { words, evidence: reason.evidence });
    }
    // What a roll-up leaves out may be installed in any order once the rest is there.
    const before = step.isExtra ? lastOfAll : at - 1;
    const isTold = steps[before]?.why.some((reason) => reason.step === at + 1);
    if (before < 0 || before === at || isTold) return;
    const words = `Step ${at + 1} comes after step ${before + 1}`;
    sheet.addArrow(keyOf(before), key, THEN, { words, evidence: step.isExtra ? evidence : [] });
  });
}

/** Many that a roll-up leaves out, in any order: one box that opens as a list. */
function foldExtras(steps: ProductPlan['steps'], sheet: Sheet, after: string): void {
  const first = steps.findIndex(({ isExtra }) => isExtra);
  const extras = steps.filter(({ isExtra }) => isExtra);
  const key = sheet.key('extras');
  const head = `${first + 1} to ${steps.length}. ${extras.length} more`;
  const look = { kind: 'article', tone: 'fold', head, title: 'that the roll-up leaves out, in any order' } as const;
  const evidence = extras[0]?.why.flatMap((reason) => reason.evidence) ?? [];
  const nodes = extras.map(({ node }) => node);
  sheet.addBox(plainBox(key, { ...look, note: 'list them' }), { evidence, nodes });
  sheet.addArrow(after, key, THEN, { words: `Steps ${first + 1} to ${steps.length} come last`, evidence });
}

function drawUnmet({ unmet }: ProductPlan, sheet: Sheet): void {
  unmet.forEach(({ of, what, evidence }, which) => {
    const key = sheet.key(`unmet-${which}`);
    const owner = sheet.stepOf(of?.id);
    const whole = of === null ? what : `${shortName(of)} ${what}`;
    // Where an arrow leads to what needs it, its name takes no room.
    const title = owner === null ? whole : what;
    const box = plainBox(key, { kind: 'fix', tone: 'danger', head: 'Not to be had', title, note: '' });
    sheet.addBox({ ...box, words: `Not to be had: ${whole}` }, { evidence });
    if (owner !== null) sheet.addArrow(key, owner, REQUIRED, { words: whole, evidence });
  });
}

function drawLoops({ loops }: ProductPlan, sheet: Sheet): void {
  loops.forEach((loop, which) => {
    const keys = loop.map(({ id }, at) => sheet.stepOf(id) ?? sheet.key(`loop-${which}-${at}`));
    const words = `${loop.map(shortName).join(', ')} require each other; no order is known`;
    loop.forEach((node, at) => {
      const key = keys[at]!;
      const look = { kind: node.kind, tone: 'danger', note: 'require each other' } as const;
      if (!sheet.has(key)) sheet.addBox(plainBox(key, { ...look, ...boxNames(node) }), { words });
    });
    keys.forEach((key, at) => {
      const next = keys[(at + 1) % keys.length]!;
      if (next !== key) sheet.addArrow(key, next, LOOP, { words });
    });
  });
}

function drawNeedless({ needless, state, warnings }: ProductPlan, sheet: Sheet): void {
  needless.forEach(({ node, because, evidence }, which) => {
    const note = state === 'not-applicable' ? 'does not apply' : 'not needed';
    const look = { kind: node.kind, tone: 'done', head: boxNames(node).head, title: because, note } as const;
    sheet.addBox(plainBox(sheet.key(`needless-${which}`), look), { evidence });
  });
  if (state !== 'nothing') return;
  const look = { kind: 'fix', tone: 'absent', head: 'No fix is known', title: warnings[0] ?? '', note: '' } as const;
  sheet.addBox(plainBox(sheet.key('nothing'), look));
}
