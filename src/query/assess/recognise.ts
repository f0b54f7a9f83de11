import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import type { Advisories, AffectedProduct } from '../../model/advisories.ts';
import { WINDOWS_RELEASES } from '../../model/windows-releases.ts';
import { guessPlatforms } from './guess-platforms.ts';
import type { HostFacts } from './host-facts.ts';
import { productsNamed } from './named-products.ts';
import { readSystem, releaseOf, type SystemPlatform } from './system-platforms.ts';
import { UnknownHostError } from './unknown-host.ts';

/** What tells of which products a machine is. */
export const RECOGNISED_BY = ['option', 'capture', 'files', 'updates'] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];

export interface Recognition {
  label: string;
  by: RecognisedBy;
  /** The products of the feeds: the system itself, and what runs on it. */
  products: AffectedProduct[];
  notes: string[];
}

const MOST_NEAR = 5;

/** The feeds' products that a machine is, or UnknownHostError with what was read and the nearest that they know. */
export function recognise(advisories: Advisories, host: HostFacts, named: readonly string[]): Recognition {
  if (named.length > 0) return { ...productsNamed(advisories, named), by: 'option', notes: [] };
  const { system } = host;
  const read = readSystem(system);
  const found = read.platforms
    .map((platform) => ({ platform, products: productsOn(advisories, platform) }))
    .filter(({ products }) => products.length > 0);
  if (found.length > 0) {
    // Two names of one release go together (Server 2008 and its Service Pack 1); of what is left open, the likeliest is taken.
    const [{ platform: first }] = found as [(typeof found)[0], ...typeof found];
    const together = read.assumed.length === 0 ? found : found.slice(0, 1);
    const notes = read.assumed.map(
      (what) => `The capture does not tell ${what}; ${first.label} was taken. --product names another.`,
    );
    return {
      label: first.label,
      by: system.name === null && host.captures.every(({ format }) => format === 'file-list') ? 'files' : 'capture',
      products: together.flatMap(({ products }) => products),
      notes: [
        ...notes,
        ...sparse(
          advisories,
          first,
          together.flatMap(({ products }) => products),
        ),
      ],
    };
  }
  if (system.name === null && system.version === null) return fromUpdates(advisories, host);
  throw unknownSystem(advisories, host, read.platforms);
}

/** The system's own products and what runs on it; of editions with rows of their own, those that the system is. */
export function productsOn(advisories: Advisories, { key, products: own }: SystemPlatform): AffectedProduct[] {
  const on = advisories.products.filter(({ platform }) => platform?.key === key);
  const systems = on.filter(({ component }) => component === null);
  const named = systems.filter(({ product }) => own.has(product));
  // Windows 2000 Server and Professional are one where the capture does not say which.
  const taken = named.length > 0 ? named : systems;
  return taken.length === 0 ? [] : [...taken, ...on.filter(({ component }) => component !== null)];
}

/** Where the feeds have next to nothing on a platform, the others of its family say whether that is the platform or the feeds. */
function sparse(
  advisories: Advisories,
  { key, label }: SystemPlatform,
  products: readonly AffectedProduct[],
): string[] {
  const rows = products.reduce((sum, product) => sum + product.rows, 0);
  const family = products.find(({ platform }) => platform !== null)?.platform?.family;
  const others = systemsOf(advisories).filter(
    ({ platform, rows: count }) => platform!.family === family && platform!.key !== key && count > rows * 10,
  );
  if (rows >= 20 || others.length === 0) return [];
  const own = products[0]?.platform;
  const isOther = ({ platform }: AffectedProduct) => Number(platform!.architecture !== own?.architecture);
  const sorted = others.sort(
    (a, b) => isOther(a) - isOther(b) || ((a.platform!.level ?? '') < (b.platform!.level ?? '') ? -1 : 1),
  );
  const names = sorted.slice(0, 3).map(({ names: [name = ''] }) => `'${name}'`);
  return [
    `The feeds hardly know ${label} (${rows === 1 ? 'one row' : `${rows} rows`}): their updates are for ${names.join(', ')}.`,
  ];
}

