import { EDGE_KINDS, type EdgeKind, NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';

/** The part of the state that a link carries; Back undoes its last change. */
export interface Address {
  /** The name of a view in `views/registry.ts`. */
  view: string;
  /** A node's identity, `article:260695`, or null. */
  selected: string | null;
  /** Kinds of nodes and of edges that a legend has switched off, in every view. */
  hiddenKinds: ReadonlySet<NodeKind>;
  hiddenEdges: ReadonlySet<EdgeKind>;
  /** What the views keep of their own, as text: depth, direction, product, camera. Defaults are left out. */
  parameters: Readonly<Record<string, string>>;
  /** The graph that the link was made on, by its version; null where the link does not say. */
  snapshot: string | null;
}

/** The view of an address that names none. */
export const FIRST_VIEW = { withNode: 'focus', without: 'map' };
const PARAMETER = /^[a-z][a-z-]{0,30}$/;
/** Names of the query that are no view's own. */
const SHARED = ['hide', 'without', 'at'];

/**
 * Reads `#/chain/article/260695?hide=file,cve&product=windows-xp&at=0123abcd`. The view may be left out
 * (`#/article/260695`, `#/`), and so may the node; whatever is not understood selects and hides nothing.
 */
export function readAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [, named, node = ''] = /^(?:([a-z-]*)(?:\/|$))?(.*)$/s.exec(path) ?? [];
  const isView = named !== undefined && named !== '' && !isNodeKind(named);
  const selected = readNode(isView ? node : path);
  const query = new URLSearchParams(search);
  const parameters: Record<string, string> = {};
  for (const [name, value] of query) {
    if (PARAMETER.test(name) && !SHARED.includes(name)) parameters[name] = value;
  }
  return {
    view: isView ? named : selected === null ? FIRST_VIEW.without : FIRST_VIEW.withNode,
    selected,
    hiddenKinds: new Set((query.get('hide') ?? '').split(',').filter(isNodeKind)),
    hiddenEdges: new Set((query.get('without') ?? '').split(',').filter(isEdgeKind)),
    parameters,
    snapshot: query.get('at') || null,
  };
}

/** The address of a state: what `readAddress` reads back. */
export function writeAddress({ view, selected, hiddenKinds, hiddenEdges, parameters, snapshot }: Address): string {
  const isFirst = view === (selected === null ? FIRST_VIEW.without : FIRST_VIEW.withNode);
  const path = [...(isFirst ? [] : [view]), ...(selected === null ? [] : [nodePath(selected)])].join('/');
  const query: string[] = [];
  const add = (name: string, value: string): void => {
    // Commas stay as they are: a link is also read by people.
    if (value !== '') query.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  };
  add('hide', NODE_KINDS.filter((kind) => hiddenKinds.has(kind)).join(','));
  add('without', EDGE_KINDS.filter((kind) => hiddenEdges.has(kind)).join(','));
  for (const name of Object.keys(parameters).sort()) add(name, parameters[name] ?? '');
  add('at', snapshot ?? '');
  return query.length === 0 ? `#/${path}` : `#/${path}?${query.join('&')}`;
}

/** `article:260695` as `#/article/260695`: a link that opens a node's focus view in another tab. */
export function nodeAddress(id: string): string {
  return `#/${nodePath(id)}`;
}

function nodePath(id: string): string {
  const colon = id.indexOf(':');
  return `${id.slice(0, colon)}/${encodeURIComponent(id.slice(colon + 1))}`;
}

function readNode(path: string): string | null {
  const slash = path.indexOf('/');
  const kind = path.slice(0, slash);
  const key = slash > 0 && isNodeKind(kind) ? decode(path.slice(slash + 1)) : '';
  return key === '' ? null : `${kind}:${key}`;
}

function isNodeKind(text: string): text is NodeKind {
  return (NODE_KINDS as readonly string[]).includes(text);
}

function isEdgeKind(text: string): text is EdgeKind {
  return (EDGE_KINDS as readonly string[]).includes(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
