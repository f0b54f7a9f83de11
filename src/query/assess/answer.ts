import type { FeedSource } from '../../model/advisories.ts';
import { BASES } from '../../model/graph.ts';
import type { HostSystem } from '../../model/host.ts';
import type { AnswerSchema } from '../query.ts';
import { BOOLEAN, COUNT, COUNT_OR_NULL, DATA_DATE, list, object, STRING, STRING_OR_NULL } from '../schema-parts.ts';
import { COVER_MEANS, type CoverMeans, FINDING_STATES, type FindingState } from './judge.ts';
import { RECOGNISED_BY, type RecognisedBy } from './recognise.ts';
import { STEP_RESTARTS, type StepRestart } from './restart.ts';
import type { UnplacedUpdate } from './unplaced.ts';

/** A vulnerability in one component of one product, and the updates that it takes. */
export interface OpenPart {
  /** As the feed spells it. */
  product: string;
  /** What must be there for it to matter ('Internet Explorer 11'); null for the system itself. */
  onlyWith: string | null;
  component: string;
  /** Updates that are to be installed or replaced. */
  open: string[];
  /** Updates that are there: none of them closes the rest. */
  covered: string[];
}

/** One vulnerability, or an update without one, that is open. */
export interface OpenItem {
  /** 'CVE-2017-0143', 'ADV180002', 'SP7X64SP1', 'KB3125574'. */
  id: string;
  title: string;
  /** The worst that a feed gives it for these products; '' where none does. */
  severity: string;
  impact: string;
  /** The latest date that its rows have. */
  date: string | null;
  /** Addresses of known exploits. */
  exploits: string[];
  /** Whether it is only in what may not be on the machine ('Internet Explorer 11 on …'). */
  isOptional: boolean;
  parts: OpenPart[];
}

/** One step of what makes an update needless: the newer one replaces the older. */
export interface CoverStep {
  newer: string;
  older: string;
  /** The source that states it (a place in `sources`) and the number of its record; null for what is no feed's statement. */
  source: number | null;
  record: number | null;
  because: string | null;
}

/** An update that feeds name and that is there, why, and what it closes. */
export interface CoveredUpdate {
  update: string;
  means: CoverMeans;
  /** The installed update that it is there by; with `build` 'build 10.0.17763.1999', the machine's own. */
  by: string;
  /** How many replacements lie between that one and this, or the alternative to this; 0 where it is installed. */
  steps: number;
  /** Those replacements in their order; where the answer would grow too long, only the last of them. */
  path: CoverStep[];
  because: string;
  /** What it closes for these products. */
  closes: string[];
}

/** One thing to install. */
export interface NextStep {
  update: string;
  /** What feeds call it, or its article's title. */
  title: string;
  /** Near its release: the middle date of its rows. */
  date: string | null;
  kind: 'service-pack' | 'servicing-stack' | 'update';
  restart: StepRestart;
  closes: string[];
  /** What must be there for it to matter; null where it is for the system itself. */
  onlyWith: string[] | null;
  /** Other current updates that would do as well. */
  insteadOf: string[];
}

/** How one row of a feed stands. */
export interface AssessedRow {
  id: string;
  update: string | null;
  product: string;
  component: string;
  /** `exposed` also for a row of what is partly covered, whose own update is not there. */
  state: 'covered' | 'exposed' | 'no-update';
  /** Why it is covered, else null. */
  means: CoverMeans | null;
  by: string | null;
  /** The place in `sources`, and the number of the record there, from 1. */
  source: number;
  record: number;
}

export interface AssessAnswer {
  /** The day up to which the latest feed tells; that of the articles where no feed says. */
  dataDate: string | null;
  stated: boolean;
  host: {
    machine: string | null;
    system: HostSystem;
    captures: { source: string; format: string }[];
    installed: string[];
    /** Installed updates that no row of these products names. */
    unknown: string[];
    /** Of a system with cumulative updates: those that cover nothing but themselves, because no source says what they contain. */
    unplaced: UnplacedUpdate[];
  };
  recognised: {
    label: string;
    by: RecognisedBy;
    products: { name: string; spellings: string[]; onlyWith: string | null; rows: number }[];
  };
  /** What a person must know of the answer, as sentences. */
  notes: string[];
  sources: { feed: string; file: string; date: string | null }[];
  counts: Record<FindingState, number> & {
    rows: number;
    bySeverity: { severity: string; exposed: number; partlyCovered: number; exploited: number }[];
  };
  /** The worst first. */
  exposed: OpenItem[];
  partlyCovered: OpenItem[];
  /** What no feed names an update for. */
  noUpdate: OpenItem[];
  coveredBy: CoveredUpdate[];
  installNext: {
    /** In order. */
    steps: NextStep[];
    /** Whether no fewer updates close what is open. */
    isSmallest: boolean;
    /** How many steps stand so about a restart. A service pack is counted as requiring one. */
    restarts: Record<StepRestart['need'], number>;
  };
  /** Every row of the products; null unless it was asked for. */
  rows: AssessedRow[] | null;
}

