// One line a command, in the order of the help.
export { assess } from './assess.ts';
export { breaks } from './breaks.ts';
export { build } from './build.ts';
export { chain } from './chain.ts';
export { exportCommand as export } from './export.ts';
export { file } from './file.ts';
export { identify } from './identify.ts';
export { parse } from './parse.ts';
export { path } from './path.ts';
export { plan } from './plan.ts';
export { related } from './related.ts';
export { search } from './search.ts';
export { serve } from './serve.ts';
export { show } from './show.ts';
export { start } from './start.ts';
export { stats } from './stats.ts';
export { verify } from './verify.ts';
