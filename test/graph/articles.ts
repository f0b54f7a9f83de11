import type { ExtractedArticle } from '../../src/model/extracted.ts';
import type { Evidence, PlainRelation, Relation, ShipsRelation, Target } from '../../src/model/relation.ts';

/** An article as parse and extract leave it, with what a test does not care about filled in. */
export function article(id: string, relations: Relation[], rest: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const text = rest.text ?? `Text of ${id}`;
  return {
    id,
    dialect: 'q-article',
    title: `Title of ${id}`,
    modified: '2000-01-01',
    category: 'winnt',
    source: `Q${id}.TXT`,
    span: { from: 0, to: text.length },
    text,
    keywords: [],
    relations,
    ...rest,
  };
}

export function said(from = 0): Evidence[] {
  return [{ from, to: from + 5, quote: 'quote' }];
}

export function states(
  type: PlainRelation['type'],
  target: Target,
  rest: Partial<Omit<PlainRelation, 'type' | 'target'>> = {},
): PlainRelation {
  return { type, target, evidence: said(), ...rest };
}

export function ships(file: string, rest: Partial<ShipsRelation> = {}): ShipsRelation {
  return {
    type: 'ships',
    target: { file },
    version: null,
    platform: null,
    date: null,
    size: null,
    evidence: said(),
    ...rest,
  };
}
