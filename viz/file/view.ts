import type { View } from '../views/view.ts';

/** The builds of a file over time. */
export const fileHistory: View = {
  name: 'history',
  title: 'File history',
  of: ['file'],
  load: () => import('./file-view.ts'),
};
