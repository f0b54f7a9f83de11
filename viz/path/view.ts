import type { View } from '../views/view.ts';

/** How two things are joined. */
export const path: View = { name: 'path', title: 'Path', of: 'any', load: () => import('./path-view.ts') };
