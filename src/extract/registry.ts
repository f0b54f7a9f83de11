export { appliesTo } from './applies-to.ts';
export { brokenBy } from './broken-by.ts';
export { fixedIn } from './fixed-in.ts';
export { references } from './references.ts';
export { supersession } from './supersession.ts';
