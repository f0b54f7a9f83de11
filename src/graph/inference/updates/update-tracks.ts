import { servicingModelOf } from '../../identity/servicing-model-of.ts';
import type { PlatformUpdate, PlatformUpdates } from './platform-updates.ts';

/** Updates of which each contains those before it, oldest first; those of one step came together or cannot be told apart. */
export interface UpdateTrack {
  /** 'cumulative updates', 'monthly roll-ups', 'servicing stacks', 'cumulative updates for Internet Explorer 11.0' */
  name: string;
  steps: { day: string; updates: PlatformUpdate[] }[];
  /** What came between steps and is stated to replace one, with the place of the first step that surely came after it. */
  between: { update: PlatformUpdate; next: number }[];
}

type PlainTrack = Omit<UpdateTrack, 'between'>;

/** A month's cumulative update that no feed calls so addresses at least this many vulnerabilities; a fix of its own fewer. */
const LEAST_FIXES = 6;
/** Of two updates of one day that are no twins, the smaller one has less than this part of the other's fixes. */
const TWIN = 0.7;

/** The tracks of one platform. Security-only updates are on none: they contain nothing but their month. */
export function tracksOf(found: PlatformUpdates): UpdateTrack[] {
  return [...systemTracks(found), ...browserTracks(found)]
    .filter(({ steps }) => steps.length > 1)
    .map((track) => ({ ...track, between: betweenOf(track.steps, found.system) }));
}

/**
 * An update that is stated to replace a cumulative one is cumulative as well, even if it addresses little: it was issued
 * out of turn. Its rows may name a later day than its own, and so it is placed behind both.
 */
function betweenOf(steps: UpdateTrack['steps'], system: readonly PlatformUpdate[]): UpdateTrack['between'] {
  const places = new Map(steps.flatMap(({ updates }, place) => updates.map(({ id }) => [id, place] as const)));
  const replaced = new Set(steps.flatMap(({ updates }) => updates.flatMap(({ replaces }) => [...replaces])));
  return system.flatMap((update) => {
    const last = Math.max(-1, ...[...update.replaces].map((id) => places.get(id) ?? -1));
    if (last < 0 || places.has(update.id) || replaced.has(update.id) || update.day === '') return [];
    const next = steps.findIndex(({ day }, place) => place > last && day > update.day);
    return next < 0 ? [] : [{ update, next }];
  });
}

function systemTracks({ platform, system }: PlatformUpdates): PlainTrack[] {
  const stacks = system.filter(({ isServicingStack }) => isServicingStack);
  const tracks: PlainTrack[] = [{ name: 'servicing stacks', steps: stepsOf(stacks) }];
  const model = servicingModelOf(platform.family);
  if (model === null) return tracks;
  const hasSecurityOnly = model.securityOnlyFrom !== null;
  // Where there are two kinds of updates, what is stated tells the roll-ups, and no title does.
  const isLarge = ({ fixes, isCumulative }: PlatformUpdate) =>
    fixes >= LEAST_FIXES || (isCumulative && !hasSecurityOnly);
  const large = system.filter(
    (update) =>
      isLarge(update) &&
      !update.isServicingStack &&
      (update.day === '' ? update.build !== null : update.day >= model.from),
  );
  const name = hasSecurityOnly ? 'monthly roll-ups' : 'cumulative updates';
  const chosen = hasSecurityOnly ? rollUps(large) : large;
  tracks.push({ name, steps: stepsOf(chosen).map(({ day, updates }) => ({ day, updates: largest(updates) })) });
  return tracks;
}

/**
 * Roll-ups are stated to replace each other, and security-only updates are stated to replace no roll-up: of each month
 * those count that are joined with most others by what is stated; where none is, the one that also updates the browser.
 */
function rollUps(large: readonly PlatformUpdate[]): PlatformUpdate[] {
  const joined = joinStated(large);
  const sizeOf = ({ id }: PlatformUpdate) => joined.get(id)?.size ?? 1;
  return stepsOf(large).flatMap(({ updates }) => {
    const best = updates.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
    if (sizeOf(best) > 1) return updates.filter(({ id }) => joined.get(id) === joined.get(best.id));
    const withBrowser = updates.filter(({ hasBrowser }) => hasBrowser);
    return withBrowser.length === 1 && updates.length > 1 ? withBrowser : [];
  });
}

/** For each update the set of those that stated replacements join it with, in however many steps. */
function joinStated(updates: readonly PlatformUpdate[]): Map<string, Set<string>> {
  const joined = new Map(updates.map(({ id }) => [id, new Set([id])]));
  for (const { id, replaces } of updates) {
    for (const other of replaces) {
      const [own, theirs] = [joined.get(id), joined.get(other)];
      if (own === undefined || theirs === undefined || own === theirs) continue;
      const [small, large] = own.size < theirs.size ? [own, theirs] : [theirs, own];
      for (const member of small) {
        large.add(member);
        joined.set(member, large);
      }
    }
  }
  return joined;
}

/** The update with most fixes, and its twins (the same month's, issued again). */
function largest(updates: readonly PlatformUpdate[]): PlatformUpdate[] {
  const most = Math.max(...updates.map(({ fixes }) => fixes));
  return updates.filter(({ fixes }) => fixes >= most * TWIN);
}

function browserTracks({ browsers }: PlatformUpdates): PlainTrack[] {
  return [...browsers].map(([browser, updates]) => ({
    name: `cumulative updates for ${browser}`,
    steps: stepsOf(updates.filter(({ isCumulative }) => isCumulative)),
  }));
}

/** Updates by their builds where feeds say those of all, else by their days. */
function stepsOf(updates: readonly PlatformUpdate[]): UpdateTrack['steps'] {
  const dated = updates.filter(({ day, build }) => day !== '' || build !== null);
  const isBuilt = dated.length > 0 && dated.every(({ build }) => build !== null);
  const compare = isBuilt ? compareBuilds : compareDays;
  const steps: UpdateTrack['steps'] = [];
  for (const update of dated.filter(({ day }) => isBuilt || day !== '').sort(compare)) {
    const last = steps.at(-1);
    if (last?.updates[0] !== undefined && compare(last.updates[0], update) === 0) last.updates.push(update);
    else steps.push({ day: update.day, updates: [update] });
  }
  return steps;
}

function compareDays(a: PlatformUpdate, b: PlatformUpdate): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

function compareBuilds({ build: a }: PlatformUpdate, { build: b }: PlatformUpdate): number {
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
