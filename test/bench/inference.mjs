// What the graph of the real corpus states and infers, held against a list of the same era that a hand made:
// which patch replaces which, which service pack first has it, which file versions it carries.
// node test/bench/inference.mjs [GRAPH]    (without a graph, the corpus is built in memory, which takes a minute)
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import { corpus, requireCorpus } from './measure.mjs';

const feed = fileURLToPath(new URL('../../../shared/feeds/mssecure-2001-10-04.xml', import.meta.url));
requireCorpus();
if (!existsSync(feed)) {
  console.log(`skipped: there is no ${feed} (the list of patches lies beside the project, and is no part of it)`);
  process.exit(0);
}
const dist = new URL('../../dist/', import.meta.url);
const { buildGraph, openStore } = await import(new URL('index.js', dist).href);
const { identifyProduct } = await import(new URL('graph/identity/identify-product.js', dist).href);
const { HOST_FAMILIES } = await import(new URL('model/host-families.js', dist).href);
const { compareVersions, readVersion } = await import(new URL('graph/inference/version.js', dist).href);
const EXAMPLES = 5;

const { nodes, edges, report } =
  process.argv[2] === undefined ? await buildGraph([corpus]) : openStore(process.argv[2]).loadGraph();
const patches = readPatches(readFileSync(feed, 'utf8'));
const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
const present = (article) => nodes[indexes.get(`article:${article}`)]?.status === 'present';
const byKind = groupBy(edges, ({ kind }) => kind);
const older = groupBy(byKind.get('supersedes') ?? [], ({ source }) => source);
const newer = groupBy(byKind.get('supersedes') ?? [], ({ target }) => target);

console.log('inferred edges by rule');
for (const [rule, count] of Object.entries(report.inferredByRule)) console.log(`  ${rule.padEnd(36)} ${count}`);
comparePairs();
compareCorrections();
compareFiles();

/** Every patch, known by its bulletin and its name, with the one article that it stands for, where that is clear. */
function readPatches(xml) {
  const root = parse(xml);
  const find = (element, name) =>
    element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);
  const products = new Map(find(root, 'Product').map(({ attributes: a }) => [a.ProductID, a.Name]));
  const packs = new Map(find(root, 'ServicePack').map(({ attributes: a }) => [a.ServicePackID, a.Name]));
  const builds = new Map(
    find(root, 'File').flatMap((file) =>
      find(file, 'FileChange').map(({ attributes: a }) => [
        a.FileChangeID,
        { file: file.attributes.Name.toLowerCase(), version: a.Version, date: a.Date },
      ]),
    ),
  );
  const found = new Map();
  for (const bulletin of find(root, 'Bulletin')) {
    const numbers = find(bulletin, 'QNumber')
      .flatMap(({ attributes: a }) => a.QNumber.match(/\d{5,6}/) ?? [])
      .map(String);
    for (const patch of find(bulletin, 'Patch')) {
      const { PatchName, SQNumber, SBID } = patch.attributes;
      const own = /\d{5,6}/.exec(SQNumber)?.[0];
      // A patch that names no article is its bulletin's only one; of several, it is not known which.
      const article = own ?? (new Set(numbers).size === 1 ? numbers[0] : null);
      found.set(keyOf(bulletin.attributes.BulletinID, PatchName), {
        bulletin: bulletin.attributes.BulletinID,
        name: PatchName.trim(),
        article,
        supersededBy: SBID,
        products: find(patch, 'AffectedProduct').map(({ attributes: a }) => ({
          name: products.get(a.ProductID) ?? '',
          fixedIn: packs.get(a.FixedInSP) ?? null,
        })),
        builds: find(patch, 'FileChg').flatMap(({ attributes: a }) => builds.get(a.FileChangeID) ?? []),
      });
    }
  }
  const lists = new Map(
    find(root, 'SupercededBy').map((list) => [
      list.attributes.SBID,
      find(list, 'SupercededBulletin').flatMap((bulletin) =>
        find(bulletin, 'SupercededPatch').map((patch) =>
          keyOf(bulletin.attributes.BulletinID, patch.attributes.PatchName),
        ),
      ),
    ]),
  );
  for (const patch of found.values())
    patch.superseders = (lists.get(patch.supersededBy) ?? []).map((key) => found.get(key) ?? { key });
  return [...found.values()];
}

