import type { EdgeKind } from '../../model/graph.ts';
import type { GraphView } from '../../model/graph-view.ts';

/** Reads the other ends of edges, each node's once. */
export interface Links {
  /** The articles that it cites. */
  cites(index: number): readonly number[];
  /** The articles that cite it. */
  citedBy(index: number): readonly number[];
  /** What it has such an edge to. */
  targets(index: number, kinds: readonly EdgeKind[]): readonly number[];
  /** What has such an edge to it. */
  sources(index: number, kinds: readonly EdgeKind[]): readonly number[];
}

const linksByView = new WeakMap<GraphView, Links>();

/** The links of a view, remembered with it. */
export function linksOf(view: GraphView): Links {
  let links = linksByView.get(view);
  if (links === undefined) {
    links = readLinks(view);
    linksByView.set(view, links);
  }
  return links;
}

const REFERENCES: readonly EdgeKind[] = ['references'];

function readLinks(view: GraphView): Links {
  const known = { out: new Map<readonly EdgeKind[], Ends>(), in: new Map<readonly EdgeKind[], Ends>() };
  const endsOf = (index: number, direction: 'out' | 'in', kinds: readonly EdgeKind[]): readonly number[] => {
    let ends = known[direction].get(kinds);
    if (ends === undefined) {
      ends = new Map();
      known[direction].set(kinds, ends);
    }
    let found = ends.get(index);
    if (found === undefined) {
      const others =
        direction === 'out'
          ? view.edgesFrom(index, kinds).map(({ target }) => target)
          : view.edgesTo(index, kinds).map(({ source }) => source);
      found = [...new Set(others)].filter((other) => other !== index);
      ends.set(index, found);
    }
    return found;
  };
  return {
    cites: (index) => endsOf(index, 'out', REFERENCES),
    citedBy: (index) => endsOf(index, 'in', REFERENCES),
    targets: (index, kinds) => endsOf(index, 'out', kinds),
    sources: (index, kinds) => endsOf(index, 'in', kinds),
  };
}

type Ends = Map<number, readonly number[]>;