/** Systems as such, and no editions with rows of their own (Media Center, R2). */
const systemsOf = ({ products }: Advisories): AffectedProduct[] =>
  products.filter(({ platform, component, product }) => component === null && product === platform?.family);

function fromUpdates(advisories: Advisories, host: HostFacts): Recognition {
  const installed = [...host.installed.keys()];
  const guesses = guessPlatforms(advisories, installed);
  const [best] = guesses;
  const isPlainList = host.captures.every(({ format }) => format === 'id-list');
  if (best !== undefined && isPlainList) {
    throw new UnknownHostError(
      `A plain list of updates names no system, and ${best.known} of its ${installed.length} are for several. --product names it.`,
      guesses.slice(0, MOST_NEAR).map(({ name }) => name),
    );
  }
  if (best === undefined) {
    const first = installed.slice(0, 3).map((id) => `KB${id}`);
    const read =
      installed.length > 0
        ? `no feed has any of its ${installed.length} updates (${first.join(', ')} …) for a system`
        : host.files.length > 0
          ? `none of its ${host.files.length} files is a part of Windows that tells its build`
          : 'no update';
    throw new UnknownHostError(
      `The capture names no system, and ${read}. --product names one, such as 'Windows 7 for x64-based Systems Service Pack 1'.`,
      largest(advisories),
    );
  }
  const equal = guesses
    .filter((guess) => guess !== best && guess.known === best.known)
    .map(({ platform }) => platform.label);
  const others = equal.length === 0 ? '' : ` As many are for ${equal.join(', ')}.`;
  const products = productsOn(advisories, {
    key: best.platform.key,
    label: best.platform.label,
    products: new Set([best.product]),
  });
  return {
    label: best.platform.label,
    by: 'updates',
    products,
    notes: [
      `The capture names no system. ${best.known} of its ${installed.length} updates are for ${best.platform.label}, which was taken.${others} --product names another.`,
    ],
  };
}

function unknownSystem(
  advisories: Advisories,
  { system }: HostFacts,
  platforms: readonly SystemPlatform[],
): UnknownHostError {
  const { name, version, servicePack, architecture } = system;
  const read = [name, version, servicePack && `Service Pack ${servicePack}`, architecture].filter(Boolean).join(', ');
  const release = version === null ? null : releaseOf(version);
  const what =
    platforms.length > 0
      ? `no feed of this graph has updates for ${platforms[0]!.label}.`
      : release === null && version !== null
        ? `no release of Windows with build ${version} is known.`
        : 'no product of the feeds has that name.';
  return new UnknownHostError(
    `The capture names ${read}: ${what}`,
    nearest(advisories, version, architecture, platforms),
  );
}

/** The systems nearest by build; of one build those of the same architecture first, then the higher service pack. */
function nearest(
  advisories: Advisories,
  version: string | null,
  architecture: string | null,
  platforms: readonly SystemPlatform[],
): string[] {
  const build = Number(version?.split('.')[2] ?? Number.NaN);
  if (Number.isNaN(build)) return largest(advisories);
  const builds = new Map<string, number>();
  for (const { client, server, build: own } of WINDOWS_RELEASES) {
    for (const name of [client, server]) {
      const family = name === null ? undefined : identifyAffected(name).platform?.family;
      if (family !== undefined && !builds.has(family)) builds.set(family, own);
    }
  }
  const wanted = new Set(platforms.map(({ label }) => label.split(' SP')[0]));
  const distance = ({ platform }: AffectedProduct) =>
    (wanted.has(platform!.label.split(' SP')[0]) ? 0 : Math.abs((builds.get(platform!.family) ?? 1e6) - build) + 1) *
      4 +
    (platform!.architecture === architecture ? 0 : 2) +
    (platform!.level === null ? 1 : 0);
  const sorted = systemsOf(advisories)
    .filter(({ isServerCore }) => !isServerCore)
    .sort((a, b) => distance(a) - distance(b));
  return sorted.slice(0, MOST_NEAR).map(({ names }) => names[0] ?? '');
}

const largest = (advisories: Advisories): string[] =>
  systemsOf(advisories)
    .filter(({ isServerCore }) => !isServerCore)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_NEAR)
    .map(({ names }) => names[0] ?? '');
