import type { GraphView } from '../model/graph-view.ts';

const remembered = new WeakMap<GraphView, GraphView>();

/** The same view, which reads each node once: queries ask for some of them again and again. */
export function rememberNodes(view: GraphView): GraphView {
  let own = remembered.get(view);
  if (own === undefined) {
    own = Object.create(view, {
      node: { value: once((index: number) => view.node(index)) },
      indexOf: { value: once((id: string) => view.indexOf(id)) },
      degrees: { value: once((index: number) => view.degrees(index)) },
    }) as GraphView;
    remembered.set(view, own);
    remembered.set(own, own);
  }
  return own;
}

/** Remembered answers; a server that is asked for anything forgets them all when there are too many. */
const MOST_ANSWERS = 200_000;

function once<Key, Answer>(read: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    if (known.has(key)) return known.get(key) as Answer;
    const answer = read(key);
    if (known.size >= MOST_ANSWERS) known.clear();
    known.set(key, answer);
    return answer;
  };
}
