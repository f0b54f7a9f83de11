/** One step of a walk: a replacement (`steps` 1), or another name for the same package (0). */
export interface Hop<Link> {
  to: number;
  steps: 0 | 1;
  link: Link;
}

/** Nodes that each lead to all the others: one package under several names, or a loop of replacements. */
export interface Group<Link> {
  /** In the order in which the walk met them. */
  nodes: number[];
  /** The least number of steps from the start; steps within a group count nothing. */
  steps: number;
  /** Whether a replacement leads from the group back into it. */
  isLoop: boolean;
  /** The group before it on a shortest way from the start, by its place; -1 for the start itself. */
  before: number;
  /** What leads to other groups, in the order of the walk. */
  ahead: { group: number; from: number; hop: Hop<Link> }[];
}

/** Everything that can be reached. */
export interface Walk<Link> {
  /** The start's own group comes first, then the others by their steps. */
  groups: Group<Link>[];
  /** The place of each node's group. */
  groupOf: Map<number, number>;
  /** How many hops were looked at. */
  hops: number;
}

/** Walks from a node as far as hops lead, with every loop as one group; linear, and nothing recurses. */
export function walkSteps<Link>(start: number, hopsFrom: (node: number) => readonly Hop<Link>[]): Walk<Link> {
  const hops = new Map<number, readonly Hop<Link>[]>();
  const order = new Map<number, number>();
  const component = findComponents(
    start,
    (node) => {
      let own = hops.get(node);
      if (own === undefined) {
        own = hopsFrom(node);
        hops.set(node, own);
      }
      return own;
    },
    order,
  );
  const groups = new Map<number, Group<Link>>();
  for (const node of order.keys()) {
    const id = component.get(node)!;
    const group = groups.get(id) ?? {
      nodes: [],
      steps: Number.POSITIVE_INFINITY,
      isLoop: false,
      before: -1,
      ahead: [],
    };
    groups.set(id, group);
    group.nodes.push(node);
    for (const hop of hops.get(node) ?? []) {
      const other = component.get(hop.to)!;
      if (other !== id) group.ahead.push({ group: other, from: node, hop });
      else if (hop.steps === 1) group.isLoop = true;
    }
  }
  return { ...inOrderOfSteps(groups, component, component.get(start)!), hops: sum(hops.values()) };
}

const sum = (lists: Iterable<readonly unknown[]>): number => {
  let total = 0;
  for (const { length } of lists) total += length;
  return total;
};

/** Tarjan's strongly connected components, with a stack of our own; `order` gets the nodes as they are met. */
function findComponents<Link>(
  start: number,
  hopsFrom: (node: number) => readonly Hop<Link>[],
  order: Map<number, number>,
): Map<number, number> {
  const low = new Map<number, number>([[start, 0]]);
  const component = new Map<number, number>();
  const open: number[] = [start];
  const frames = [{ node: start, next: 0 }];
  order.set(start, 0);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { node } = frame;
    const hop = hopsFrom(node)[frame.next++];
    if (hop !== undefined) {
      const seen = order.get(hop.to);
      if (seen === undefined) {
        const met = order.size;
        order.set(hop.to, met);
        low.set(hop.to, met);
        open.push(hop.to);
        frames.push({ node: hop.to, next: 0 });
      } else if (!component.has(hop.to)) low.set(node, Math.min(low.get(node)!, seen));
      continue;
    }
    frames.pop();
    const lowest = low.get(node)!;
    const parent = frames.at(-1)?.node;
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, lowest));
    if (lowest !== order.get(node)) continue;
    for (let member = -1; member !== node; ) {
      member = open.pop()!;
      component.set(member, node);
    }
  }
  return component;
}

/** Numbers the groups by their least steps from the first: a step of none goes before the others of its ring. */
function inOrderOfSteps<Link>(
  byId: ReadonlyMap<number, Group<Link>>,
  component: ReadonlyMap<number, number>,
  start: number,
): { groups: Group<Link>[]; groupOf: Map<number, number> } {
  const groups: Group<Link>[] = [];
  const place = new Map<number, number>();
  let ring: { id: number; before: number }[] = [{ id: start, before: -1 }];
  for (let steps = 0; ring.length > 0; steps++) {
    const next: typeof ring = [];
    // The ring grows while it is read: groups that are no step away belong to it.
    for (const { id, before } of ring) {
      if (place.has(id)) continue;
      const group = byId.get(id)!;
      place.set(id, groups.length);
      const own = groups.push(group) - 1;
      group.steps = steps;
      group.before = before;
      for (const { group: other, hop } of group.ahead) {
        if (!place.has(other)) (hop.steps === 0 ? ring : next).push({ id: other, before: own });
      }
    }
    ring = next;
  }
  for (const group of groups) for (const way of group.ahead) way.group = place.get(way.group)!;
  return { groups, groupOf: new Map([...component].map(([node, id]) => [node, place.get(id)!])) };
}
