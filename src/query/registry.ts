// One line a query: what it is called, what it answers and how its JSON looks.
export { assessQuery } from './assess.ts';
export { breaksQuery } from './breaks.ts';
export { chainQuery } from './chain.ts';
export { fileQuery } from './file.ts';
export { identifyQuery } from './identify.ts';
export { pathQuery } from './path.ts';
export { planQuery } from './plan.ts';
export { relatedQuery } from './related.ts';
export { searchQuery } from './search.ts';
export { showQuery } from './show.ts';
export { statsQuery } from './stats.ts';
