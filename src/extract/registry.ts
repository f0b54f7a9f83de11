export { appliesTo } from './applies-to.ts';
export { references } from './references.ts';
export { supersession } from './supersession.ts';
