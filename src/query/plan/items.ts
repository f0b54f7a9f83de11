import type { EdgeView, GraphView } from '../../model/graph-view.ts';
import { type RestartFact, restartFact } from '../restarts.ts';
import { holdsHere, type Setting } from './setting.ts';

/** Something that can be installed. */
export type Item =
  | { kind: 'service-pack'; family: string; level: string; label: string; node: number | null }
  | { kind: 'fix'; node: number }
  | { kind: 'product'; node: number };

/** Why a requirement asks for nothing more, or what it asks for. */
export interface Requirement {
  /** Places among the items; empty where nothing can meet it. The rung that is there may be one: a later one would undo it. */
  members: number[];
  /** The edges that state it. */
  edges: EdgeView[];
  /** What on the machine meets it, in words; null where something is to be installed. */
  met: string | null;
  /** Why nothing can meet it, or what was read into it; null where there is nothing to say. */
  remark: string | null;
}

/** The items of one problem, each once. */
export interface ItemTable {
  readonly items: Item[];
  servicePack(family: string, level: string): number;
  fix(node: number): number;
  product(node: number): number;
}

/** Makes an empty table. */
export function createItemTable(view: GraphView, familyLabel: (family: string) => string): ItemTable {
  const items: Item[] = [];
  const known = new Map<string, number>();
  const keep = (key: string, make: () => Item): number => {
    const at = known.get(key);
    if (at !== undefined) return at;
    known.set(key, items.length);
    return items.push(make()) - 1;
  };
  return {
    items,
    servicePack: (family, level) => {
      const suffix = /^\d/.test(level) ? `sp${level}` : level.toLowerCase();
      return keep(`service-pack ${family} ${level}`, () => {
        const node = view.indexOf(`service-pack:${family}-${suffix}`);
        const name = /^\d/.test(level) ? `SP${level}` : level;
        const label = node === null ? `${familyLabel(family)} ${name}` : view.node(node).label;
        return { kind: 'service-pack', family, level, label, node };
      });
    },
    fix: (node) => keep(`fix ${node}`, () => ({ kind: 'fix', node })),
    product: (node) => keep(`product ${node}`, () => ({ kind: 'product', node })),
  };
}

export const RESTART_REQUIRED = 2;

/** What an item costs in restarts: 2 for one that is required, 1 for one that may be, or of which nothing is said. */
export function restartCost(view: GraphView, item: Item, setting: Setting): number {
  if (item.kind === 'service-pack') return RESTART_REQUIRED;
  const says = restartOf(view, item, setting)?.says;
  return says === 'restart' ? RESTART_REQUIRED : says === 'no-restart' ? 0 : 1;
}

/** What its article or a feed says of a restart after installing a fix in this setting; null where neither does. */
export function restartOf(view: GraphView, item: Item, setting: Setting): RestartFact | null {
  if (item.kind !== 'fix') return null;
  return restartFact(view.node(item.node).attributes.installation, (scope) => holdsHere(scope, setting));
}

/** Edges of one requirement together: alternatives share a group within one scope, all others stand alone. */
export function groupsOf(edges: readonly EdgeView[]): EdgeView[][] {
  const groups = new Map<string, EdgeView[]>();
  for (const edge of edges) {
    const key = edge.group === null ? `edge ${edge.index}` : `${edge.group} ${JSON.stringify(edge.scope)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return [...groups.values()];
}
