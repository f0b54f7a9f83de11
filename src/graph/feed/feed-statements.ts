import type { AdvisoryTable } from '../../model/advisories.ts';
import type { EdgeTable } from '../edge-table.ts';
import type { NodeTable } from '../node-table.ts';
import type { ProductLinks } from '../product-links.ts';
import type { RequirementGroups } from '../requirement-groups.ts';
import { articleKey, type TargetResolver } from '../target-resolver.ts';
import { scopeOf } from './product-scope.ts';

/** What statements need of the builder. */
export interface StatementTables {
  nodes: NodeTable;
  edges: EdgeTable;
  links: ProductLinks;
  resolver: TargetResolver;
  groups: RequirementGroups;
}

/** Makes edges of what feeds say beside their rows: `requires` with its alternatives, `ships`, `fixed-in`, `publishes`. */
export function addFeedStatements({ statements, sources, products }: AdvisoryTable, tables: StatementTables): void {
  const { nodes, edges, links, resolver, groups } = tables;
  const members = new Map<string, string[]>();
  const groupOf = ({ article, group, evidence }: (typeof statements)[number]) =>
    `${evidence.source} ${article} ${group}`;
  for (const statement of statements) {
    if (statement.group === undefined) continue;
    const { kind, key } = resolver.resolve(statement.target, resolver.contextOf([]));
    const known = members.get(groupOf(statement)) ?? [];
    members.set(groupOf(statement), known);
    known.push(`${kind}:${key}`);
  }
  for (const statement of statements) {
    const { kind, article, target: named, scope, isOfProduct, group, file, evidence } = statement;
    const affected = products[evidence.product];
    const source = nodes.merge('article', articleKey(article), `KB${article}`);
    const context = resolver.contextOf(scope?.product === undefined ? [] : [scope.product]);
    const target = resolver.resolve(named, context);
    const node = nodes.merge(target.kind, target.key, target.label);
    if (node === source) continue;
    if (target.spelling !== null) nodes.spell(node, target.spelling, target.asPrinted);
    if (target.servicePack !== null) links.sawServicePack(node, target.servicePack, null);
    else if (target.product !== null) links.sawProduct(node, target.product);
    const edge = {
      kind,
      source,
      target: node,
      basis: 'feed' as const,
      rule: sources[evidence.source]?.feed ?? 'feed',
      scope: isOfProduct && affected !== undefined ? scopeOf(affected) : resolver.scope(scope),
      group: group === undefined ? null : groups.numberOf(source, members.get(groupOf(statement)) ?? []),
      orLater: false,
      file: file ?? null,
    };
    edges.merge(edge, [{ article, copy: 0, from: 0, to: 0, record: evidence }]);
  }
}
