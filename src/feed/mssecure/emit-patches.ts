import type { FeedRestart } from '../../model/advisories.ts';
import type { FeedSink } from '../../model/feed.ts';
import type { AffectedByPatch, Datastore, Patch } from './bulletins.ts';

/** 'Windows NT4 Service Pack 6a' → 'SP6a'; 'Office 97 SR-2/SR-2b' → 'SR-2'; nothing of 'Windows 2000 Gold'. */
const LEVEL = /\b(?:Service Pack |SP ?)(\d{1,2}[a-z]?)\b|\b(SR-?\d[a-z]?)\b/i;

interface Package {
  patch: Patch;
  article: string;
  bulletin: string;
  number: number;
}

/** Makes a row of each package, product and service pack, and statements of what it brings and where it is contained. */
export function emitPatches(datastore: Datastore, sink: FeedSink): void {
  const { bulletins, products, servicePacks, fileChanges } = datastore;
  const packages: Package[] = [];
  for (const { id, patches, articles } of bulletins) {
    for (const patch of patches) {
      const article = patch.article ?? articles[0];
      if (article === undefined) sink.dirt('packages without an article');
      else packages.push({ patch, article, bulletin: id, number: packages.length + 1 });
      if (patch.article === null && articles.length > 1) sink.dirt('packages of bulletins with several articles');
    }
  }
  const replaced = replacedPackages(packages, datastore, sink);
  const byId = new Map(bulletins.map((bulletin) => [bulletin.id, bulletin]));
  for (const own of packages) {
    const { patch, article, bulletin, number } = own;
    const { title = '', date = null } = byId.get(bulletin) ?? {};
    for (const affected of patch.affected) {
      const product = products.get(affected.product);
      if (product === undefined) {
        sink.dirt('products that are named by a number alone');
        continue;
      }
      const older = (replaced.get(own) ?? [])
        .filter((other) => other.patch.affected.some((each) => each.product === affected.product))
        .map((other) => other.article)
        .filter((id) => id !== article);
      for (const name of namesOf(product, affected, servicePacks)) {
        sink.advisory({
          article,
          cve: null,
          product: name,
          title: `${bulletin}: ${title}`,
          component: '',
          severity: '',
          impact: '',
          date,
          supersedes: [...new Set(older)].join(';'),
          exploits: '',
          build: '',
          restart: restartOf(patch),
          record: number,
        });
      }
      const evidence = { article, product: namesOf(product, affected, servicePacks)[0] ?? product, record: number };
      const fixedIn = servicePacks.get(affected.fixedIn);
      if (fixedIn !== undefined && LEVEL.test(fixedIn))
        sink.statement({ ...evidence, kind: 'fixed-in', target: { servicePack: spelled(fixedIn) } });
      for (const change of patch.fileChanges) {
        const known = fileChanges.get(change);
        if (known === undefined) {
          sink.dirt('files that are named by a number alone');
          continue;
        }
        const { file, version, date: made, size } = known;
        sink.statement({
          ...evidence,
          kind: 'ships',
          target: { file },
          scope: { product: spelled(product) },
          file: { version, platform: null, date: made, size },
        });
      }
      sink.statement({ ...evidence, kind: 'publishes', target: { fix: bulletin } });
    }
  }
}

/** 386 of 393 packages have 0, those of Word and of Exchange too: it does not say that a restart is needed for certain. */
function restartOf({ noReboot }: Patch): FeedRestart | null {
  const says = ({ 0: 'maybe-restart', 1: 'no-restart' } as const)[noReboot];
  return says === undefined ? null : { says, printed: `NoReboot: ${noReboot}` };
}

/** The packages that each package replaces: what is replaced names an entry, and that names the replacing packages. */
function replacedPackages(
  packages: readonly Package[],
  { replacements }: Datastore,
  sink: FeedSink,
): Map<Package, Package[]> {
  const byName = new Map<string, Package[]>();
  for (const own of packages) {
    const name = own.patch.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), own]);
  }
  const replaced = new Map<Package, Package[]>();
  for (const older of packages) {
    for (const name of replacements.get(older.patch.replacedBy) ?? []) {
      const newer = byName.get(name.toLowerCase());
      if (newer === undefined) sink.dirt('replacing packages that are in no bulletin');
      for (const each of newer ?? []) replaced.set(each, [...(replaced.get(each) ?? []), older]);
    }
  }
  return replaced;
}

/** 'Windows 2000 Server SP1', one name a service pack; the product alone where none is named. */
function namesOf(product: string, { servicePacks }: AffectedByPatch, names: ReadonlyMap<string, string>): string[] {
  const levels = servicePacks.map((id) => {
    const [, level, release] = LEVEL.exec(names.get(id) ?? '') ?? [];
    return level === undefined ? (release ?? '') : `SP${level}`;
  });
  return [...new Set(levels.length === 0 ? [''] : levels)].map((level) => `${spelled(product)} ${level}`.trim());
}

/** 'Windows NT4' and '(when available)' as others write them. */
const spelled = (name: string): string => name.replace(/\bNT ?4\b(?!\.)/, 'NT 4.0').replace(/ ?\(when available\)/, '');
