import type { View } from '../views/view.ts';

/** The graph, or what is around a node, as a list: the equal of the drawings. */
export const list: View = { name: 'list', title: 'List', of: 'none', load: () => import('./list-view.ts') };
