import { EDGE_KINDS, type EdgeKind, type NodeKind } from '../../src/model/graph.ts';
import type { Direction } from '../look/kinds.ts';
import type { State } from '../state/state.ts';

/** What a focus view shows, as its address says. */
export interface FocusOptions {
  /** How many steps from the centre, 1 to 3. */
  depth: number;
  /** Edges that leave the centre, that arrive, or both. */
  direction: Direction | 'both';
  /** Nodes with more edges than this are not walked through. */
  hubs: number;
  hiddenKinds: ReadonlySet<NodeKind>;
  hiddenEdges: ReadonlySet<EdgeKind>;
  /** Groups of neighbours that were opened by hand, in the order in which they were. */
  opened: readonly OpenedGroup[];
}

/** One kind of edges of one node, in one direction. */
export interface OpenedGroup {
  id: string;
  kind: EdgeKind;
  direction: Direction;
}

export const HUB_CHOICES = [50, 200, 1000, 100_000] as const;
const USUAL_HUBS = 200;

export function focusOptions({
  parameters,
  hiddenKinds,
  hiddenEdges,
}: Pick<State, 'parameters' | 'hiddenKinds' | 'hiddenEdges'>): FocusOptions {
  const { depth, direction, hubs, open } = parameters;
  return {
    depth: depth === '2' ? 2 : depth === '3' ? 3 : 1,
    direction: direction === 'in' || direction === 'out' ? direction : 'both',
    hubs: HUB_CHOICES.find((choice) => String(choice) === hubs) ?? USUAL_HUBS,
    hiddenKinds,
    hiddenEdges,
    opened: readOpened(open),
  };
}

/** The value of a parameter, or null where it is the usual one and stays out of the address. */
export function parameterFor(name: 'depth' | 'direction' | 'hubs', value: string): string | null {
  return value === { depth: '1', direction: 'both', hubs: String(USUAL_HUBS) }[name] ? null : value;
}

/** `article:1~ships.out;file:a.dll~mentions.in` and back; what is not understood is left out. */
export function readOpened(text: string | undefined): OpenedGroup[] {
  return (text ?? '').split(';').flatMap((part) => {
    const [, id, kind, direction] = /^(.+)~([a-z-]+)\.(in|out)$/.exec(part) ?? [];
    if (id === undefined || !(EDGE_KINDS as readonly string[]).includes(kind ?? '')) return [];
    return [{ id: id.replaceAll('%3B', ';'), kind: kind as EdgeKind, direction: direction as Direction }];
  });
}

export function writeOpened(opened: readonly OpenedGroup[]): string | null {
  const parts = opened.map(({ id, kind, direction }) => `${id.replaceAll(';', '%3B')}~${kind}.${direction}`);
  return parts.length === 0 ? null : parts.join(';');
}

/** Opens a group, or closes it where it is open: what opening added goes, and nothing else. */
export function toggleOpened(opened: readonly OpenedGroup[], group: OpenedGroup): OpenedGroup[] {
  const others = opened.filter((other) => !isSame(other, group));
  return others.length < opened.length ? others : [...opened, group];
}

export function isSame(a: OpenedGroup, b: OpenedGroup): boolean {
  return a.id === b.id && a.kind === b.kind && a.direction === b.direction;
}
