import type { OtherWay, PlanChoice, PlanStep, RestartNeed } from '../../src/query/plan/answer.ts';
import { boxNames, shortName } from '../chain/chain-words.ts';
import type { PictureBox, PictureWay } from '../layered/picture.ts';
import { counted, RESTART_TOLD, wayWords } from './plan-words.ts';

/** More other ways of one choice than this are told in words alone. */
const WAYS = 3;

/** A step as a box: its place in the order, what it is good for, and signs of what is known to go wrong and of a restart. */
export function stepBox(step: PlanStep, at: number, wanted: ReadonlySet<string>): Omit<PictureBox, 'key'> {
  const { node, restart, breaks, breaksInAll, isExtra, kind, why } = step;
  const goal = isExtra ? undefined : why.find((reason) => reason.step === null);
  const { head, title } = boxNames(node);
  // 'contains 179129, which was asked for' says more of a service pack than that it is one.
  const instead = goal === undefined || wanted.has(node.id) ? null : goal.text.replace(/, which was asked for.*/s, '');
  const problems = breaksInAll === 0 ? null : counted(breaksInAll, 'known problem');
  const notes = [
    wanted.has(node.id) && 'asked for',
    instead !== null && node.kind === 'article' && instead,
    isExtra && 'left out by the roll-up',
  ];
  const note = notes.filter(Boolean).join(' · ');
  const box: Omit<PictureBox, 'key'> = {
    node: node.id,
    kind: node.kind,
    head: `${at + 1}. ${head}`,
    title: instead !== null && node.kind !== 'article' ? instead : title,
    note,
    tone: goal !== undefined ? 'asked' : node.status === 'cited' ? 'absent' : 'plain',
    words: [
      `Step ${at + 1}: ${shortName(node)}`,
      title,
      instead,
      problems,
      note,
      kind !== 'product' && `restart: ${RESTART_TOLD[restart.need]}`,
    ]
      .filter(Boolean)
      .join(', '),
  };
  if (problems !== null) box.alert = { text: problems, words: alertWords(problems, breaks) };
  if (kind !== 'product' && restart.need !== 'none') box.restart = restartSign(restart.need, isExtra);
  return box;
}

function alertWords(problems: string, breaks: PlanStep['breaks']): string {
  const told = breaks.slice(0, 5).map(({ problem, repairs }) => {
    const repaired = repairs.length === 0 ? 'no repair is known' : `repaired by ${repairs.join(', ')}`;
    return `${shortName(problem)} ${problem.label}: ${repaired}`;
  });
  return [`${problems} after installing it`, ...told].join('\n');
}

const SIGN_TEXT = { required: 'restart', perhaps: 'perhaps', untold: 'not told' } as const;

function restartSign(need: Exclude<RestartNeed, 'none'>, isExtra: boolean): NonNullable<PictureBox['restart']> {
  // Beside many boxes that stand alike, the sign is enough.
  return { is: need, text: isExtra ? '' : SIGN_TEXT[need], words: `Restart: ${RESTART_TOLD[need]}` };
}

/** The other ways of a choice, to stand below the box that was chosen; `prefix` begins their keys. */
export function waysOf({ others }: PlanChoice, prefix: string): PictureWay[] {
  // With one more than there is room for, that one is drawn rather than counted.
  const drawn = others.length > WAYS + 1 ? others.slice(0, WAYS) : others;
  const ways = drawn.map((way, at): PictureWay => {
    const key = `${prefix}.${at}`;
    const words = `Or ${shortName(way.node)}: ${wayWords(way)}`;
    return { key, head: wayHead(way), note: wayNote(way), words };
  });
  const rest = others.length - drawn.length;
  if (rest > 0) {
    const key = `${prefix}.more`;
    const names = others.slice(drawn.length).map(({ name }) => name);
    const words = `Or ${names.join(', ')}`;
    ways.push({ key, head: `${rest} more ways`, note: names.join(', '), words });
  }
  return ways;
}

const wayHead = ({ node, remark }: OtherWay): string =>
  remark?.startsWith('as asked for') ? `${shortName(node)}, as asked for` : shortName(node);

const wayNote = (way: OtherWay): string =>
  way.remark?.startsWith('not ') ? way.remark : wayWords({ ...way, remark: null });
