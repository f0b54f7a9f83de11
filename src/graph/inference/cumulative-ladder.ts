import type { GraphNode } from '../../model/graph.ts';
import { identifyProduct } from '../identity/identify-product.ts';
import type { InferenceFacts } from './facts.ts';
import type { InferenceRule, InferredEdge } from './inference-rule.ts';

/** Where a cumulative package stands: its series, and its place in it. */
interface Place {
  /** What must be the same for two packages to follow each other: kind, family, service pack, platform. */
  series: string;
  /** A number, or a month as YYYYMM. */
  order: number;
  /** 'Cumulative Update 5', 'June 2018' */
  name: string;
}

/** 'Exchange Server 2007 SP1 RU3', as fixes that count within a product are called. */
const COUNTED_FIX = /^(.{1,120}?)(?: (SP\d{1,2}[a-z]?))? (RU|CU|SRP)(\d{1,3})$/;
/** 'Cumulative Update 5 for SQL Server 2008 SP1', 'Update Rollup 3 for Exchange 2007', 'cumulative update package 8'. */
const NUMBERED =
  /\b(cumulative update(?: package)?|update roll-?up|roll-?up update) (\d{1,3})\b(?: \([^)]{0,20}\))?(?: for (.{1,120}))?/i;
/** A monthly package that contains those before it; 'security only' ones do not. */
const MONTHLY =
  /\b(cumulative (?:security )?(?:update|patch)|(?:security )?(?:monthly )?(?:quality )?roll-?up)\b(?! \d)/i;
const NOT_CUMULATIVE = /\bsecurity[- ]only\b|\bpreview\b/i;
/** 'A message is rejected after you install Update Rollup 4' is about a package, and delivers none. */
const TELLS_OF_TROUBLE =
  /\b(?:after|when|while|if|cannot|can't|fails?|errors?|problems?|issues?|stops?|installing|installed|apply|applied|applying|does|do|not|is|are|may|known|FIX|how to|includes?|fixed)\b/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2},)? ((?:19|20)\d\d)\b|\b(20\d\d)-(\d\d)\b/i;

/** 'June 11, 2019—KB4503293 (OS Build 18362.175)': every update of one release of Windows contains those before it. */
const OS_BUILD = /\(OS Builds? ((?:\d{5}\.\d{1,5}(?:,? and |, )?){1,4})\)/i;

/** Cumulative packages of one product and service pack replace the one before them, by number, by build or by month. */
export const cumulativeLadder: InferenceRule = {
  name: 'graph/cumulative-ladder',
  trust: 2,
  infer(facts) {
    const series = new Map<string, Map<number, { nodes: number[]; name: string }>>();
    facts.nodes.forEach((node, index) => {
      for (const { series: key, order, name } of placesOf(facts, node, index)) {
        const members = series.get(key) ?? new Map<number, { nodes: number[]; name: string }>();
        series.set(key, members);
        const known = members.get(order);
        if (known === undefined) members.set(order, { nodes: [index], name });
        else known.nodes.push(index);
      }
    });
    const edges: InferredEdge[] = [];
    for (const [key, members] of series) {
      const ordered = [...members].sort(([a], [b]) => a - b).map(([, member]) => member);
      const [, family = '', level = ''] = key.split('|');
      const of = `${facts.familyLabel(family)}${level === '' ? '' : ` SP${level}`}`;
      ordered.forEach((newer, at) => {
        const older = ordered[at - 1];
        if (older === undefined) return;
        const because = `${newer.name} follows ${older.name} among the cumulative packages of ${of}`;
        for (const source of newer.nodes) {
          for (const target of older.nodes)
            edges.push({ kind: 'supersedes', source, target, rule: this.name, scope: null, because, evidence: [] });
        }
      });
    }
    return edges;
  },
};

function placesOf(facts: InferenceFacts, node: GraphNode, index: number): Place[] {
  if (node.kind === 'fix') return placesOfFix(node);
  return node.kind === 'article' && node.status === 'present' ? placesOfArticle(facts, node, index) : [];
}

function placesOfFix({ label }: GraphNode): Place[] {
  const [, product, level = '', short, number] = COUNTED_FIX.exec(label) ?? [];
  const owner = product === undefined ? null : identifyProduct(product).product;
  if (owner === null) return [];
  const series = [short, owner.family.key, level.slice(2), ''].join('|');
  return [{ series, order: Number(number), name: label }];
}

function placesOfArticle(facts: InferenceFacts, { label }: GraphNode, index: number): Place[] {
  if (NOT_CUMULATIVE.test(label) || TELLS_OF_TROUBLE.test(label.replace(MONTH, ' '))) return [];
  const builds = OS_BUILD.exec(label)?.[1]?.match(/\d{5}\.\d{1,5}/g) ?? [];
  if (builds.length > 0) {
    const [family = ''] = [...facts.families(index)].sort();
    return builds.map((build) => {
      const [release = '', revision = ''] = build.split('.');
      return { series: ['build', family, '', release].join('|'), order: Number(revision), name: `OS build ${build}` };
    });
  }
  const numbered = NUMBERED.exec(label);
  if (numbered !== null) {
    const [, kind = '', number, product] = numbered;
    const short = /^cumulative/i.test(kind) ? 'CU' : 'RU';
    return ownersOf(facts, index, product).map(({ family, level }) => ({
      series: [short, family, level, platformIn(label)].join('|'),
      order: Number(number),
      name: `${kind} ${number}`,
    }));
  }
  const monthly = MONTHLY.exec(label);
  const month = MONTH.exec(label);
  if (monthly === null || month === null) return [];
  const [, name, year, isoYear, isoMonth] = month;
  const order =
    name === undefined
      ? Number(isoYear) * 100 + Number(isoMonth)
      : Number(year) * 100 + MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const kind = /^cumulative/i.test(monthly[1] ?? '') ? 'cumulative' : 'roll-up';
  const product = / for (.{1,120})$/i.exec(label.replace(MONTH, ' ').replace(/\s{2,}/g, ' '))?.[1];
  return ownersOf(facts, index, product).map(({ family, level }) => ({
    series: [kind, family, level, platformIn(label)].join('|'),
    order,
    name: `the package of ${month[0]}`,
  }));
}

/** The product that a title names, with its service pack, else the one family that the article applies to. */
function ownersOf(
  facts: InferenceFacts,
  article: number,
  product: string | undefined,
): { family: string; level: string }[] {
  const named = product === undefined ? null : identifyProduct(product.replace(/[:;,(].*$/, '').trim());
  if (named?.product?.known) return [{ family: named.product.family.key, level: named.level ?? '' }];
  const families = [...facts.families(article)];
  const [family] = families;
  if (family === undefined || families.length > 1) return [];
  const levels = new Set(facts.appliesToLevels(article, family));
  return levels.size > 1 ? [] : [{ family, level: [...levels][0] ?? '' }];
}

const platformIn = (title: string): string => /\b(x86|x64|arm64|ia64|itanium)\b/i.exec(title)?.[1]?.toLowerCase() ?? '';
