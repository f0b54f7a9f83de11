import type { Basis, EdgeKind, NodeAttributes, NodeKind, ShippedFile } from '../src/model/graph.ts';
import type { StoredArticle } from '../src/model/graph-view.ts';
import type { Scope } from '../src/model/relation.ts';
import type { Direction } from './kinds.ts';

/** A node as answers name it. */
export interface NodeName {
  id: string;
  kind: NodeKind;
  label: string;
}

export interface SearchHit extends NodeName {
  date: string | null;
}

export interface QuotedEvidence {
  article: string;
  copy: number;
  from: number;
  to: number;
  quote: string;
}

export interface AnswerEdge {
  kind: EdgeKind;
  direction: Direction;
  /** The other end. */
  node: NodeName;
  basis: Basis;
  rule: string;
  scope: Scope | null;
  group: number | null;
  orLater: boolean;
  file: ShippedFile | null;
  evidence: QuotedEvidence[];
}

/** Everything about one node. */
export interface NodeAnswer extends NodeName {
  status: 'present' | 'cited' | null;
  date: string | null;
  attributes: NodeAttributes;
  edges: AnswerEdge[];
}

export type { Neighbourhood, PlacedNode } from '../src/query/neighbourhood.ts';

/** The text of an article: `text` begins at `offset` of its file's text, which evidence counts in. */
export type ArticleText = StoredArticle;
