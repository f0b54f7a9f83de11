// One line a query: what it is called, what it answers and how its JSON looks.
export { chainQuery } from './chain.ts';
export { searchQuery } from './search.ts';
export { showQuery } from './show.ts';
export { statsQuery } from './stats.ts';
