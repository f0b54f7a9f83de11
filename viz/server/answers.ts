// The API answers with the JSON of the queries; the page knows it by their types.
export type { StoredArticle as ArticleText } from '../../src/model/graph-view.ts';
export type { NodeName } from '../../src/query/answer-parts.ts';
export type { QuotedEvidence } from '../../src/query/quote-evidence.ts';
export type { SearchAnswer, SearchHit } from '../../src/query/search.ts';
export type { AnswerEdge, NodeAnswer } from '../../src/query/show.ts';
export type { StatsAnswer } from '../../src/query/stats.ts';
