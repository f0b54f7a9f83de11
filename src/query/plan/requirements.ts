import type { EdgeView, GraphView } from '../../model/graph-view.ts';
import { type ProductScope, productsOf } from '../product-scope.ts';
import { openSlice } from '../slice.ts';
import { groupsOf, type Item, type ItemTable, type Requirement } from './items.ts';
import { isAtLeast, isWithdrawn, levelName, levelsOf, rungsOf, standing } from './ladder.ts';
import type { Replacements, Standing } from './replacements.ts';
import { areRivals, holdsHere, isOperatingSystem, type Setting } from './setting.ts';

/** What one alternative of a requirement comes to. */
type Verdict = { met: string; members?: number[] } | { members: number[]; remark?: string } | { remark: string };

/** What an item requires in a setting; what is needed is added to the table. */
export function requirementsOf(
  view: GraphView,
  item: Item,
  setting: Setting,
  table: ItemTable,
  replacements: Replacements,
): Requirement[] {
  if (item.kind !== 'fix') return [];
  const slice = openSlice(view, ['requires', 'publishes']);
  const own = productsOf(view, item.node);
  const edges = slice.out(item.node).filter((edge) => edge.kind === 'requires' && applies(view, edge, own, setting));
  const requirements: Requirement[] = [];
  const seen = new Set<string>();
  for (const group of groupsOf(edges)) {
    const requirement = combine(
      group,
      group.map((edge) => judge(view, edge, item.node, setting, table, replacements)),
    );
    const key = JSON.stringify([[...requirement.members].sort(), requirement.met, requirement.remark]);
    if (seen.has(key)) continue;
    seen.add(key);
    requirements.push(requirement);
  }
  const asksForPack = edges.some((edge) => view.node(edge.target).attributes.family === setting.product.family);
  const posted = asksForPack ? null : postedFor(view, item.node, setting, table);
  const placed = posted ?? (asksForPack ? null : listedFor(view, item.node, setting, table));
  return placed === null ? requirements : [...requirements, placed];
}

/** Whether a requirement is one of this setting: not another product's package, not a rival's service pack. */
function applies(view: GraphView, edge: EdgeView, own: readonly ProductScope[], setting: Setting): boolean {
  if (setting.stated && edge.basis === 'inferred') return false;
  if (!holdsHere(edge.scope, setting)) return false;
  if (edge.scope?.product !== undefined) return true;
  const [target] = productsOf(view, edge.target);
  if (target === undefined || view.node(edge.target).kind !== 'service-pack') return true;
  // 'Windows NT 4.0 SP6a' beside 'Windows 2000 SP2' in an article on both: each is asked of its own product.
  return !(areRivals(target, setting.product) && own.some(({ family }) => family === target.family));
}

function combine(edges: EdgeView[], verdicts: readonly Verdict[]): Requirement {
  const remarks = verdicts.flatMap((verdict) => ('remark' in verdict && verdict.remark ? [verdict.remark] : []));
  for (const verdict of verdicts) {
    if ('met' in verdict && verdict.members === undefined)
      return { members: [], edges, met: verdict.met, remark: null };
  }
  const members = [...new Set(verdicts.flatMap((verdict) => ('members' in verdict ? (verdict.members ?? []) : [])))];
  for (const verdict of verdicts) if ('met' in verdict) return { members, edges, met: verdict.met, remark: null };
  return { members, edges, met: null, remark: remarks.length === 0 ? null : [...new Set(remarks)].join('; ') };
}

function judge(
  view: GraphView,
  edge: EdgeView,
  requirer: number,
  setting: Setting,
  table: ItemTable,
  replacements: Replacements,
): Verdict {
  const { kind } = view.node(edge.target);
  if (kind === 'service-pack') return judgePack(view, edge, requirer, setting, table);
  if (kind === 'product' || kind === 'family') return judgeProduct(view, edge, setting, table);
  const installed = replacements.installed(edge.target);
  if (installed !== null) return { met: standingName(view, installed.by) };
  return { members: membersFor(view, edge.target, replacements, table) };
}

