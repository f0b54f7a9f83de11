import { NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';
import type { MapManifest } from '../../src/model/map-manifest.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { kindMark } from '../look/mark.ts';
import { count, h } from '../page/dom.ts';

/** The legend, which is the filter: a pressed button's kind is shown. Returns what brings it up to date. */
export function createLegend(
  element: HTMLElement,
  manifest: MapManifest,
  onToggle: (kind: NodeKind) => void,
): (hidden: ReadonlySet<NodeKind>) => void {
  const buttons = NODE_KINDS.filter((kind) => manifest.nodesByKind[kind]).map((kind) => {
    const button = h(
      'button',
      { type: 'button', 'aria-pressed': 'true', onclick: () => onToggle(kind) },
      kindMark(kind),
      h('span', {}, NODE_WORDS[kind].many),
      h('span', { class: 'count' }, count(manifest.nodesByKind[kind] ?? 0)),
    );
    return { kind, button };
  });
  element.replaceChildren(...buttons.map(({ button }) => h('li', {}, button)));
  return (hidden) => {
    for (const { kind, button } of buttons) button.setAttribute('aria-pressed', String(!hidden.has(kind)));
  };
}
