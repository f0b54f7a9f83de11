import type { MapRegion } from '../../src/model/graph.ts';
import { h } from '../page/dom.ts';
import { type Box, overlap } from './box.ts';

/** Screen position of a place on the map. */
export type Projection = (place: { x: number; y: number }) => { x: number; y: number };

/**
 * Names of the map's regions, in a layer of their own; the larger region wins where two names would overlap.
 * What it returns places them and tells where they stand.
 */
export function createRegionNames(layer: HTMLElement, regions: readonly MapRegion[]): (project: Projection) => Box[] {
  const names = regions.slice(0, 60).map((region) => {
    const element = h('span', { class: 'region' }, region.label);
    layer.append(element);
    return { region, element, width: 0, height: 0 };
  });
  return (project) => {
    const taken: Box[] = [];
    const { clientWidth, clientHeight } = layer;
    // All sizes are read before anything is written: one layout a frame.
    for (const name of names) {
      if (name.width > 0) continue;
      name.width = name.element.offsetWidth;
      name.height = name.element.offsetHeight;
    }
    for (const { region, element, width, height } of names) {
      // Above its region, where the names of nodes do not stand.
      const { x, y } = project({ x: region.x, y: region.y + region.radius * 0.85 });
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      const inside = box.left > 4 && box.right < clientWidth - 4 && box.top > 30 && box.bottom < clientHeight - 4;
      const free = inside && !taken.some((other) => overlap(box, other, 6));
      element.classList.toggle('off', !free);
      if (!free) continue;
      taken.push(box);
      element.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
    }
    return taken;
  };
}
