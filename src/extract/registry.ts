export { references } from './references.ts';
export { supersession } from './supersession.ts';
