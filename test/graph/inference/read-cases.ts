import { readdirSync, readFileSync } from 'node:fs';
import { createGraphBuilder } from '../../../src/graph/graph-builder.ts';
import type { ContainmentNote, ExtractedArticle } from '../../../src/model/extracted.ts';
import type { KnowledgeGraph } from '../../../src/model/graph.ts';
import type { InstallationNote } from '../../../src/model/installation.ts';
import type { Relation, Scope } from '../../../src/model/relation.ts';
import { article, said, ships, states } from '../articles.ts';

/** One case: articles by what they state, and the edges that are inferred from them, one a line. */
export interface InferenceCase {
  title: string;
  articles: ExtractedArticle[];
  expected: string[];
}

const folder = new URL('cases/', import.meta.url);
const KEYWORDS: Record<string, (rest: string) => Partial<ExtractedArticle> & { relation?: Relation }> = {
  applies: (rest) => ({ relation: states('appliesTo', { product: rest }) }),
  fixed: (rest) => ({ relation: states('fixedIn', { servicePack: named(rest).name }, scoped(rest)) }),
  requires: (rest) => ({ relation: states('requires', { servicePack: named(rest).name }, scoped(rest)) }),
  includes: (rest) => ({ relation: states('includes', { article: rest }) }),
  supersedes: (rest) => ({ relation: states('supersedes', { article: named(rest).name }, scoped(rest)) }),
  publishes: (rest) => ({ publishes: [{ fix: rest, evidence: said() }] }),
  excludes: (rest) => ({ installation: [{ says: 'excludes', article: rest, evidence: said() } as InstallationNote] }),
  lacks: (rest) => {
    const [servicePack = '', lacked = ''] = rest.split(' ');
    return { containment: [{ says: 'lacks', servicePack, lacked, evidence: said() } as ContainmentNote] };
  },
  keeps: (rest) => ({ containment: [{ says: 'keeps', article: rest, evidence: said() } as ContainmentNote] }),
  cumulative: () => ({ containment: [{ says: 'later-contains-earlier', evidence: said() } as ContainmentNote] }),
  keywords: (rest) => ({ keywords: rest.split(' ') }),
  ships: (rest) => ({ relation: row(rest) }),
};

/** Reads every case of a file in `cases/`: '# title', the articles with what they state, '==>' and the edges. */
export function readCases(file: string): InferenceCase[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [given = '', expected = ''] = block.split(/^==>$/m);
      const [title = '', ...lines] = given.split('\n');
      return { title: title.trim(), articles: readArticles(lines), expected: filled(expected.split('\n')) };
    });
}

export const caseFiles: readonly string[] = readdirSync(folder).sort();

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

function readArticles(lines: readonly string[]): ExtractedArticle[] {
  const articles: ExtractedArticle[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    if (!line.startsWith(' ')) {
      const [id = '', ...title] = line.split(' ');
      articles.push(article(id, [], { title: title.join(' ') || `Title of ${id}` }));
      continue;
    }
    const [, keyword = '', rest = ''] = /^\s+(\S+) ?(.*)$/.exec(line) ?? [];
    const last = articles.at(-1);
    const read = KEYWORDS[keyword];
    if (last === undefined || read === undefined) throw new Error(`A case says what nobody reads: ${line}`);
    const { relation, ...more } = read(rest);
    if (relation !== undefined) last.relations.push(relation);
    Object.assign(last, more);
  }
  return articles;
}

/** 'Ese.dll 5.5.2651.81 1999-02-01 123456 (x86) for Exchange Server 5.5 in German' */
function row(rest: string): Relation {
  const { name } = named(rest);
  const platform = /\(([^)]+)\)/.exec(name)?.[1] ?? null;
  const [file = '', ...values] = name
    .replace(/\([^)]+\)/, '')
    .trim()
    .split(/ +/);
  const version = values.find((value) => /^\d+[.(]/.test(value)) ?? null;
  const date = values.find((value) => /^\d{4}-\d\d-\d\d$/.test(value)) ?? null;
  const size = values.find((value) => /^\d+$/.test(value));
  return ships(file.toLowerCase(), {
    version,
    date,
    platform,
    size: size === undefined ? null : Number(size),
    ...scoped(rest),
  });
}

const SCOPE = / (for|in|branch|release|strength) (.+?)(?= (?:in|branch|release|strength) |$)/g;

function named(rest: string): { name: string } {
  return { name: rest.replace(SCOPE, '').trim() };
}

function scoped(rest: string): { scope?: Scope } {
  const fields = {
    for: 'product',
    in: 'language',
    branch: 'branch',
    release: 'release',
    strength: 'encryption',
  } as const;
  const scope: Scope = {};
  for (const [, word, value] of rest.matchAll(SCOPE)) scope[fields[word as keyof typeof fields]] = value ?? '';
  return Object.keys(scope).length > 0 ? { scope } : {};
}

export function build(articles: readonly ExtractedArticle[]): KnowledgeGraph {
  const builder = createGraphBuilder();
  for (const each of articles) builder.add(each);
  return builder.finish({ builtAt: '', paths: [], filesRead: articles.length, diagnostics: {}, feeds: [] });
}

/** '1002 supersedes 1001 [newer-files; Exchange Server 5.5; SP3] Ese.dll …', for each inferred edge but those of products. */
export function inferred({ nodes, edges }: KnowledgeGraph): string[] {
  const name = (index: number) => nodes[index]?.id.replace(/^(?:article|service-pack|fix):/, '');
  return edges
    .filter(({ basis, rule }) => basis === 'inferred' && rule !== 'graph/product-lines')
    .map(({ kind, source, target, rule, scope, because }) => {
      const held = [rule.replace('graph/', ''), ...Object.values(scope ?? {})].join('; ');
      return `${name(source)} ${kind} ${name(target)} [${held}] ${because}`;
    });
}
