import type { View } from '../views/view.ts';

/** What replaces something and what it replaces, from left to right. */
export const chain: View = {
  name: 'chain',
  title: 'Chain',
  of: ['article', 'fix', 'service-pack'],
  load: () => import('./chain-view.ts'),
};
