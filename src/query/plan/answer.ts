import type { EdgeEvidence, ShippedFile } from '../../model/graph.ts';
import type { NodeName } from '../answer-parts.ts';
import type { QuotedEvidence } from '../quote-evidence.ts';
import type { RestartNeed } from '../restarts.ts';

export type { RestartNeed };

/** What to install, in order, to get fixes onto a machine. */
export interface PlanAnswer {
  dataDate: string | null;
  /** What was asked for. */
  wanted: NodeName[];
  /** What the machine is said to have, as it was understood. */
  have: string[];
  /** One plan for each product that was asked for, that the machine has, or that the fixes are about. */
  plans: ProductPlan[];
}

/**
 * `ready`: the steps lead there. `installed`: nothing is left to do. `incomplete`: something that is required is not
 * known to be had; the rest is planned. `nothing`: no fix is known. `not-applicable`: it is about other products.
 */
export const PLAN_STATES = ['ready', 'installed', 'incomplete', 'nothing', 'not-applicable'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** The plan for one product. */
export interface ProductPlan {
  product: string;
  state: PlanState;
  /** What was asked for and is not needed, and why. */
  needless: { node: NodeName; because: string; evidence: QuotedEvidence[] }[];
  steps: PlanStep[];
  /** Restarts of the steps that are no extras: required, not required, perhaps, and not told. A service pack is counted as requiring one. */
  restarts: { required: number; none: number; perhaps: number; untold: number };
  choices: PlanChoice[];
  /** Requirements that nothing is known to meet. */
  unmet: { of: NodeName | null; what: string; evidence: QuotedEvidence[] }[];
  /** Packages that require each other. */
  loops: NodeName[][];
  warnings: string[];
  /** Whether nothing cheaper exists. */
  isCheapest: boolean;
}

/** Why a step is there. */
export interface StepReason {
  /** 'asked for', 'replaces 154174, which was asked for', 'step 3 requires it', 'left out of step 2'. */
  text: string;
  /** The later step that requires it, counted from 1; null where something else is the reason. */
  step: number | null;
  evidence: QuotedEvidence[];
}

/** One thing to install. */
export interface PlanStep {
  kind: 'service-pack' | 'fix' | 'product';
  /** A rung of a ladder that the graph names nowhere has an id all the same. */
  node: NodeName;
  /** Not needed for what was asked for: a roll-up of an earlier step leaves it out. */
  isExtra: boolean;
  why: StepReason[];
  /** What its requirements rest on that needs no step. */
  met: string[];
  /** Where it says that it requires them, by the places of `met`. */
  metBecause: QuotedEvidence[][];
  restart: { need: RestartNeed; evidence: QuotedEvidence[] };
  /** The files to look at afterwards. */
  check: (ShippedFile & { name: string })[];
  undo: QuotedEvidence[];
  /** When it has to be applied once more. */
  reapply: QuotedEvidence[];
  /** At most twenty of what is known to go wrong and is not repaired by the rest of the plan. */
  breaks: KnownBreakage[];
  breaksInAll: number;
  remarks: string[];
}

/** What is known to go wrong after a step. */
export interface KnownBreakage {
  problem: NodeName;
  /** What brings it: the step itself, or an earlier service pack. */
  after: string;
  /** Where it says so; `breaks` quotes it. */
  evidence: EdgeEvidence[];
  /** What repairs it; empty where nothing is known to. */
  repairs: string[];
}

/** A point at which something else could be installed. */
export interface PlanChoice {
  /** What the alternatives are for: what was asked for, or what requires them. */
  of: NodeName;
  chosen: string;
  /** The step that was chosen, counted from 1. */
  step: number;
  others: OtherWay[];
}

/** What could be installed instead, and what the whole plan would then hold. */
export interface OtherWay {
  name: string;
  node: NodeName;
  packages: number;
  restarts: number;
  remark: string | null;
}
