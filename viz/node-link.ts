import { nodeAddress } from './address.ts';
import type { NodeName } from './answers.ts';
import { h } from './dom.ts';
import { NODE_WORDS } from './kinds.ts';
import { kindMark } from './mark.ts';
import { isNamed, keyOf } from './node-name.ts';

/** A link that selects a node: its mark, an article's number, its name. */
export function nodeLink(node: Pick<NodeName, 'id' | 'kind' | 'label'>): HTMLAnchorElement {
  const key = keyOf(node.id);
  const named = isNamed(node);
  return h(
    'a',
    { class: 'node-link', href: nodeAddress(node.id) },
    kindMark(node.kind),
    h('span', { class: 'sr' }, `${NODE_WORDS[node.kind].one} `),
    node.kind === 'article' && h('span', { class: 'number' }, key),
    node.kind === 'article' && ' ',
    (named || node.kind !== 'article') && h('bdi', {}, named ? node.label : key),
  );
}
