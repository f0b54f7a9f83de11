import { BASES } from '../model/graph.ts';
import { CHAIN_LINKS } from './chain-link.ts';
import { CHAIN_GROUNDS } from './chain-side.ts';
import { FITS } from './product-scope.ts';
import type { AnswerSchema } from './query.ts';
import {
  BOOLEAN,
  COUNT,
  list,
  nodeName,
  object,
  QUOTED_EVIDENCE,
  SCOPE_OR_NULL,
  STRING,
  STRING_OR_NULL,
} from './schema-parts.ts';

const LINK = object({
  kind: { type: 'string', enum: CHAIN_LINKS },
  newer: STRING,
  older: STRING,
  basis: { type: 'string', enum: BASES },
  rule: STRING,
  because: STRING_OR_NULL,
  scope: SCOPE_OR_NULL,
  fit: { type: ['string', 'null'], enum: [...FITS, null] },
  through: list(STRING),
  evidence: list(QUOTED_EVIDENCE),
});

const GROUNDS = { type: 'string', enum: CHAIN_GROUNDS } as const;

const CURRENT = list(
  nodeName({
    steps: COUNT,
    also: list(nodeName()),
    path: list(nodeName({ links: list(LINK) })),
    grounds: GROUNDS,
    leavesScope: BOOLEAN,
  }),
);

/** A `ChainSide`, or null where its direction was not asked for. */
export const CHAIN_SIDE: AnswerSchema = object(
  {
    members: list(
      nodeName({
        released: STRING_OR_NULL,
        steps: COUNT,
        package: COUNT,
        isCurrent: BOOLEAN,
        isWithdrawn: BOOLEAN,
        grounds: GROUNDS,
        leavesScope: BOOLEAN,
        via: list(LINK),
      }),
    ),
    omitted: COUNT,
    direct: COUNT,
    total: COUNT,
    current: CURRENT,
    assumed: CURRENT,
    forks: list(STRING),
    merges: list(STRING),
    loops: list(list(nodeName())),
    isInLoop: BOOLEAN,
    gaps: list(STRING),
  },
  { orNull: true },
);

/** `ProductChain.beside`. */
export const CHAIN_BESIDE: AnswerSchema = list(nodeName({ links: list(LINK) }));
