import type { GraphNode } from '../../model/graph.ts';
import type { GraphView } from '../../model/graph-view.ts';

const remembered = new WeakMap<GraphView, GraphView>();

/** The same view, which reads each node once: a plan asks for a few of them again and again. */
export function rememberNodes(view: GraphView): GraphView {
  let own = remembered.get(view);
  if (own === undefined) {
    const nodes = new Map<number, GraphNode>();
    const node = (index: number): GraphNode => {
      let known = nodes.get(index);
      if (known === undefined) {
        known = view.node(index);
        nodes.set(index, known);
      }
      return known;
    };
    own = Object.create(view, { node: { value: node } }) as GraphView;
    remembered.set(view, own);
    remembered.set(own, own);
  }
  return own;
}