/** The items that stand for a fix: what replaces it now first, then it, then what replaced it in between. */
export function membersFor(view: GraphView, node: number, replacements: Replacements, table: ItemTable): number[] {
  const standings = replacements.of(node).filter((each) => isPlannable(view, each, node));
  const rank = (each: Standing) => (each.isCurrent ? 0 : each.kind === 'node' && each.node === node ? 1 : 2);
  return [...standings].sort((a, b) => rank(a) - rank(b) || b.steps - a.steps).map((each) => itemOf(each, table));
}

/** Whether something that stands for `asked` may be planned: no withdrawn service pack, no name of an article's fix. */
export function isPlannable(view: GraphView, each: Standing, asked: number): boolean {
  return each.kind === 'node' ? isPackage(view, each.node, asked) : !isWithdrawn(each.family, each.level);
}

/** A fix that articles publish is installed by its article. */
export function isPackage(view: GraphView, node: number, asked: number): boolean {
  if (node === asked || view.node(node).kind !== 'fix') return true;
  return !openSlice(view, ['requires', 'publishes'])
    .in(node)
    .some(({ kind }) => kind === 'publishes');
}

export function itemOf(each: Standing, table: ItemTable): number {
  return each.kind === 'node' ? table.fix(each.node) : table.servicePack(each.family, each.level);
}

export function standingName(view: GraphView, each: Standing): string {
  if (each.kind === 'service-pack') return levelName(each.level);
  const { id, label, kind } = view.node(each.node);
  return kind === 'article' ? id.slice('article:'.length) : label;
}

function judgePack(view: GraphView, edge: EdgeView, requirer: number, setting: Setting, table: ItemTable): Verdict {
  const { attributes, label } = view.node(edge.target);
  const { product, host } = setting;
  const level = attributes.level ?? '';
  let family = attributes.family ?? product.family;
  let name = label;
  const [target] = productsOf(view, edge.target);
  if (target !== undefined && areRivals(target, product)) {
    // Terminal Server's section often names 'Windows NT 4.0 SP4': its own ladder's rung is meant, if it has one.
    if (target.line !== product.line || !(levelsOf(product.family)?.includes(level) ?? false)) {
      return { remark: `${label} is of another ladder than ${product.label}` };
    }
    family = product.family;
    name = `${label} (read as that of ${product.label})`;
  }
  const has = host.levels.get(family);
  if (has !== undefined && edge.orLater && isAtLeast(family, has, level)) return { met: levelName(has) };
  // Once a plan goes on to a later one, this is no longer met.
  if (has === level) return { met: levelName(has), members: [table.servicePack(family, has)] };
  if (has !== undefined && isWithdrawn(family, level) && has === standing(family, level))
    return { met: levelName(has) };
  if (has !== undefined && listsLevel(view, requirer, family, has)) {
    return { met: `${levelName(has)}, which the article lists among what it applies to` };
  }
  const wanted = standing(family, level);
  if (has !== undefined && isAtLeast(family, has, wanted)) {
    return {
      remark: `needs ${name} itself; with ${levelName(has)}, which is not known to contain it, it is not known to install here`,
    };
  }
  const rungs = rungsOf(family);
  const levels = edge.orLater && rungs !== null ? rungs.filter((rung) => isAtLeast(family, rung, wanted)) : [wanted];
  const members = levels.toReversed().map((rung) => table.servicePack(family, rung));
  if (wanted !== level) return { members, remark: `${label} was withdrawn: ${levelName(wanted)} stands for it` };
  return name === label ? { members } : { members, remark: name };
}

/** Whether an article names this level among what it applies to. */
function listsLevel(view: GraphView, article: number, family: string, level: string): boolean {
  return openSlice(view, ['applies-to'])
    .out(article)
    .some(({ target }) => {
      const { kind, attributes } = view.node(target);
      return kind === 'service-pack' && attributes.family === family && attributes.level === level;
    });
}

function judgeProduct(view: GraphView, edge: EdgeView, { product, host }: Setting, table: ItemTable): Verdict {
  const [target] = productsOf(view, edge.target);
  const { label } = view.node(edge.target);
  if (target === undefined) return { members: [table.product(edge.target)] };
  const here = [product, ...host.products];
  const found = here.find((each) => isProduct(each, target, edge.orLater));
  if (found !== undefined) return { met: found.label };
  if (isOperatingSystem(target)) {
    const runs = here.find(isOperatingSystem);
    return runs === undefined
      ? { met: `${label}, which is taken for granted` }
      : { remark: `needs ${label}, not ${runs.label}` };
  }
  return { members: [table.product(edge.target)] };
}

