import { EDGE_WORDS } from '../../src/model/edge-words.ts';
import type { OtherPath, PathAnswer, PathLink, PathStep } from '../../src/query/path.ts';
import { boxNames, shortName } from '../chain/chain-words.ts';
import type { PictureArrow, PictureBox, PictureLane } from '../layered/picture.ts';

/** 'replaced by', as one reads it along the path. */
export function linkWords({ kind, direction, count }: Pick<PathLink, 'kind' | 'direction' | 'count'>): string {
  const words = EDGE_WORDS[kind][direction].toLowerCase();
  return count > 1 ? `${words} (${count} times)` : words;
}

/** What the search found, as one sentence. */
export function foundWords({ paths, from, to, longest, instead, isComplete }: PathAnswer): string {
  const ends = `from ${shortName(from)} to ${shortName(to)}`;
  if (paths.length > 0) {
    const steps = (paths[0]?.length ?? 1) - 1;
    const number = paths.length === 1 ? 'One path' : `${paths.length} paths`;
    return `${number} ${ends}, the shortest of ${steps} ${steps === 1 ? 'step' : 'steps'}.`;
  }
  const none = `No path of at most ${longest} steps leads ${ends} with these kinds`;
  if (instead === null) return isComplete ? `${none}, and none does with others.` : `${none}; the search was given up.`;
  return `${none}; one exists ${insteadWords(instead)}.`;
}

/** 'through applies-to, against the direction, through Windows NT 4.0'. */
export function insteadWords({ kinds, isAgainstDirection, hubs }: OtherPath): string {
  return [
    kinds.length > 0 && `through ${kinds.join(', ')}`,
    isAgainstDirection && 'against the direction',
    hubs.length === 1 && `through ${shortName(hubs[0]!)}, a hub`,
    hubs.length > 1 && `through the hubs ${hubs.map(shortName).join(' and ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Paths as one drawing; what several of them pass stands there once. */
export function pathPicture(paths: readonly (readonly PathStep[])[]): PictureLane {
  const boxes = new Map<string, PictureBox>();
  const arrows = new Map<string, PictureArrow>();
  const [ends] = paths;
  const isEnd = (id: string) => id === ends?.[0]?.id || id === ends?.[ends.length - 1]?.id;
  for (const path of paths) {
    path.forEach((step, at) => {
      if (!boxes.has(step.id)) boxes.set(step.id, stepBox(step, isEnd(step.id)));
      const before = path[at - 1];
      if (before === undefined) return;
      const key = `${before.id}>${step.id}`;
      const [first, ...others] = step.links;
      if (first === undefined || arrows.has(key)) return;
      const words = [first, ...others].map(linkWords).join(', ');
      arrows.set(key, {
        key,
        from: before.id,
        to: step.id,
        dash: step.links.every(({ basis }) => basis === 'inferred') ? 'dashed' : 'solid',
        label: linkWords({ ...first, count: 1 }),
        words: `${shortName(before)}: ${words} ${shortName(step)}`,
      });
    });
  }
  return { title: '', note: '', anchor: null, boxes: [...boxes.values()], arrows: [...arrows.values()] };
}

function stepBox(step: PathStep, isEnd: boolean): PictureBox {
  const { head, title } = boxNames(step);
  return {
    key: step.id,
    node: step.id,
    kind: step.kind,
    head,
    title,
    note: step.status === 'cited' ? 'not in the archive' : '',
    tone: isEnd ? 'asked' : step.status === 'cited' ? 'absent' : 'plain',
    words: [shortName(step), title].filter(Boolean).join(', '),
  };
}
