/** A file's build as a number: what is compared, and nothing of how it is spelled. */
export interface BuildVersion {
  /** From the major version on ([5, 5, 2652, 6]), or from the build on where `isShort` ([2652, 6]). */
  parts: readonly number[];
  /** Only build and revision are printed: '1493.3143' for 2.0.1493.3143. */
  isShort: boolean;
}

/** Builds begin here; a two-part version that begins lower is major and minor ('4.0'). */
const LEAST_BUILD = 100;
/** Windows NT 4.0 Terminal Server counts its revisions of build 1381 from here. */
const TERMINAL_SERVER_REVISION = 0x8000;

/** '5.5.2652.6', '5.0:2195.2097', '1.2(build 786)', '1.2(786)', '2.5c', '5.0.2195.4555 shp'. */
const PRINTED = /^v?(\d{1,9})((?:[.:]\d{1,9}){0,5})(?:\((?:build )?(\d{1,9})\))?([a-z]?)(?:\s.{0,40})?$/i;

/** Reads a version as printed; null where it is none ('08/20/93'). */
export function readVersion(text: string): BuildVersion | null {
  const [, first, rest = '', inBrackets, letter = ''] = PRINTED.exec(text.trim()) ?? [];
  if (first === undefined) return null;
  const parts = [first, ...rest.split(/[.:]/).filter(Boolean), ...(inBrackets ? [inBrackets] : [])].map(Number);
  const isShort = parts.length <= 2 && parts[0]! >= LEAST_BUILD;
  if (letter !== '') parts.push(letter.toLowerCase().charCodeAt(0) - 96);
  return { parts, isShort };
}

/**
 * Orders two versions by their numbers: below 0 where `a` is older, 0 where they are one build or cannot be told apart.
 * Spellings meet: 2.00.1493.3143 is 2.0.1493.3143 is 1493.3143, 5.5.2522 is 5.5.2522.0, 4.02.0755 is 4.2.755.1.
 * Means something only for versions of one line (`areOneLine`).
 */
export function compareVersions(a: BuildVersion, b: BuildVersion): number {
  const left = a.isShort || !b.isShort ? a.parts : a.parts.slice(2);
  const right = b.isShort || !a.isShort ? b.parts : b.parts.slice(2);
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference === 0) continue;
    // A revision that one of them does not print is its first: counted from 0 by most, from 1 by some.
    const isUnprinted = left[at] === undefined || right[at] === undefined;
    if (isUnprinted && at === length - 1 && Math.abs(difference) === 1 && Math.min(left.length, right.length) >= 3)
      return 0;
    return difference;
  }
  return 0;
}

/** Whether two versions are spellings of one build. */
export function isSameBuild(a: BuildVersion, b: BuildVersion): boolean {
  return compareVersions(a, b) === 0 && areOneLine(a, b);
}

/**
 * Whether two versions are of one line of builds, within which the higher number is the newer build: 4.0.1381.33472 is
 * Terminal Server's, and not newer than Windows NT's 4.0.1381.7086. A short version may be of any line.
 */
export function areOneLine(a: BuildVersion, b: BuildVersion): boolean {
  return a.isShort || b.isShort || lineOf(a) === lineOf(b);
}

/** The line of builds that a version belongs to: '5.5', '4.0 Terminal Server', '' for a short one. */
export function lineOf({ parts, isShort }: BuildVersion): string {
  if (isShort) return '';
  const [major = 0, minor = 0, build = 0, revision = 0] = parts;
  const isTerminalServer = major === 4 && minor === 0 && build === 1381 && revision >= TERMINAL_SERVER_REVISION;
  return `${major}.${minor}${isTerminalServer ? ' Terminal Server' : ''}`;
}

/** One spelling for all: '2.00.1493.3143' is '2.0.1493.3143'. */
export function formatVersion({ parts }: BuildVersion): string {
  return parts.join('.');
}
