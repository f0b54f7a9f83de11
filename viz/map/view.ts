import type { View } from '../views/view.ts';

/** The whole graph as a map. */
export const map: View = { name: 'map', title: 'Map', of: 'none', load: () => import('./map-mount.ts') };
