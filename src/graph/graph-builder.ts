import type { AdvisoryTable } from '../model/advisories.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import { type EdgeEvidence, type GraphEdge, type KnowledgeGraph, RELATION_EDGES } from '../model/graph.ts';
import type { Evidence, Relation, Scope } from '../model/relation.ts';
import { createArticleCopies } from './article-copies.ts';
import { createBuildTally, type ReadingReport } from './build-tally.ts';
import { citedTitle } from './cited-title.ts';
import { createContainmentStatements } from './containment-statements.ts';
import { createEdgeTable } from './edge-table.ts';
import { addFeedRestarts } from './feed/feed-restarts.ts';
import { addFeedStatements } from './feed/feed-statements.ts';
import { feedTotals } from './feed/feed-totals.ts';
import { addFeedEdges } from './feed-edges.ts';
import { inferEdges } from './inference/infer-edges.ts';
import { layOutMap } from './map/lay-out-map.ts';
import { createNodeTable } from './node-table.ts';
import { createProductLinks } from './product-links.ts';
import { createRequirementGroups } from './requirement-groups.ts';
import { createStringPool } from './string-pool.ts';
import { type ArticleContext, articleKey, createTargetResolver, type ResolvedTarget } from './target-resolver.ts';

/** Merges articles, one by one in reading order, into one graph. Nothing of an article's text is kept. */
export interface GraphBuilder {
  /** Adds one article and returns the copy's ordinal for its id: 0 for the first. */
  add(article: ExtractedArticle): number;
  /** Adds what feeds say, all of it in one table. */
  addFeeds(table: AdvisoryTable): void;
  /** Makes the graph; the builder is spent afterwards. `reading` is what it cannot know itself. */
  finish(reading: ReadingReport): KnowledgeGraph;
}

/** Where a statement stands: the article's node, and what names a piece of its evidence. */
interface Place {
  node: number;
  key: string;
  copy: number;
  context: ArticleContext;
}

