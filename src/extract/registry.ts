export { appliesTo } from './applies-to.ts';
export { fixedIn } from './fixed-in.ts';
export { references } from './references.ts';
export { supersession } from './supersession.ts';
