import type { Article } from '../../model/article.ts';
import type { Target } from '../../model/relation.ts';
import type { Mention } from '../reading/mentions.ts';
import type { ProductMention } from '../reading/product-mentions.ts';
import type { Reading } from '../reading/reading.ts';
import { fullName } from './names.ts';
import type { RequiredItem } from './objects.ts';

/** A target with what its sentence says of it. */
export interface RequiredTarget {
  target: Target;
  orLater: boolean;
}

/** Products that are serviced by packs of their own, so that a bare 'Service Pack 3' beside them can be theirs. */
const SERVICED =
  /^(?:Windows(?: NT| 2000| XP| Server| Vista| 7| 95)?\b(?! (?:Media|Installer|Script|Scripting|Management|NT (?:Option|Load|Services)))|WinNT$|NT\b|Exchange|SQL Server|MSDE|SMS$|Systems? Management Server$|SNA\b|Host Integration|Internet Explorer|IE$|Visual (?:Studio|Basic|C|FoxPro|InterDev|SourceSafe)|Office|Outlook$|Proxy|Site Server$|(?:BackOffice )?Small Business|MDAC|Data Access|\.NET Framework|Interix|ISA Server|Internet Security|BizTalk|Commerce Server|SharePoint|Windows SharePoint|Live Communications|Office Communications|Content Management|Project|Terminal Server|Microsoft Foundation|System Center|Forefront|Dynamics|Virtual Server)/;

const productOf = (mention: Mention): ProductMention | null => ('product' in mention ? mention.product : null);
const isServiced = (product: ProductMention | null): product is ProductMention =>
  product !== null && SERVICED.test(product.base) && !/Pack|Kit/.test(product.edition);

/** 'Service Pack 1 to Microsoft Proxy 2.0', 'SP3 must be applied to Windows NT 4.0', '… installed on Windows NT 3.51'. */
const OWNER_AFTER =
  /^\s(?:(?:must|to|be|is|are|been|have|has|already|first|previously|installed|applied|or|later|as|well)\s){0,6}?(?:to|on|for|over)\s(?:the\s)?(?:computers?\s|servers?\s)?(?:that (?:is|are)\s)?(?:running\s)?(?:Microsoft\s)?$/;

/**
 * The alternatives of one requirement as targets. `mentions` are those of the sentence, `around` the names of its
 * heading and of the sentences before it: what a service pack that stands without its product may belong to.
 */
export function requiredTargets(
  article: Article,
  reading: Reading,
  text: string,
  mentions: readonly Mention[],
  items: readonly RequiredItem[],
  around: readonly string[],
): RequiredTarget[] {
  const targets = new Map<string, RequiredTarget>();
  const add = (target: Target, orLater: boolean): void => {
    const key = JSON.stringify(target);
    if (!targets.has(key)) targets.set(key, { target, orLater });
  };
  for (const { mention, orLater } of items) {
    if (mention.kind === 'article') add({ article: mention.id }, orLater);
    else if (mention.kind === 'fix') add({ fix: fullName(article.view, mention.name) }, orLater);
    else if (mention.kind === 'product')
      for (const product of reading.context().product(mention.product)) add({ product }, orLater);
    else {
      const near = ownersOf(text, mentions, mention, around);
      for (const level of mention.levels)
        add({ servicePack: writtenOut(reading.context().servicePack(level, mention.product, near)) }, orLater);
    }
  }
  return [...targets.values()];
}

/** 'SNA 4.0 SP2' is no product's name. */
const writtenOut = (name: string): string => name.replace(/^SNA (?=\d)/, 'SNA Server ');

/** The products that a pack without one may belong to, the likeliest first. */
function ownersOf(text: string, mentions: readonly Mention[], pack: Mention, around: readonly string[]): string[] {
  const serviced = mentions.filter((mention) => mention !== pack && isServiced(productOf(mention)));
  const after = serviced.find((m) => m.from > pack.to && OWNER_AFTER.test(text.slice(pack.to, m.from)));
  const before = serviced.filter((m) => m.to <= pack.from).reverse();
  return [...(after ? [after] : []), ...before].map((mention) => productOf(mention)!.names.at(-1)!).concat(around);
}

/** What a heading's products are to a bare service pack below it: the one, or what several editions share. */
export function headingOwner(products: readonly string[]): string[] {
  const shared = new Set(
    products.map((name) =>
      name.replace(/^(Windows NT) (?:Server|Workstation) (\d\.\d+)(?: Enterprise Edition)?$/, '$1 $2'),
    ),
  );
  return shared.size === 1 && SERVICED.test([...shared][0]!.replace(/\s\d.*$/, '')) ? [...shared] : [];
}

/** The serviced products that sentences name, the last one first. */
export function servicedNames(mentions: readonly Mention[]): string[] {
  return mentions
    .map(productOf)
    .filter(isServiced)
    .filter((product) => product.versions.length > 0 || /\d/.test(product.base))
    .map((product) => product.names.at(-1)!)
    .reverse();
}
