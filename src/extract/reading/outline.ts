import type { Article, Block } from '../../model/article.ts';
import { EDITION_PHRASES, PRODUCT_NAMES } from '../../model/product-names.ts';
import { mentionsOf } from './mentions.ts';
import { isWholeField } from './whole-field.ts';

/** Where a block stands: the headings above it, outermost first, and the products that the innermost product heading names. */
export interface Place {
  headings: readonly string[];
  /** The products of the heading in force ('Windows NT 3.51'); empty where the statement holds for the whole article. */
  products: readonly string[];
  /** A service pack in that heading stays in the product's name ('Windows 2000 SP1'). */
  platform: string | null;
}

interface Open {
  level: number;
  text: string;
  products: readonly string[];
  platform: string | null;
}

/** Words that may stand beside a product in a heading that only says for which product the section holds. */
const FILLER =
  /^(?:for|on|in|the|and|or|to|with|of|a|an|all|both|only|using|running|under|based|users?|systems?|computers?|clients?|servers?|editions?|versions?|products?|hotfix|hotfixes|fix|fixes|patch|update|information|resolution|status|supported|service|pack|english|language|x86|x64|ia-64|intel|alpha|itanium|32-bit|64-bit|cause|workaround|symptoms|solution|method|more|build|microsoft|edition|if|you|are|is|have|installing|installation|files?|platforms?|family|later|english|us|u\.s|operating|systems?)$/i;
const PLATFORM = /\b(Intel|Alpha|x86|x64|IA-64|I386|i386|Itanium|MIPS|PowerPC|PPC|AXP)\b/;

/** 'File Name      Version', 'Date   Time   Size   File name' */
const TABLE_HEAD = /^\W{0,3}(?:file\s?names?|date|name|version|size)\b[^\n]{0,60}? {2}\S/i;
/** In a heading it can only be the product. */
const TERMINAL_SERVER = /^\W{0,3}(?:For )?(Terminal Server(?: Edition)?)\W{0,3}$/i;

/** The place of every block, by its index. */
export function placesOf(article: Article): Place[] {
  const places: Place[] = [];
  const open: Open[] = [];
  let current: Place = { headings: [], products: [], platform: null };
  /** Every product that a heading in force names somewhere. */
  const named = new Set<string>();
  const settle = (): void => {
    let products: readonly string[] = [];
    let platform: string | null = null;
    for (const heading of open) {
      if (heading.products.length > 0) products = heading.products;
      if (heading.platform !== null) platform = heading.platform;
    }
    current = { headings: open.map((heading) => heading.text), products, platform };
    for (const product of products) named.add(product);
  };
  for (const block of article.blocks) {
    const heading = asHeading(article, block);
    if (heading) {
      while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop();
      open.push(heading);
      settle();
    }
    places.push(current);
  }
  // A heading that names what the whole article is about limits nothing, unless other headings name something else.
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 && isWholeField(article, only)
    ? places.map((place) => (place.products.length > 0 ? { ...place, products: [] } : place))
    : places;

  function asHeading(of: Article, block: Block): Open | null {
    if (block.kind === 'heading') {
      const raw = of.view.slice(block.from, block.to);
      // The head of a table, over its rule, looks like a heading and ends no section.
      if (block.level > 1 && TABLE_HEAD.test(raw)) return null;
      const text = raw.replace(/\s+/g, ' ');
      const products = headingProducts(text);
      return { level: block.level, text, products, platform: PLATFORM.exec(text)?.[1] ?? null };
    }
    if (block.kind !== 'paragraph' || block.to - block.from > 90) return null;
    // A line of its own that is nothing but a product's name is a heading that was never underlined.
    const text = of.view.slice(block.from, block.to);
    if (text.includes('\n') || /[.!?]$/.test(text)) return null;
    const products = headingProducts(text.replace(/:$/, ''));
    if (products.length === 0) return null;
    return { level: 9, text, products, platform: PLATFORM.exec(text)?.[1] ?? null };
  }
}

/** Headings repeat over an archive ('SYMPTOMS', 'Windows NT 4.0'). */
const known = new Map<string, readonly string[]>();
const KNOWN_LIMIT = 20_000;

/** The products of a heading that is about nothing else: 'Windows NT Server or Workstation 4.0', 'For Windows 2000 SP1'. */
export function headingProducts(text: string): readonly string[] {
  let products = known.get(text);
  if (products === undefined) {
    if (known.size >= KNOWN_LIMIT || text.length >= 200) return readHeading(text);
    // A copy: a slice would keep the whole article that it was cut from.
    const own = Buffer.from(text).toString();
    products = readHeading(own);
    known.set(own, products);
  }
  return products;
}

/** The words of products' names and editions. */
const NAME_WORDS: ReadonlySet<string> = new Set(
  [...PRODUCT_NAMES, ...EDITION_PHRASES].flatMap((name) => name.toLowerCase().split(/[^a-z0-9+#]+/)),
);

/** Whether each word may belong to a product's name or stands beside one; most headings fail at their first words. */
function isOfProducts(text: string): boolean {
  for (const [word] of text.matchAll(/[A-Za-z0-9+#]{1,60}/g)) {
    if (
      !NAME_WORDS.has(word.toLowerCase()) &&
      !FILLER.test(word) &&
      !/^[vV]?\d|^[A-Z]{1,6}\d{0,2}[a-z]?$|^bit$|^(?:x|Q|KB|SP)\d/.test(word)
    )
      return false;
  }
  return true;
}

function readHeading(text: string): string[] {
  if (text.length > 120 || !/[A-Z]/.test(text)) return [];
  const terminal = TERMINAL_SERVER.exec(text)?.[1];
  if (terminal) return [terminal];
  if (!isOfProducts(text)) return [];
  const mentions = mentionsOf(text).filter((m) => m.kind === 'product' || m.kind === 'service-pack');
  if (mentions.length === 0) return [];
  let rest = text;
  for (const mention of mentions) rest = rest.replace(text.slice(mention.from, mention.to), ' ');
  const words = rest.split(/[^A-Za-z0-9.-]+/).filter((word) => word !== '' && !/^[\d.]+$/.test(word));
  if (!words.every((word) => FILLER.test(word))) return [];
  const names: string[] = [];
  for (const mention of mentions) {
    if (mention.kind === 'product') names.push(...expandEditions(mention.product.names, text));
    else if (mention.product)
      for (const level of mention.levels) names.push(`${mention.product.names.at(-1)} SP${level}`);
  }
  return [...new Set(names)];
}

/** 'Windows NT Server or Workstation 4.0' names two editions at one version. */
function expandEditions(names: string[], text: string): string[] {
  const both = /\bWindows NT (Server|Workstation) (?:or|and) (Server|Workstation)(?:,? versions?)? (\d\.\d+)/i.exec(
    text,
  );
  return both ? [`Windows NT ${both[1]} ${both[3]}`, `Windows NT ${both[2]} ${both[3]}`] : names;
}
