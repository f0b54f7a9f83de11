import { servicingModelOf } from '../../identity/servicing-model-of.ts';
import type { PlatformUpdate, PlatformUpdates } from './platform-updates.ts';

/** Updates of which each contains those before it, oldest first; those of one step came together or cannot be told apart. */
export interface UpdateTrack {
  /** 'cumulative updates', 'monthly roll-ups', 'servicing stacks', 'cumulative updates for Internet Explorer 11' */
  name: string;
  steps: { day: string; updates: PlatformUpdate[] }[];
  /** What came between steps and is stated to replace one, with the place of the first step that surely came after it. */
  between: { update: PlatformUpdate; next: number }[];
  /** Updates of the track that another one holds, which is on another track. */
  held: { update: PlatformUpdate; by: PlatformUpdate }[];
}

type PlainTrack = Omit<UpdateTrack, 'between' | 'held'>;

/** A month's cumulative update that no feed calls so addresses at least this many vulnerabilities; a fix of its own fewer. */
const LEAST_FIXES = 6;
/** Of two updates of one day that are no twins, the smaller one has less than this part of the other's fixes. */
const TWIN = 0.7;

/** The tracks of one platform. Security-only updates are on none: they contain nothing but their month. */
export function tracksOf(found: PlatformUpdates): UpdateTrack[] {
  const system = systemTracks(found).map((track) => ({ ...track, between: betweenOf(track.steps, found.system) }));
  const large = system.at(-1)!;
  const browsers = [...found.browsers].map(([browser, updates]) => {
    const track = browserTrack(browser, updates);
    return { ...track, between: betweenOf(track.steps, updates), held: heldBy(large.steps, browser, track.steps) };
  });
  return [...system.map((track) => ({ ...track, held: [] })), ...browsers].filter(
    ({ steps, held }) => steps.length > 1 || held.length > 0,
  );
}

/** A roll-up that updates a browser holds the browser's own update of its month: the first of them that there is. */
function heldBy(rollUps: UpdateTrack['steps'], browser: string, steps: UpdateTrack['steps']): UpdateTrack['held'] {
  const holding = rollUps.map(({ day, updates }) => ({
    day,
    updates: updates.filter(({ browsers }) => browsers.has(browser)),
  }));
  return steps.flatMap(({ day, updates }) => {
    const by = holding.find((step) => step.updates.length > 0 && step.day >= day)?.updates ?? [];
    return updates.flatMap((update) => by.map((rollUp) => ({ update, by: rollUp })));
  });
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
    const withBrowser = updates.filter(({ browsers }) => browsers.size > 0);
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

function browserTrack(browser: string, updates: readonly (PlatformUpdate & { isCumulative: boolean })[]): PlainTrack {
  const cumulative = updates.filter(({ isCumulative }) => isCumulative);
  return { name: `cumulative updates for ${browser}`, steps: stepsOf(cumulative) };
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
