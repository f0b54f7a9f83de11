import { BASES, EDGE_KINDS, NODE_KINDS } from '../model/graph.ts';
import { INSTALLATION_SAYINGS } from '../model/installation.ts';
import type { AnswerSchema } from './query.ts';

export const STRING: AnswerSchema = { type: 'string' };
export const STRING_OR_NULL: AnswerSchema = { type: ['string', 'null'] };
export const BOOLEAN: AnswerSchema = { type: 'boolean' };
export const COUNT: AnswerSchema = { type: 'integer' };
export const COUNT_OR_NULL: AnswerSchema = { type: ['integer', 'null'] };
export const COUNTS: AnswerSchema = { type: 'object', additionalProperties: COUNT };

/** An object with exactly these properties, all of them required but those named optional. */
export function object(
  properties: Readonly<Record<string, AnswerSchema>>,
  options: { optional?: readonly string[]; orNull?: boolean } = {},
): AnswerSchema {
  const required = Object.keys(properties).filter((name) => !options.optional?.includes(name));
  return { type: options.orNull ? ['object', 'null'] : 'object', properties, required, additionalProperties: false };
}

export function list(items: AnswerSchema): AnswerSchema {
  return { type: 'array', items };
}

export const DATA_DATE: AnswerSchema = {
  type: ['string', 'null'],
  description: 'The latest revision among the articles, YYYY-MM-DD: the date of the data.',
};

const NAME = {
  id: STRING,
  kind: { type: 'string', enum: NODE_KINDS },
  label: STRING,
  status: { type: ['string', 'null'], enum: ['present', 'cited', null] },
} as const;

/** A `NodeName`, with more properties where an answer has them. */
export function nodeName(more: Readonly<Record<string, AnswerSchema>> = {}): AnswerSchema {
  return object({ ...NAME, ...more });
}

const SCOPE_FIELDS = [
  'product',
  'platform',
  'language',
  'branch',
  'baseline',
  'release',
  'encryption',
  'part',
] as const;

/** A `Scope`, or null. */
export const SCOPE_OR_NULL: AnswerSchema = object(Object.fromEntries(SCOPE_FIELDS.map((field) => [field, STRING])), {
  optional: SCOPE_FIELDS,
  orNull: true,
});

/** A `QuotedEvidence`. */
export const QUOTED_EVIDENCE: AnswerSchema = object(
  {
    article: STRING,
    copy: COUNT,
    from: COUNT,
    to: COUNT,
    quote: STRING,
    feed: object({ name: STRING, file: STRING, date: STRING_OR_NULL, record: COUNT }),
  },
  { optional: ['feed'] },
);

/** An `AnswerEdge`. */
export const EDGE: AnswerSchema = object(
  {
    kind: { type: 'string', enum: EDGE_KINDS },
    direction: { type: 'string', enum: ['out', 'in'] },
    node: nodeName(),
    basis: { type: 'string', enum: BASES },
    rule: STRING,
    scope: SCOPE_OR_NULL,
    group: COUNT_OR_NULL,
    orLater: BOOLEAN,
    file: object(
      { version: STRING_OR_NULL, platform: STRING_OR_NULL, date: STRING_OR_NULL, size: COUNT_OR_NULL },
      { orNull: true },
    ),
    because: STRING,
    evidence: list(QUOTED_EVIDENCE),
  },
  { optional: ['because'] },
);

/** `EdgeEvidence`. */
const EVIDENCE: AnswerSchema = object(
  {
    article: STRING,
    copy: COUNT,
    from: COUNT,
    to: COUNT,
    record: object({ source: COUNT, product: COUNT, record: COUNT, said: STRING }, { optional: ['said'] }),
  },
  { optional: ['record'] },
);

/** `NodeAttributes`. */
export const ATTRIBUTES: AnswerSchema = object(
  {
    dialect: STRING,
    category: STRING,
    source: STRING,
    keywords: list(STRING),
    copy: COUNT,
    family: STRING,
    line: STRING,
    edition: STRING,
    version: STRING,
    level: STRING,
    aliases: list(STRING),
    title: STRING,
    severity: STRING,
    exploits: list(STRING),
    installation: list(
      object({
        says: { type: 'string', enum: INSTALLATION_SAYINGS },
        scope: SCOPE_OR_NULL,
        article: STRING_OR_NULL,
        evidence: list(EVIDENCE),
      }),
    ),
  },
  {
    optional: [
      'dialect',
      'category',
      'source',
      'keywords',
      'copy',
      'family',
      'line',
      'edition',
      'version',
      'level',
      'aliases',
      'title',
      'severity',
      'exploits',
      'installation',
    ],
  },
);