export type AnswerSource = Pick<FeedSource, 'feed' | 'file' | 'date'>;

const OPEN_ITEM = object({
  id: STRING,
  title: STRING,
  severity: STRING,
  impact: STRING,
  date: STRING_OR_NULL,
  exploits: list(STRING),
  isOptional: BOOLEAN,
  parts: list(
    object({ product: STRING, onlyWith: STRING_OR_NULL, component: STRING, open: list(STRING), covered: list(STRING) }),
  ),
});

const MEANS: AnswerSchema = { type: 'string', enum: COVER_MEANS };

export const ASSESS_SCHEMA: AnswerSchema = object({
  dataDate: DATA_DATE,
  stated: BOOLEAN,
  host: object({
    machine: STRING_OR_NULL,
    system: object({
      name: STRING_OR_NULL,
      version: STRING_OR_NULL,
      revision: COUNT_OR_NULL,
      servicePack: STRING_OR_NULL,
      architecture: STRING_OR_NULL,
    }),
    captures: list(object({ source: STRING, format: STRING })),
    installed: list(STRING),
    unknown: list(STRING),
    unplaced: list(object({ update: STRING, date: STRING_OR_NULL, mayClose: COUNT })),
  }),
  recognised: object({
    label: STRING,
    by: { type: 'string', enum: RECOGNISED_BY },
    products: list(object({ name: STRING, spellings: list(STRING), onlyWith: STRING_OR_NULL, rows: COUNT })),
  }),
  notes: list(STRING),
  sources: list(object({ feed: STRING, file: STRING, date: STRING_OR_NULL })),
  counts: object({
    ...Object.fromEntries(FINDING_STATES.map((state) => [state, COUNT])),
    rows: COUNT,
    bySeverity: list(object({ severity: STRING, exposed: COUNT, partlyCovered: COUNT, exploited: COUNT })),
  }),
  exposed: list(OPEN_ITEM),
  partlyCovered: list(OPEN_ITEM),
  noUpdate: list(OPEN_ITEM),
  coveredBy: list(
    object({
      update: STRING,
      means: MEANS,
      by: STRING,
      steps: COUNT,
      path: list(
        object({ newer: STRING, older: STRING, source: COUNT_OR_NULL, record: COUNT_OR_NULL, because: STRING_OR_NULL }),
      ),
      because: STRING,
      closes: list(STRING),
    }),
  ),
  installNext: object({
    steps: list(
      object({
        update: STRING,
        title: STRING,
        date: STRING_OR_NULL,
        kind: { type: 'string', enum: ['service-pack', 'servicing-stack', 'update'] },
        restart: object({
          need: { type: 'string', enum: STEP_RESTARTS },
          basis: { type: ['string', 'null'], enum: [...BASES, null] },
          because: STRING_OR_NULL,
          source: COUNT_OR_NULL,
          record: COUNT_OR_NULL,
        }),
        closes: list(STRING),
        onlyWith: { type: ['array', 'null'], items: STRING },
        insteadOf: list(STRING),
      }),
    ),
    isSmallest: BOOLEAN,
    restarts: object(Object.fromEntries(STEP_RESTARTS.map((need) => [need, COUNT]))),
  }),
  rows: {
    type: ['array', 'null'],
    items: object({
      id: STRING,
      update: STRING_OR_NULL,
      product: STRING,
      component: STRING,
      state: { type: 'string', enum: ['covered', 'exposed', 'no-update'] },
      means: { type: ['string', 'null'], enum: [...COVER_MEANS, null] },
      by: STRING_OR_NULL,
      source: COUNT,
      record: COUNT,
    }),
  },
});
