import { NODE_KINDS, type NodeKind } from '../src/model/graph.ts';

/** The part of the state that a link carries. */
export interface Address {
  selected: string | null;
  hiddenKinds: ReadonlySet<NodeKind>;
}

/** Reads `#/article/260695?hide=file,cve`; whatever is not understood selects and hides nothing. */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const slash = path.indexOf('/');
  const kind = path.slice(0, slash);
  const key = slash > 0 && isNodeKind(kind) ? decode(path.slice(slash + 1)) : '';
  const hide = new URLSearchParams(query).get('hide') ?? '';
  return {
    selected: key === '' ? null : `${kind}:${key}`,
    hiddenKinds: new Set(hide.split(',').filter(isNodeKind)),
  };
}

/** The address of a state: what `readAddress` reads back. */
export function writeAddress({ selected, hiddenKinds }: Address): string {
  const path = selected === null ? '#/' : nodeAddress(selected);
  const hidden = NODE_KINDS.filter((kind) => hiddenKinds.has(kind));
  return hidden.length === 0 ? path : `${path}?hide=${hidden.join(',')}`;
}

/** `article:260695` as `#/article/260695`. */
export function nodeAddress(id: string): string {
  const colon = id.indexOf(':');
  return `#/${id.slice(0, colon)}/${encodeURIComponent(id.slice(colon + 1))}`;
}

function isNodeKind(text: string): text is NodeKind {
  return (NODE_KINDS as readonly string[]).includes(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
