import type { Basis, EdgeKind } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { FITS, type Fit, fitOfEdge, type ProductScope } from './product-scope.ts';
import { openSlice } from './slice.ts';
import type { Hop } from './walk-steps.ts';

/** What a walk along replacements takes: the scope that it keeps to, and whether it believes inference. */
export interface SupersessionOptions {
  /** Null where any scope will do. */
  product: ProductScope | null;
  /** How far from the product a hop may lead; 'outside' takes every hop. */
  within: Fit;
  /** Leaves out what is inferred. */
  stated: boolean;
  /** Also takes what is only assumed: newer files of fixes of which no article states what service pack they are for. */
  assumed?: boolean;
}

/** How the rules end that take for granted what no article says. */
const ASSUMED = '-assumed';

/** Whether an edge replaces only a part of an article on several fixes: then the article as a whole stands. */
export const isOfPart = ({ scope }: Pick<EdgeView, 'scope'>): boolean => scope?.part !== undefined;

/** Whether an edge takes for granted what no article says; then it is shown, and nothing is chosen by it. */
export const isAssumed = ({ rule }: Pick<EdgeView, 'rule'>): boolean => rule.endsWith(ASSUMED);

/** Replacements to walk along, in both directions, with an article and the fix that it publishes as one package. */
export interface Supersession {
  /** What replaces a node, and the other names of its package. */
  newer(index: number): Hop<EdgeView>[];
  /** What a node replaces, and the other names of its package. */
  older(index: number): Hop<EdgeView>[];
  /** Whether the options let a walk take an edge. */
  isTaken(edge: EdgeView): boolean;
  /** Whether the walks so far came by an edge that is only assumed, and left it out. */
  hasLeftOutAssumed(): boolean;
  /** How closely an edge fits the product; null where none was asked for. */
  fitOf(edge: EdgeView): Fit | null;
}

/** The edges that `chain` walks. */
export const SUPERSESSION_KINDS: readonly EdgeKind[] = ['supersedes', 'publishes'];

/** What is stated is told before what a feed says, and that before what is inferred. */
const TOLD: readonly Basis[] = ['stated', 'feed', 'inferred'];

/** Opens the replacements of a view, as far as the options take them. */
export function openSupersession(
  view: GraphView,
  { product, within, stated, assumed = false }: SupersessionOptions,
): Supersession {
  const slice = openSlice(view, SUPERSESSION_KINDS);
  const fits = new Map<number, Fit | null>();
  const fitOf = (edge: EdgeView): Fit | null => {
    if (product === null) return null;
    let known = fits.get(edge.index);
    if (known === undefined) {
      known = fitOfEdge(view, edge, product);
      fits.set(edge.index, known);
    }
    return known;
  };
  let isLeftOut = false;
  const isTaken = (edge: EdgeView): boolean => {
    if (stated && edge.basis === 'inferred') return false;
    const isWithin = product === null || within === 'outside' || FITS.indexOf(fitOf(edge)!) <= FITS.indexOf(within);
    if (!isWithin || assumed || !isAssumed(edge)) return isWithin;
    isLeftOut = true;
    return false;
  };
  const replacements = (edges: readonly EdgeView[], end: 'source' | 'target'): Hop<EdgeView>[] =>
    edges
      .filter((edge) => edge.kind === 'supersedes' && !isOfPart(edge) && isTaken(edge))
      .sort((a, b) => TOLD.indexOf(a.basis) - TOLD.indexOf(b.basis) || a[end] - b[end])
      .map((link) => ({ to: link[end], steps: 1, link }));

  const publishers = new Map<number, EdgeView[]>();
  /** The articles of a fix, without those that a later article of the same fix replaces: its name was given again. */
  const articlesOf = (fix: number): EdgeView[] => {
    const known = publishers.get(fix);
    if (known !== undefined) return known;
    const all = slice.in(fix).filter((edge) => edge.kind === 'publishes' && isTaken(edge));
    const package_ = new Set([fix, ...all.map(({ source }) => source)]);
    const isReplaced = (article: number) =>
      slice
        .in(article)
        .some((edge) => edge.kind === 'supersedes' && !isOfPart(edge) && isTaken(edge) && package_.has(edge.source));
    const seen = new Set<number>();
    const own = all.filter(({ source }) => {
      if (seen.has(source) || isReplaced(source)) return false;
      seen.add(source);
      return true;
    });
    publishers.set(fix, own);
    return own;
  };
  /** From an article to its fixes; a fix of several articles is more than any one of them. */
  const fixesOf = (article: number, mustBeOnly: boolean): Hop<EdgeView>[] =>
    [...new Set(slice.out(article).flatMap(({ kind, target }) => (kind === 'publishes' ? target : [])))].flatMap(
      (fix): Hop<EdgeView>[] => {
        const articles = articlesOf(fix);
        const link = articles.find(({ source }) => source === article);
        return link === undefined || (mustBeOnly && articles.length > 1) ? [] : [{ to: fix, steps: 0, link }];
      },
    );
  const articleHops = (fix: number, mustBeOnly: boolean): Hop<EdgeView>[] => {
    const articles = articlesOf(fix);
    return mustBeOnly && articles.length > 1 ? [] : articles.map((link) => ({ to: link.source, steps: 0, link }));
  };
  const replacedBy = (index: number) => replacements(slice.in(index), 'source');
  /** What replaces every article of a fix, and so the fix; for one article alone its own replacements do. */
  const replacingAll = (fix: number): Hop<EdgeView>[] => {
    const [first, ...others] = articlesOf(fix);
    if (first === undefined || others.length === 0) return [];
    return others.reduce((hops, { source }) => {
      const also = new Set(replacedBy(source).map(({ to }) => to));
      return hops.filter(({ to }) => also.has(to));
    }, replacedBy(first.source));
  };
  /** The fixes all of whose articles a node replaces. */
  const replacedWhole = (index: number, replaced: readonly Hop<EdgeView>[]): Hop<EdgeView>[] => {
    const fixes = new Set(
      replaced.flatMap(({ to }) => slice.out(to).flatMap((edge) => (edge.kind === 'publishes' ? edge.target : []))),
    );
    return [...fixes].flatMap((fix) =>
      replacingAll(fix).flatMap(({ to, link }) => (to === index ? { to: fix, steps: 1 as const, link } : [])),
    );
  };

  return {
    isTaken,
    fitOf,
    hasLeftOutAssumed: () => isLeftOut,
    newer: (index) => [
      ...fixesOf(index, false),
      ...articleHops(index, true),
      ...replacedBy(index),
      ...replacingAll(index),
    ],
    older(index) {
      const replaced = replacements(slice.out(index), 'target');
      return [...fixesOf(index, true), ...articleHops(index, false), ...replaced, ...replacedWhole(index, replaced)];
    },
  };
}
