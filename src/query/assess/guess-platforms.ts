import type { Advisories, AffectedProduct, Platform } from '../../model/advisories.ts';

/** A platform that a list of updates may come from. */
export interface PlatformGuess {
  platform: Platform;
  /** The key of the system's own product. */
  product: string;
  /** As the feeds write it. */
  name: string;
  /** How many of the updates the feeds have for it. */
  known: number;
}

/** Among platforms with as many of the updates, what is met most often. */
const rank = ({ architecture }: Platform, { names }: AffectedProduct): number =>
  (names.some((name) => name.includes('Server')) ? 4 : 0) +
  (architecture === 'x64' ? 0 : architecture === 'x86' ? 1 : 2);

/** The platforms to which updates point, the likeliest first: those for which the feeds name most of them. */
export function guessPlatforms(advisories: Advisories, installed: readonly string[]): PlatformGuess[] {
  const wanted = new Set(installed);
  const systems = advisories.products.filter(
    ({ platform, component, isServerCore }) => platform !== null && component === null && !isServerCore,
  );
  return systems
    .map((product) => {
      const known = new Set<string>();
      for (const { article, supersedes } of advisories.rows(product.index)) {
        if (article !== null && wanted.has(article)) known.add(article);
        for (const older of supersedes) if (wanted.has(older)) known.add(older);
      }
      return {
        platform: product.platform!,
        product: product.product,
        name: product.names[0] ?? product.label,
        known: known.size,
        rank: rank(product.platform!, product),
      };
    })
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || a.rank - b.rank);
}
