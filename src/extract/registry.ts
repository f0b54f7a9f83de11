export { appliesTo } from './applies-to.ts';
export { brokenBy } from './broken-by.ts';
export { fixedIn } from './fixed-in.ts';
export { includes } from './includes.ts';
export { references } from './references.ts';
export { requires } from './requires.ts';
export { ships } from './ships.ts';
export { supersession } from './supersession.ts';
