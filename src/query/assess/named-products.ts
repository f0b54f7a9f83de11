import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import type { Advisories, AffectedProduct } from '../../model/advisories.ts';
import { UnknownHostError } from './unknown-host.ts';

const MOST_NEAR = 5;
const plain = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** The products that a person names; a system brings what runs on it. A name that no feed has is UnknownHostError. */
export function productsNamed(
  advisories: Advisories,
  names: readonly string[],
): { label: string; products: AffectedProduct[] } {
  const found = new Map<number, AffectedProduct>();
  const labels: string[] = [];
  for (const name of names) {
    const own = productsCalled(advisories, name);
    const [first] = own;
    if (first === undefined) {
      throw new UnknownHostError(
        `No feed of this graph has a product '${name.slice(0, 200)}'.`,
        namesLike(advisories, name),
      );
    }
    labels.push(first.label);
    for (const product of own) found.set(product.index, product);
  }
  return { label: labels.join(', '), products: [...found.values()] };
}

function productsCalled({ products }: Advisories, name: string): AffectedProduct[] {
  const wanted = plain(name);
  const identity = identifyAffected(name);
  const exact = products.filter(
    ({ key, label, names }) =>
      key === identity.key || key === wanted || plain(label) === wanted || names.some((own) => plain(own) === wanted),
  );
  const all =
    exact.length > 0
      ? exact
      : products.filter(
          ({ product, level, platform }) =>
            product === identity.product.key &&
            level === identity.level &&
            (identity.platform === null || platform?.key === identity.platform.key),
        );
  const systems = all.filter(({ platform, component }) => platform !== null && component === null);
  const keys = new Set(systems.map(({ platform, isServerCore }) => `${platform!.key} ${isServerCore}`));
  // Both ways of installing a server are meant by its name alone.
  const both = systems.filter(({ isServerCore }) => !isServerCore).map(({ platform }) => platform!.key);
  const core = products.filter(
    ({ platform, component, isServerCore, product }) =>
      isServerCore &&
      component === null &&
      both.includes(platform?.key ?? '') &&
      systems.some((system) => system.product === product),
  );
  const on = products.filter(
    ({ platform, component, isServerCore }) =>
      component !== null &&
      platform !== null &&
      (keys.has(`${platform.key} ${isServerCore}`) || both.includes(platform.key)),
  );
  return [...new Set([...all, ...core, ...on])];
}

/** The products with most of the words of a name, the shorter ones first. */
function namesLike({ products }: Advisories, name: string): string[] {
  const words = new Set(
    plain(name)
      .split(/[^\p{L}\p{N}.]+/u)
      .filter(Boolean),
  );
  const scored = products.map(({ names: [own = ''], rows }) => {
    const has = new Set(
      plain(own)
        .split(/[^\p{L}\p{N}.]+/u)
        .filter(Boolean),
    );
    const common = [...words].filter((word) => has.has(word)).length;
    return { own, rows, score: common / Math.sqrt(words.size * Math.max(1, has.size)) };
  });
  return scored
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score || b.rows - a.rows)
    .slice(0, MOST_NEAR)
    .map(({ own }) => own);
}
