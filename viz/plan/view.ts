import type { View } from '../views/view.ts';

/** What to install, in order, to get a fix onto a machine. */
export const plan: View = {
  name: 'plan',
  title: 'Plan',
  of: ['article', 'fix', 'service-pack'],
  load: () => import('./plan-view.ts'),
};
