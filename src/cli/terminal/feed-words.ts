import type { Scope } from '../../model/relation.ts';
import type { QuotedEvidence } from '../../query/quote-evidence.ts';
import { count } from './figures.ts';
import { printable } from './printable.ts';

/** So many platforms are named. */
const MOST_NAMED = 4;

/** What a feed says, once for all platforms that it says it of: 'wesng of 2026-06-28 says so (row 86,608) for …'. */
export function feedSays(evidence: readonly QuotedEvidence[], scopes: readonly (Scope | null)[]): string {
  const feed = evidence.find((piece) => piece.feed !== undefined)?.feed;
  if (feed === undefined) return '';
  const of = feed.date === null ? '' : ` of ${feed.date}`;
  const names = [...new Set(scopes.map(platformName))].filter((name) => name !== '').sort();
  const more = names.length - MOST_NAMED;
  const named = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${count(more)} more`] : [])].join(', ');
  return `${printable(feed.name)}${of} says so in row ${count(feed.record)}${named === '' ? '' : `, for ${named}`}`;
}

/** 'Windows 7 SP1 x64' */
function platformName(scope: Scope | null): string {
  if (scope === null) return '';
  const { product, platform, branch } = scope;
  return printable([product, platform, branch].filter(Boolean).join(' '));
}
