import type { FeedRestart } from '../../model/advisories.ts';
import type { RestartSaying } from '../../model/installation.ts';

/** 'Yes', 'No ', 'MAYBE', 'May require restart', 'Not required', 'AlwaysRequiresReboot'; of 'N/A' and its like nothing is known. */
const WORDS: readonly (readonly [RegExp, RestartSaying])[] = [
  [/^(?:no|none|never|not|false)(?!t? ?(?:known|applicable|available))/i, 'no-restart'],
  [/^(?:may|might|can|possibl|perhaps|sometimes|conditional)/i, 'maybe-restart'],
  [/^(?:yes|always|required|requires|true|machine|system)/i, 'restart'],
];

/** What a field about restarts says; null where it is empty or of another kind of words. */
export function readRestart(field: string, text: string): FeedRestart | null {
  const said = text.replace(/\s+/g, ' ').trim();
  const says = WORDS.find(([words]) => words.test(said))?.[1];
  return says === undefined ? null : { says, printed: `${field}: ${said.slice(0, LONGEST)}` };
}

const LONGEST = 60;