function isProduct(has: ProductScope, wanted: ProductScope, orLater: boolean): boolean {
  if (has.family === wanted.family) {
    const words = new Set(has.key.split('-'));
    return (
      has.key === has.family || wanted.key === wanted.family || wanted.key.split('-').every((word) => words.has(word))
    );
  }
  if (has.line !== wanted.line) return false;
  return wanted.version === null || (orLater && compareVersions(has.version, wanted.version) > 0);
}

/** Compares dotted versions number by number; 0 where one is none. */
function compareVersions(a: string | null, b: string | null): number {
  if (a === null || b === null || !/^\d[\d.]{0,30}$/.test(a) || !/^\d[\d.]{0,30}$/.test(b)) return 0;
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A fix that was posted below '…/hotfixes-postSP3/' is for that service pack. */
function postedFor(view: GraphView, node: number, setting: Setting, table: ItemTable): Requirement | null {
  const { product, host } = setting;
  const edges = openSlice(view, ['requires', 'publishes'])
    .out(node)
    .filter(({ kind, scope }) => kind === 'publishes' && scope?.product !== undefined && holdsHere(scope, setting));
  const levels = edges.flatMap(
    ({ scope }) => /SP(\d{1,2}[a-z]?)$/i.exec(scope?.baseline ?? '')?.[1]?.toLowerCase() ?? [],
  );
  const known = levels.filter((level) => levelsOf(product.family)?.includes(level) ?? true);
  const [first] = known;
  if (first === undefined) return null;
  const has = host.levels.get(product.family);
  const base = { edges, remark: `it was posted as a post-${levelName(first)} hotfix` };
  if (has !== undefined && known.some((level) => isAtLeast(product.family, has, level))) {
    return { ...base, members: [], met: levelName(has) };
  }
  const members = known.map((level) => table.servicePack(product.family, standing(product.family, level)));
  return { ...base, members: [...new Set(members)], met: null };
}

/** 'Exchange Server 5.5 Post-SP3 Database Engine Fixes': fixes between two rungs of its one product's ladder. */
function titledFor(view: GraphView, node: number, family: string): string[] {
  const level = /\bpost[- ]?(?:SP|service pack) ?(\d{1,2}[a-z]?)\b/i.exec(view.node(node).label)?.[1]?.toLowerCase();
  const isSole = productsOf(view, node).every((each) => each.family === family);
  return level !== undefined && isSole && levelsOf(family)?.includes(level) === true ? [level] : [];
}

/** An article that lists service packs of a product and never the product itself is for those. */
function listedFor(view: GraphView, node: number, { product, host }: Setting, table: ItemTable): Requirement | null {
  const edges = openSlice(view, ['applies-to'])
    .out(node)
    .filter(({ target }) => view.node(target).attributes.family === product.family)
    // An article's own words are quoted rather than a feed's record.
    .sort((a, b) => Number(a.basis !== 'stated') - Number(b.basis !== 'stated'));
  const levels = edges.map(({ target }) => view.node(target).attributes.level);
  const { family } = product;
  const isListed = levels.length > 0 && !levels.includes(undefined);
  const listed = isListed ? levels.filter((level) => level !== undefined) : titledFor(view, node, family);
  if (listed.length === 0) return null;
  const has = host.levels.get(family);
  const names = [...new Set(listed)].map(levelName).join(', ');
  const rungs = [...new Set(listed.map((level) => standing(family, level)))];
  const ahead = rungs.filter((level) => has === undefined || !isAtLeast(family, has, level) || has === level);
  const members = ahead.toReversed().map((level) => table.servicePack(family, level));
  if (has !== undefined && listed.includes(has)) return { edges, members, met: levelName(has), remark: null };
  const remark =
    members.length > 0
      ? `it is for ${names}`
      : `is for ${names}; with ${levelName(has ?? '')}, which is not known to contain it, it is not known to install here`;
  return { edges, members, met: null, remark };
}
