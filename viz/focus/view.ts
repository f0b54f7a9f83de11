import type { View } from '../views/view.ts';

/** One node and its neighbourhood. */
export const focus: View = { name: 'focus', title: 'Focus', of: 'any', load: () => import('./focus-mount.ts') };
