import type { Advisories, AffectedProduct } from '../model/advisories.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { HostCapture } from '../model/host.ts';
import { ASSESS_SCHEMA, type AssessAnswer, type AssessedRow, type CoveredUpdate } from './assess/answer.ts';
import { closureOf, pathTo, type Replacements, replacementsOf } from './assess/closure.ts';
import { findingsOf } from './assess/finding.ts';
import { heldByRollups } from './assess/held-by-rollups.ts';
import { hostBuild } from './assess/host-build.ts';
import { type HostFacts, laterRevision, mergeCaptures } from './assess/host-facts.ts';
import { installNext } from './assess/install-next.ts';
import { type Closures, closureFor, coverWords, type Judgement, judge } from './assess/judge.ts';
import { systemOfFiles, updatesOfFiles } from './assess/known-files.ts';
import { knownReplacements } from './assess/known-replacements.ts';
import { nextSteps } from './assess/next-steps.ts';
import { countBySeverity, openItems, statesById } from './assess/open-items.ts';
import { recognise } from './assess/recognise.ts';
import { tracksOf } from './assess/tracks.ts';
import { UnknownHostError } from './assess/unknown-host.ts';
import { unplacedNotes, unplacedUpdates } from './assess/unplaced.ts';
import type { Query } from './query.ts';

export type { AssessAnswer, AssessedRow, CoveredUpdate, NextStep, OpenItem } from './assess/answer.ts';
export { UnknownHostError };

export interface AssessOptions {
  /** The products of the machine, as feeds name them, instead of what its captures tell. */
  products?: readonly string[];
  /** Only what feeds state: without inference, and without the alternatives of two tracks. */
  stated?: boolean;
  /** Also every row of the products, with how it stands. */
  rows?: boolean;
}

export const assessQuery: Query = {
  name: 'assess',
  summary: 'What a machine is exposed to, what covers the rest, and what to install next.',
  schema: ASSESS_SCHEMA,
};

/**
 * What the machine behind these captures is exposed to. Supersession counts from what is installed, over the rows of the
 * machine's products alone. Throws UnknownHostError for a machine of which no feed of the graph has anything, and where
 * there is none.
 */
export function assess(view: GraphView, captures: readonly HostCapture[], options: AssessOptions = {}): AssessAnswer {
  const { products: named = [], stated = false, rows: wantsRows = false } = options;
  const advisories = view.advisories();
  if (advisories === null) {
    throw new UnknownHostError(
      'This graph was built without a feed of updates; `kbgraph build` takes them beside articles.',
      [],
    );
  }
  const host = mergeCaptures(captures);
  readFiles(view, host);
  const recognised = recognise(advisories, host, named);
  const { products } = recognised;
  const rowsOf = rememberRows(advisories);
  const findings = findingsOf(products, rowsOf);
  const feedRows = products.flatMap(({ index }) => rowsOf(index));
  const byFeeds = replacementsOf(feedRows);
  const namedUpdates = new Set([...byFeeds.updates(), ...findings.flatMap(({ updates }) => updates)]);
  const others = stated ? [] : knownReplacements(view, host.installed.keys(), namedUpdates, products);
  const tracks = tracksOf(findings, others.length === 0 ? byFeeds : replacementsOf(feedRows, others));
  const held = stated ? [] : heldByRollups(findings, tracks);
  const build = hostBuild(view, host, findings, tracks.servicingStack);
  const replacements = stated ? byFeeds : replacementsOf(feedRows, [...others, ...held, ...build.contains]);
  const there = [...host.installed.keys(), ...(build.id === null || stated ? [] : [build.id])];
  const closures = closuresOf(host, byFeeds, { there, replacements });
  const setting = stated ? null : { tracks, replacements };
  const judgements = findings.map((finding) => judge(finding, closures, setting));

  const states = statesById(judgements);
  const exposed = openItems(judgements, 'exposed', states);
  const partlyCovered = openItems(judgements, 'partly-covered', states);
  const open = judgements.filter((one) => one.open.length > 0).map(({ finding }) => finding);
  const next = installNext(judgements, {
    replacements,
    tracks: stated ? null : tracks,
    dateOf: dateFinder(judgements),
    judgeWith: (updates) => {
      const all = closureOf([...there, ...updates], replacements);
      return open.map((finding) => judge(finding, { stated: all, all }, setting));
    },
  });
  const counts = { exposed: 0, 'partly-covered': 0, covered: 0, 'no-update': 0 };
  for (const state of states.values()) counts[state]++;
  const installed = [...host.installed.keys()];
  const { servicingStack } = tracks;
  const unplaced = unplacedUpdates(judgements, { installed, replacements, servicingStack, build });
  return {
    dataDate: latest(advisories.sources.map(({ date }) => date)) ?? view.report.dataDate,
    stated,
    host: {
      machine: host.machine,
      system: host.system,
      captures: host.captures,
      installed,
      unknown: installed.filter((update) => !namedUpdates.has(update)),
      unplaced,
    },
    recognised: { label: recognised.label, by: recognised.by, products: products.map(describeProduct) },
    notes: [...recognised.notes, ...host.notes, ...(stated ? [] : build.notes), ...unplacedNotes(unplaced, findings)],
    sources: advisories.sources.map(({ feed, file, date }) => ({ feed, file, date })),
    counts: {
      ...counts,
      rows: new Set(feedRows.map(({ source, record }) => `${source} ${record}`)).size,
      bySeverity: countBySeverity(exposed, partlyCovered),
    },
    exposed,
    partlyCovered,
    noUpdate: openItems(judgements, 'no-update', states),
    coveredBy: coveredUpdates(judgements, closures),
    installNext: nextSteps(view, next, { findings, tracks, stated }),
    rows: wantsRows ? assessedRows(judgements) : null,
  };
}

