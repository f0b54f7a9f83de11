import type { Evidence, Scope } from './relation.ts';

/** What an article says of installing its fix. */
export const INSTALLATION_SAYINGS = [
  'restart',
  'no-restart',
  'maybe-restart',
  'reapply',
  'uninstall',
  'no-uninstall',
  'excludes',
  'offers',
] as const;
export type InstallationSaying = (typeof INSTALLATION_SAYINGS)[number];

/** What may be said of a restart, what asks for most first. */
export const RESTART_SAYINGS = [
  'restart',
  'maybe-restart',
  'no-restart',
] as const satisfies readonly InstallationSaying[];
export type RestartSaying = (typeof RESTART_SAYINGS)[number];

/** One sentence about installing what an article describes. */
export interface InstallationNote {
  says: InstallationSaying;
  evidence: Evidence[];
  /** The product whose heading it stands under, where the article has several. */
  scope?: Scope;
  /** With `excludes`: the article whose fix the package says that it does not contain or replace. */
  article?: string;
}
