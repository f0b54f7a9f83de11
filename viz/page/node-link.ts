import { NODE_WORDS } from '../look/kinds.ts';
import { kindMark } from '../look/mark.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import type { NodeName } from '../server/answers.ts';
import { nodeAddress } from '../state/address.ts';
import { h } from './dom.ts';

/** A link that selects a node: its mark, an article's number, its name. */
export function nodeLink(node: Pick<NodeName, 'id' | 'kind' | 'label'>): HTMLAnchorElement {
  const key = keyOf(node.id);
  const named = isNamed(node);
  return h(
    'a',
    { class: 'node-link', href: nodeAddress(node.id), 'data-node': node.id },
    kindMark(node.kind),
    h('span', { class: 'sr' }, `${NODE_WORDS[node.kind].one} `),
    node.kind === 'article' && h('span', { class: 'number' }, key),
    node.kind === 'article' && named && ' ',
    (named || node.kind !== 'article') && h('bdi', {}, named ? node.label : key),
  );
}