/** What the builds of a list of files tell of the system and of its updates. */
function readFiles(view: GraphView, host: HostFacts): void {
  if (host.files.length === 0) return;
  const system = systemOfFiles(view, host.files);
  if (host.system.version === null && system !== null)
    host.system = { ...host.system, ...system, name: host.system.name };
  else if (system !== null) host.system.revision = laterRevision(host.system, system);
  const { updates, unknown } = updatesOfFiles(view, host.files);
  for (const { update, file } of updates) if (!host.installed.has(update)) host.installed.set(update, file);
  const told = updates.map(({ update, file }) => `KB${update} (${file})`);
  if (told.length > 0)
    host.notes.push(
      `By the builds of its files it has ${told.slice(0, 5).join(', ')}${told.length > 5 ? ` and ${told.length - 5} more` : ''}.`,
    );
  if (unknown > 0) host.notes.push(`No article of this graph ships ${unknown} of its ${host.files.length} builds.`);
}

function rememberRows(advisories: Advisories) {
  const read = new Map<number, ReturnType<Advisories['rows']>>();
  return (product: number) => {
    const rows = read.get(product) ?? advisories.rows(product);
    read.set(product, rows);
    return rows;
  };
}

function closuresOf(
  host: HostFacts,
  byFeeds: Replacements,
  { there, replacements }: { there: readonly string[]; replacements: Replacements },
): Closures {
  const stated = closureOf(host.installed.keys(), byFeeds);
  return { stated, all: replacements === byFeeds ? stated : closureOf(there, replacements) };
}

const describeProduct = ({ label, names, component, rows }: AffectedProduct) => ({
  name: names[0] ?? label,
  spellings: names,
  onlyWith: component,
  rows,
});

const latest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), null);

/** The latest date among the rows of an update, to choose between updates that do as well; '' where none has one. */
function dateFinder(judgements: readonly Judgement[]): (update: string) => string {
  const dates = new Map<string, string>();
  for (const { finding } of judgements) {
    for (const { article, date } of finding.rows) {
      if (article !== null && date !== null && date > (dates.get(article) ?? '')) dates.set(article, date);
    }
  }
  return (update) => dates.get(update) ?? '';
}

/** How many steps are listed over all ways; of the rest, the last one alone. */
const MOST_STEPS = 100_000;

/** Every update of the rows that is there or not needed, with what it closes; those that close most stand first. */
function coveredUpdates(judgements: readonly Judgement[], closures: Closures): CoveredUpdate[] {
  const updates = new Map<string, { cover: Judgement['covered'][0]; closes: Set<string> }>();
  for (const { finding, state, covered } of judgements) {
    if (state !== 'covered') continue;
    for (const cover of covered) {
      const key = `${cover.update} ${cover.by}`;
      const known = updates.get(key);
      if (known === undefined) updates.set(key, { cover, closes: new Set([finding.id]) });
      else known.closes.add(finding.id);
    }
  }
  let left = MOST_STEPS;
  return [...updates.values()]
    .sort((a, b) => b.closes.size - a.closes.size || (a.cover.update < b.cover.update ? -1 : 1))
    .map(({ cover, closes }): CoveredUpdate => {
      const { update, means, by } = cover;
      const way = means === 'alternative' ? closures.all : closureFor(cover, closures);
      const path = pathTo(by, way, Math.max(left, 1));
      left -= path.length;
      const { by: first, steps } = way.get(by)!;
      return { update, means, by: first, steps, path, because: coverWords(cover, closures), closes: [...closes] };
    });
}

/** One row for each record of a feed: one that glues two vulnerabilities together stays one. */
function assessedRows(judgements: readonly Judgement[]): AssessedRow[] {
  const assessed = new Map<string, AssessedRow>();
  for (const { finding, covered } of judgements) {
    const covers = new Map(covered.map((cover) => [cover.update, cover]));
    const { id, product, component, rows } = finding;
    for (const { article, spelling, source, record } of rows) {
      const known = assessed.get(`${source} ${record}`);
      if (known !== undefined) {
        if (!known.id.split(', ').includes(id)) known.id += `, ${id}`;
        continue;
      }
      const cover = article === null ? undefined : covers.get(article);
      assessed.set(`${source} ${record}`, {
        id,
        update: article,
        product: product.names[spelling] ?? product.label,
        component,
        state: article === null ? 'no-update' : cover === undefined ? 'exposed' : 'covered',
        means: cover?.means ?? null,
        by: cover?.by ?? null,
        source,
        record,
      });
    }
  }
  return [...assessed.values()];
}