function keyOf(bulletin, name) {
  return `${bulletin.trim()} ${name.trim().toLowerCase()}`;
}

function parse(xml) {
  const root = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [] };
        open.at(-1).children.push(element);
        open.push(element);
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root;
}

/** The families that a patch is for, as scopes name them, with what comes with them: a patch of Windows may be one of its IIS. */
function familiesOf({ products }) {
  const families = products.flatMap(({ name }) => identifyProduct(name).product?.family ?? []);
  const hosted = Object.entries(HOST_FAMILIES).filter(([, host]) => families.some(({ key }) => key === host));
  const labels = hosted.flatMap(([family]) => nodes[indexes.get(`family:${family}`)]?.label ?? []);
  return new Set([...families.map(({ label }) => label), ...labels]);
}

/** How one node replaces another: the edges of the shortest way within one of the products, or null. */
function wayTo(from, to, products) {
  for (const product of products.size === 0 ? [null] : products) {
    const way = wayWithin(from, to, product);
    if (way !== null) return way;
  }
  return null;
}

function wayWithin(from, to, product) {
  const seen = new Map([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    for (const edge of older.get(at) ?? []) {
      if (seen.has(edge.target) || (product !== null && (edge.scope?.product ?? product) !== product)) continue;
      seen.set(edge.target, edge);
      if (edge.target === to) {
        const way = [];
        for (let step = edge; step !== null; step = seen.get(step.source)) way.unshift(step);
        return way;
      }
      queue.push(edge.target);
    }
  }
  return null;
}

function comparePairs() {
  const pairs = new Map();
  let unclear = 0;
  let same = 0;
  for (const patch of patches) {
    for (const superseder of patch.superseders) {
      if (!patch.article || !superseder.article) unclear++;
      else if (patch.article === superseder.article) same++;
      else pairs.set(`${superseder.article} ${patch.article}`, { newer: superseder, older: patch });
    }
  }
  const askable = [...pairs.values()].filter((pair) => present(pair.newer.article) && present(pair.older.article));
  const judged = askable.map((pair) => {
    const [a, b] = [indexes.get(`article:${pair.newer.article}`), indexes.get(`article:${pair.older.article}`)];
    const products = familiesOf(pair.older);
    const way = wayTo(a, b, products);
    const between = (kind, from, to) => (byKind.get(kind) ?? []).find((e) => e.source === from && e.target === to);
    return {
      ...pair,
      way,
      against: way ? null : wayTo(b, a, products),
      one: way ? null : (between('same-build', a, b) ?? between('same-build', b, a)),
      part: way ? null : between('contains-newer', a, b),
    };
  });
  const found = judged.filter(({ way }) => way);
  const against = judged.filter(({ against }) => against);
  const named = (pair) =>
    `${pair.newer.bulletin} ${pair.newer.name} (${pair.newer.article}) over ${pair.older.bulletin} ${pair.older.name} (${pair.older.article})`;
  console.log(
    `\nsupersession pairs: ${pairs.size} of two articles (${unclear} of no clear article, ${same} of one article in two releases)`,
  );
  console.log(`  between articles of the corpus  ${askable.length}`);
  console.log(
    `  stated or inferred              ${found.length}, of these stated alone ${found.filter(({ way }) => way.every((e) => e.basis === 'stated')).length}`,
  );
  console.log(`  recall                          ${share(found.length, askable.length)}`);
  console.log(`  the same builds (one package)   ${judged.filter(({ one }) => one).length}`);
  console.log(`  partly (contains-newer)         ${judged.filter(({ part }) => part).length}`);
  console.log(`  contradicted                    ${against.length}`);
  console.log('  per superseder: found of asked, of listed');
  for (const [article, list] of groupBy([...pairs.values()], (pair) => pair.newer.article)) {
    const asked = judged.filter((pair) => pair.newer.article === article);
    console.log(
      `    ${article} ${list[0].newer.bulletin.padEnd(9)} ${asked.filter(({ way }) => way).length} of ${asked.length}, of ${list.length}${present(article) ? '' : '  (not in the corpus)'}`,
    );
  }
  const missed = judged.filter((pair) => !pair.way && !pair.against && !pair.one);
  const files = groupBy(byKind.get('ships') ?? [], ({ source }) => idOf(source));
  const reasonOf = ({ newer: a, older: b }) => {
    const [own, others] = [a, b].map(({ article }) => new Set((files.get(article) ?? []).map(({ target }) => target)));
    if (others.size === 0) return 'the older article lists no file';
    if (own.size === 0) return 'the newer article lists no file';
    const lacking = [...others].filter((file) => !own.has(file));
    if (lacking.length === others.size) return 'they list no file in common';
    return lacking.length > 0
      ? 'the newer article lists not all of the files'
      : 'for this product, or in this order, the files do not tell';
  };
  console.log(`  missed                          ${missed.length}`);
  for (const [reason, list] of groupBy(missed, reasonOf)) console.log(`    ${reason.padEnd(56)} ${list.length}`);
  examples(
    'missed',
    missed,
    (pair) => `${named(pair)}: ${pair.part ? `partly, ${pair.part.because}` : reasonOf(pair)}`,
  );
  examples(
    'contradicted',
    against,
    (pair) => `${named(pair)}: ${pair.against.map((e) => e.because ?? e.rule).join(' / ')}`,
  );

  // The other way round: what we say of two articles that both are patches of the list, and the list does not.
  const listed = new Map();
  for (const patch of patches) if (patch.article) listed.set(indexes.get(`article:${patch.article}`), patch);
  const closure = closureOf([...pairs.keys()]);
  const ours = (byKind.get('supersedes') ?? []).filter(
    ({ source, target }) => listed.has(source) && listed.has(target),
  );
  const direct = new Map(ours.map((edge) => [`${edge.source} ${edge.target}`, edge]));
  const agreed = [...direct.values()].filter(({ source, target }) => closure.has(`${idOf(source)} ${idOf(target)}`));
  const reversed = [...direct.values()].filter(({ source, target }) => closure.has(`${idOf(target)} ${idOf(source)}`));
  console.log(
    `  our pairs between its articles  ${direct.size}: it agrees with ${agreed.length} (precision ${share(agreed.length, direct.size)}), has ${reversed.length} the other way, and is silent on the others`,
  );
  const others = [...direct.values()].filter((edge) => !agreed.includes(edge));
  for (const [rule, list] of groupBy([...direct.values()], ({ rule }) => rule))
    console.log(`    ${rule.padEnd(34)} ${list.filter((edge) => agreed.includes(edge)).length} of ${list.length}`);
  examples(
    'only ours',
    others,
    (edge) =>
      `${idOf(edge.source)} over ${idOf(edge.target)} ${JSON.stringify(edge.scope)}: ${edge.because ?? edge.rule}`,
  );
}

function closureOf(pairs) {
  const steps = groupBy(
    pairs.map((pair) => pair.split(' ')),
    ([from]) => from,
  );
  const closure = new Set();
  for (const from of steps.keys()) {
    const queue = [from];
    for (const at of queue) {
      for (const [, to] of steps.get(at) ?? []) {
        if (closure.has(`${from} ${to}`)) continue;
        closure.add(`${from} ${to}`);
        queue.push(to);
      }
    }
  }
  return closure;
}

function idOf(index) {
  return nodes[index].id.slice('article:'.length);
}

function compareCorrections() {
  const facts = new Map();
  for (const { article, products, bulletin, name } of patches) {
    if (!article || !present(article)) continue;
    for (const { name: product, fixedIn } of products) {
      const owner = identifyProduct(product).product;
      const pack = fixedIn === null ? null : identifyProduct(fixedIn.replace(/NT4/, 'NT 4.0').replace(/\(.*\)/, ''));
      if (!owner?.known || !pack?.level) continue;
      const family = pack.product?.family.key ?? owner.family.key;
      facts.set(`${article} ${family}`, { article, family, level: pack.level, bulletin, name });
    }
  }
  const judged = [...facts.values()].map((fact) => {
    const index = indexes.get(`article:${fact.article}`);
    const packs = (newer.get(index) ?? []).filter(
      ({ source }) => nodes[source].kind === 'service-pack' && nodes[source].attributes.family === fact.family,
    );
    return { ...fact, ours: packs.map(({ source }) => nodes[source].attributes.level) };
  });
  // The list names the pack that took a withdrawn one's place.
  const isOurs = ({ level, ours }) => ours.includes(level) || (level === '6a' && ours.includes('6'));
  const agreed = judged.filter(isOurs);
  const other = judged.filter((fact) => fact.ours.length > 0 && !isOurs(fact));
  console.log(`\nfixed-in facts of articles of the corpus: ${judged.length}`);
  console.log(
    `  agreed ${agreed.length} (recall ${share(agreed.length, judged.length)}), another level ${other.length}, none of ours ${judged.length - agreed.length - other.length}`,
  );
  console.log(`  precision where both speak ${share(agreed.length, agreed.length + other.length)}`);
  const named = ({ bulletin, name, article, family, level, ours }) =>
    `${bulletin} ${name} (${article}): ${family} SP${level}, ours ${ours.length > 0 ? ours.map((each) => `SP${each}`).join(' ') : 'none'}`;
  examples('another level', other, named);
  examples(
    'none of ours',
    judged.filter(({ ours }) => ours.length === 0),
    named,
  );
}

function compareFiles() {
  const ships = groupBy(byKind.get('ships') ?? [], ({ source }) => source);
  const judged = new Map();
  for (const { article, builds, bulletin, name } of patches) {
    if (!article || !present(article)) continue;
    const rows = (ships.get(indexes.get(`article:${article}`)) ?? []).map(({ target, file }) => ({
      ...file,
      name: nodes[target].label,
    }));
    if (rows.length === 0) continue;
    for (const { file, version, date } of builds) {
      const listed = readVersion(version);
      const own = rows.filter((row) => row.name === file);
      const versions = own
        .flatMap((row) => (row.version === null ? [] : [readVersion(row.version)]))
        .filter((each) => each !== null);
      const iso = date.replaceAll('/', '-');
      const isNear = own.some(
        (row) => row.date !== null && Math.abs(Date.parse(row.date) - Date.parse(iso)) <= 2 * 86_400_000,
      );
      const verdict =
        own.length === 0
          ? 'not listed by the article'
          : listed && versions.length > 0
            ? versions.some((each) => compareVersions(each, listed) === 0)
              ? 'same version'
              : 'another version'
            : isNear
              ? 'same date, within two days'
              : own.some((row) => row.date !== null)
                ? 'another date'
                : 'neither version nor date';
      judged.set(`${bulletin} ${name} ${file} ${version}`, {
        verdict,
        text: `${bulletin} ${name} (${article}) ${file} ${version} ${iso}, ours ${own
          .map((row) => `${row.version ?? '-'} ${row.date ?? '-'} ${row.platform ?? ''}`)
          .slice(0, 3)
          .join(', ')}`,
      });
    }
  }
  console.log(`\nfile versions of patches whose articles list files: ${judged.size}`);
  for (const [verdict, list] of groupBy(judged.values(), ({ verdict }) => verdict))
    console.log(`  ${verdict.padEnd(28)} ${list.length}`);
  for (const verdict of ['another version', 'another date', 'not listed by the article'])
    examples(
      verdict,
      [...judged.values()].filter((each) => each.verdict === verdict),
      ({ text }) => text,
    );
}

function share(part, whole) {
  return whole === 0 ? '-' : (part / whole).toFixed(2);
}

function examples(title, all, textOf) {
  if (all.length === 0) return;
  console.log(`  ${title}, ${Math.min(EXAMPLES, all.length)} of ${all.length}:`);
  const step = Math.max(1, Math.floor(all.length / EXAMPLES));
  for (let at = 0; at < all.length && at < step * EXAMPLES; at += step) console.log(`    ${textOf(all[at])}`);
}

function groupBy(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
