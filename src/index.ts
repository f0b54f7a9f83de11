/** kbgraph as a library: the pipeline, the store, and the types that they speak. */

export { readCapture } from './host/read-capture.ts';
export type { Advisories, Advisory, AffectedProduct, Architecture, FeedSource, Platform } from './model/advisories.ts';
export type { Diagnostic, Report } from './model/diagnostic.ts';
export { UsageError } from './model/diagnostic.ts';
export type { ExtractedArticle } from './model/extracted.ts';
export type * from './model/graph.ts';
export type { GraphView } from './model/graph-view.ts';
export type { HostCapture } from './model/host.ts';
export type * from './model/relation.ts';
export { type BuildOptions, buildGraph, extractArticles, extractRecords, type PipelineOptions } from './pipeline.ts';
export { type AssessAnswer, type AssessOptions, assess, UnknownHostError } from './query/assess.ts';
export { type BreaksAnswer, type BreaksOptions, breaks } from './query/breaks.ts';
export { type ChainAnswer, type ChainOptions, chain } from './query/chain.ts';
export { type FileAnswer, type FileOptions, file } from './query/file.ts';
export { type IdentifyAnswer, type IdentifyOptions, identify } from './query/identify.ts';
export { type PathAnswer, type PathOptions, path } from './query/path.ts';
export { type PlanAnswer, type PlanOptions, plan } from './query/plan.ts';
export { type RelatedAnswer, type RelatedOptions, related } from './query/related.ts';
export { type SearchAnswer, type SearchHit, search } from './query/search.ts';
export { type AnswerEdge, type NodeAnswer, show } from './query/show.ts';
export { type StatsAnswer, stats } from './query/stats.ts';
export { openStore, type Store } from './store/open-store.ts';