/** Makes a builder of an empty graph. */
export function createGraphBuilder(): GraphBuilder {
  const nodes = createNodeTable();
  const edges = createEdgeTable();
  const strings = createStringPool();
  const resolver = createTargetResolver();
  const links = createProductLinks(nodes, edges);
  const groups = createRequirementGroups();
  const copies = createArticleCopies(nodes, strings);
  const containment = createContainmentStatements();
  const tally = createBuildTally();
  let advisories: AdvisoryTable | undefined;

  function nodeOf(target: ResolvedTarget, evidence: EdgeEvidence | null): number {
    const node = nodes.merge(target.kind, target.key, target.label);
    if (target.spelling !== null) nodes.spell(node, strings.keep(target.spelling), target.asPrinted);
    if (target.servicePack !== null) links.sawServicePack(node, target.servicePack, evidence);
    else if (target.product !== null) links.sawProduct(node, target.product);
    return node;
  }

  function state(
    place: Place,
    target: number,
    statement: Pick<GraphEdge, 'kind' | 'rule' | 'scope'> & Partial<GraphEdge> & { reversed?: boolean },
    evidence: EdgeEvidence[],
  ): void {
    if (target === place.node) return;
    const { reversed = false, group = null, orLater = false, file = null, kind, rule, scope } = statement;
    const [source, end] = reversed ? [target, place.node] : [place.node, target];
    edges.merge({ kind, source, target: end, basis: 'stated', rule, scope, group, orLater, file }, evidence);
  }

  function addRelation(relation: Relation, place: Place, groupNumbers: Map<number, number>): void {
    const evidence = locate(relation.evidence, place);
    const target = resolver.resolve(relation.target, resolver.within(relation.scope, place.context));
    const node = nodeOf(target, evidence[0] ?? null);
    const scope = resolver.scope(scopeOf(relation, target));
    const rule = `extract/${relation.type}`;
    if (relation.type === 'ships') {
      const { date, size } = relation;
      const version = relation.version === null ? null : strings.keep(relation.version);
      const platform = relation.platform === null ? null : strings.keep(relation.platform);
      state(
        place,
        node,
        { kind: 'ships', rule, scope, file: { version, platform, date: keepOrNull(date), size } },
        evidence,
      );
      return;
    }
    const group = relation.group === undefined ? null : (groupNumbers.get(relation.group) ?? null);
    state(
      place,
      node,
      { ...RELATION_EDGES[relation.type], rule, scope, group, orLater: relation.orLater ?? false },
      evidence,
    );
  }

  /** Articles that are never read are called what those that cite them call them. */
  function spellCitations({ relations, text, span }: ExtractedArticle): void {
    for (const { type, target, evidence } of relations) {
      if (type !== 'references' || !('article' in target)) continue;
      const node = nodes.get('article', articleKey(target.article));
      if (node === undefined || nodes.nodes[node]?.status === 'present') continue;
      for (const { to } of evidence) {
        const title = citedTitle(text, to - span.from);
        if (title !== null) nodes.spell(node, strings.keep(title), true);
      }
    }
  }

  /** The copy that is shown tells how its fix is installed. */
  function keepInstallation({ installation = [] }: ExtractedArticle, place: Place): void {
    const attributes = nodes.nodes[place.node]?.attributes;
    if (attributes === undefined || installation.length === 0 || (attributes.copy ?? 0) !== place.copy) return;
    attributes.installation = installation.map(({ says, scope, article, evidence }) => ({
      says,
      scope: resolver.scope(scope),
      article: article === undefined ? null : articleKey(article),
      evidence: locate(evidence, place),
    }));
  }

  function keepOrNull(text: string | null): string | null {
    return text === null ? null : strings.keep(text);
  }

  /** The numbers that the groups of one copy have in the article as a whole. */
  function numberGroups(relations: readonly Relation[], place: Place): Map<number, number> {
    const members = new Map<number, string[]>();
    for (const relation of relations) {
      if (relation.type === 'ships' || relation.group === undefined) continue;
      const target = resolver.resolve(relation.target, resolver.within(relation.scope, place.context));
      const member = `${target.kind}:${target.key} ${JSON.stringify(resolver.scope(relation.scope))}`;
      members.set(relation.group, [...(members.get(relation.group) ?? []), member]);
    }
    return new Map([...members].map(([group, ids]) => [group, groups.numberOf(place.node, ids)]));
  }

  return {
    add(article) {
      const key = articleKey(article.id);
      const { node, copy } = copies.add(key, article);
      const appliesTo = article.relations.flatMap(({ type, target }) =>
        type === 'appliesTo' && 'product' in target ? [target.product] : [],
      );
      const place: Place = { node, key, copy, context: resolver.contextOf(appliesTo) };
      const groupNumbers = numberGroups(article.relations, place);
      for (const relation of article.relations) addRelation(relation, place, groupNumbers);
      spellCitations(article);
      for (const { fix, evidence, scope } of article.publishes ?? []) {
        const located = locate(evidence, place);
        const target = nodeOf(resolver.resolve({ fix }, resolver.within(scope, place.context)), null);
        state(place, target, { kind: 'publishes', rule: 'extract/publishes', scope: resolver.scope(scope) }, located);
      }
      for (const { target, evidence } of article.mentions ?? []) {
        const mentioned = nodeOf(resolver.resolve(target, place.context), null);
        state(place, mentioned, { kind: 'mentions', rule: 'extract/mentions', scope: null }, locate(evidence, place));
      }
      keepInstallation(article, place);
      for (const note of article.containment ?? [])
        containment.add(note, { node, families: place.context.products, evidence: locate(note.evidence, place) });
      tally.count(article, appliesTo.length > 0);
      return copy;
    },
    addFeeds(table) {
      advisories = table;
      addFeedEdges(table, nodes, edges, links);
      addFeedRestarts(table, nodes);
      addFeedStatements(table, { nodes, edges, links, resolver, groups });
    },
    finish(reading) {
      links.finish();
      const { edges: inferred, diagnostics } = inferEdges(nodes.nodes, edges.edges, containment, advisories);
      for (const { evidence, ...edge } of inferred)
        edges.merge({ ...edge, basis: 'inferred', group: null, orLater: false, file: null }, evidence);
      tally.diagnose(diagnostics);
      const order = nodes.finish();
      strings.clear();
      const newByOld = new Uint32Array(order.length);
      order.forEach((old, position) => {
        newByOld[old] = position;
      });
      const ordered = Array.from(order, (old) => nodes.nodes[old]).filter((node) => node !== undefined);
      const finished = edges.finish(newByOld);
      return {
        nodes: ordered,
        edges: finished,
        map: layOutMap(ordered, finished),
        report: {
          ...tally.report(reading, ordered, finished),
          ...(advisories && { feedTotals: feedTotals(advisories) }),
        },
        ...(advisories && { advisories }),
      };
    },
  };
}

function locate(evidence: readonly Evidence[], { key, copy }: Place): EdgeEvidence[] {
  return evidence.map(({ from, to }) => ({ article: key, copy, from, to }));
}

/** An applies-to line that names one product's service pack ('Windows NT Server 4.0 SP6a') keeps that product as its scope. */
function scopeOf(relation: Relation, { servicePack }: ResolvedTarget): Scope | undefined {
  const { scope, type } = relation;
  const product = servicePack?.product;
  if (type !== 'appliesTo' || scope?.product !== undefined || !product) return scope;
  return product.key === product.family.key ? scope : { ...scope, product: product.label };
}
