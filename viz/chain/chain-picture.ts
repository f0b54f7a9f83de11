import type { ArrowDash, BoxTone, PictureArrow, PictureBox, PictureLane } from '../layered/picture.ts';
import type { ChainArrow, ChainBasis, ChainBox } from './chain-lanes.ts';
import {
  BASIS_WORDS,
  boxNames,
  currentLine,
  currentWords,
  packageName,
  reasonWords,
  shortName,
} from './chain-words.ts';
import { type ChainFold, DRAWN_OPEN, FAR, type FoldedLane } from './fold-lane.ts';

const DASH_OF: Record<ChainBasis, ArrowDash> = {
  stated: 'solid',
  feed: 'solid',
  inferred: 'dashed',
  assumed: 'dotted',
};

/** A lane as boxes and arrows, which run from what is replaced to what replaces it; its note says what is current. */
export function chainPicture(folded: FoldedLane, hasNote: boolean): PictureLane {
  const { lane } = folded;
  const names = new Map(lane.boxes.map((box) => [box.key, packageName(box)]));
  const current = currentWords(lane);
  return {
    title: lane.title || 'Product not told',
    note: current === null || !hasNote ? '' : currentLine(current),
    anchor: lane.subject,
    boxes: folded.items.map(({ box, fold }) => (box ? boxPicture(box) : foldPicture(fold))),
    arrows: folded.arrows.map((arrow) => arrowPicture(arrow, names)),
  };
}

function boxPicture(box: ChainBox): PictureBox {
  const { head, also, marks, released, side, steps } = box;
  const said = marks.filter((mark) => mark !== 'replaced by several' && mark !== 'replaces several');
  const date = released !== null && (said.length > 1 ? released : `released ${released}`);
  const note = [...said, date].filter(Boolean).join(' · ');
  const names = boxNames(head);
  const fixes = also.map(shortName).join(', ');
  const place =
    side === 'subject' ? [] : [`${steps} ${steps === 1 ? 'step' : 'steps'} ${side === 'newer' ? 'on' : 'back'}`];
  return {
    key: box.key,
    node: head.id,
    kind: head.kind,
    head: fixes === '' ? names.head : `${names.head} · ${fixes}`,
    title: names.title,
    note,
    tone: toneOf(box),
    words: [
      packageName(box),
      head.kind === 'article' && names.title,
      ...marks,
      ...place,
      released !== null && `released ${released}`,
    ]
      .filter(Boolean)
      .join(', '),
  };
}

function toneOf({ marks }: ChainBox): BoxTone {
  if (marks.includes('asked for')) return 'asked';
  if (marks.includes('in a loop') || marks.includes('withdrawn')) return 'danger';
  if (marks.includes('current')) return 'current';
  return marks.includes('not in the archive') ? 'absent' : 'plain';
}

function foldPicture({ key, boxes }: ChainFold): PictureBox {
  const dates = boxes.flatMap(({ released }) => released ?? []).sort();
  const span = dates.length === 0 ? '' : `released ${dates[0]} to ${dates[dates.length - 1]}`;
  const absent = boxes.filter(({ marks }) => marks.includes('not in the archive')).length;
  const head = `+${boxes.length.toLocaleString('en')} more`;
  const where = key === FAR ? 'further back' : 'that stand alike';
  return {
    key,
    node: null,
    kind: boxes[0]?.head.kind ?? 'article',
    head,
    title: absent > 0 ? `${where}, ${absent.toLocaleString('en')} of them not in the archive` : where,
    note: boxes.length > DRAWN_OPEN ? 'list them' : 'show them',
    tone: 'fold',
    words: `${head} ${where}${span === '' ? '' : `, ${span}`}`,
  };
}

function arrowPicture({ older, newer, basis, links }: ChainArrow, names: ReadonlyMap<string, string>): PictureArrow {
  const [from, to] = [names.get(older), names.get(newer)];
  const [first] = links;
  const who = `${to ?? 'Several'} ${to === undefined ? 'replace' : 'replaces'} ${from ?? 'several'}`;
  const sentence = first?.evidence[0]?.quote;
  const reason = first === undefined ? '' : sentence ? `“${sentence}”` : reasonWords(first);
  return {
    key: `${older}>${newer}`,
    from: older,
    to: newer,
    dash: DASH_OF[basis],
    label: BASIS_WORDS[basis],
    words: `${who}, ${BASIS_WORDS[basis]}: ${reason}`.slice(0, 400),
  };
}
