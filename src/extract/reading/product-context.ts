import type { Article } from '../../model/article.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { productsOfBullet } from './product-bullet.ts';
import type { ProductMention } from './product-mentions.ts';

/** What an article is about, to complete names that leave something out ('Service Pack 4', 'Windows NT SP6a'). */
export interface ProductContext {
  /** The service pack's full name; as printed ('SP4') where more than one product fits. `near` is what the sentence names. */
  servicePack(level: string, product: ProductMention | null, near: readonly string[]): string;
  /** The product's name with the version that the article leaves no doubt about. */
  product(mention: ProductMention): string[];
}

interface Known {
  /** 'Windows NT', 'Exchange Server': what the editions share. */
  line: string;
  version: string;
  name: string;
  terminal: boolean;
  /** The level that the list gives beside it ('4'), or null. */
  pack?: string;
  /** The levels that the body names with it. */
  levels?: readonly string[];
}

/** The line that a name belongs to: editions and roles are dropped, short names written out. */
const LINES: readonly [RegExp, string][] = [
  [/^(?:Windows NT|WinNT|NT|NTAS|Terminal Server|Windows Terminal Server)\b/, 'Windows NT'],
  [/^Windows 2000\b/, 'Windows 2000'],
  [/^Windows XP\b/, 'Windows XP'],
  [/^Windows Server\b/, 'Windows Server'],
  [/^Exchange 2000\b/, 'Exchange 2000 Server'],
  [/^Exchange\b/, 'Exchange Server'],
  [/^(?:SMS|Systems? Management Server)\b/, 'Systems Management Server'],
  [/^(?:SNA|SNA Server)\b/, 'SNA Server'],
  [/^(?:IIS|Internet Information)/, 'Internet Information Server'],
  [/^(?:IE|Internet Explorer)\b/, 'Internet Explorer'],
  [/^SQL Server\b/, 'SQL Server'],
];
const lineOf = (base: string): string => LINES.find(([pattern]) => pattern.test(base))?.[1] ?? base;

/** Terminal Server's own ladder begins at SP4 and has no SP6a. */
const TERMINAL_LEVELS = /^[456]$/;

const packOf = (name: string): { pack?: string } => {
  const pack = / SP(\d+[a-z]?)\b/.exec(name)?.[1];
  return pack ? { pack } : {};
};

const isTerminal = (name: string): boolean => /Terminal Server/i.test(name);

/** Lines whose service packs are usually meant when an article for another product says 'Service Pack 4' alone. */
const BASE_SYSTEMS = new Set(['Windows NT', 'Windows 2000', 'Windows XP', 'Windows Server']);

export function createProductContext(article: Article): ProductContext {
  let listed: Known[] | null = null;
  let packed: Known[] | null = null;
  /** Lines that stand with a service pack and no version anywhere: 'Windows NT Service Pack 4'. */
  const unversioned = new Set<string>();

  const know = (mention: ProductMention): Known[] =>
    mention.names.map((name, i) => ({
      line: lineOf(mention.base),
      version: mention.versions[i] ?? '',
      name,
      terminal: isTerminal(name),
    }));

  const fromList = (): Known[] => {
    if (!listed) {
      listed = [];
      const spans = article.appliesTo.length > 0 ? article.appliesTo : article.product ? [article.product] : [];
      for (const span of spans) {
        for (const name of productsOfBullet(article.view.slice(span.from, span.to))) {
          const mention = mentionsOf(name).find((m) => m.kind === 'product' || m.kind === 'service-pack');
          if (mention?.kind !== 'product' && mention?.kind !== 'service-pack') continue;
          if (mention.product)
            listed.push(
              ...know(mention.product).map((k) => ({
                ...k,
                terminal: k.terminal || isTerminal(name),
                ...packOf(name),
              })),
            );
        }
      }
      const title = mentionsOf(article.title);
      for (const mention of title)
        if (mention.kind === 'product') listed.push(...know(mention.product).filter((k) => k.version !== ''));
    }
    return listed;
  };

  /** Products that stand with a service pack somewhere in the text. */
  const fromPacks = (): Known[] => {
    if (!packed) {
      packed = [];
      const pattern = /service\s{1,9}packs?\s{1,9}\d|\bSP\d/gi;
      // The header and the applies-to list name levels beside every edition; only the body's sentences count.
      pattern.lastIndex = article.blocks[0]?.from ?? article.span.to;
      for (
        let m = pattern.exec(article.view);
        m && m.index < article.span.to && packed.length < 40;
        m = pattern.exec(article.view)
      ) {
        const window = flat(article.view.slice(Math.max(0, m.index - 90), m.index + 90));
        for (const mention of mentionsOf(window)) {
          if (mention.kind !== 'service-pack' || !mention.product) continue;
          const { levels } = mention;
          packed.push(
            ...know(mention.product)
              .filter((k) => k.version !== '')
              .map((k) => ({ ...k, levels })),
          );
          if (mention.product.versions.length === 0) unversioned.add(lineOf(mention.product.base));
        }
      }
    }
    return packed;
  };

  /** The systems that the text itself names with a version. */
  const fromBody = (): Known[] =>
    [
      ...article.view
        .slice(article.span.from, article.span.to)
        .matchAll(/\bWindows (NT)[^.\n]{0,30}?\b([34]\.\d{1,2})\b|\bWindows (2000|XP)\b/g),
    ].map((m) => {
      const line = `Windows ${m[1] ?? m[3]}`;
      return { line, version: m[2] ?? '', name: line, terminal: false };
    });

  const only = (known: readonly Known[]): Known | null => {
    const versioned = known.filter((k) => k.version !== '');
    const keys = new Set(versioned.map((k) => `${k.line} ${k.version} ${k.terminal}`));
    return keys.size === 1 ? versioned[0]! : null;
  };

  /** One name for all editions of one line and version: the only name, or the line without editions. */
  const common = (known: readonly Known[], chosen: Known): string => {
    const names = new Set(
      known
        .filter((k) => k.line === chosen.line && k.version === chosen.version && k.terminal === chosen.terminal)
        .map((k) => k.name.replace(/ SP\d+[a-z]?$/, '')),
    );
    if (names.size === 1 && !chosen.terminal) return [...names][0]!;
    return chosen.terminal
      ? `${chosen.line} Server ${chosen.version} Terminal Server Edition`
      : `${chosen.line} ${chosen.version}`;
  };

  const versionOf = (line: string, terminal: boolean): string | null => {
    for (const source of [fromList(), fromPacks()]) {
      const versions = new Set(
        source.filter((k) => k.line === line && k.version !== '' && (!terminal || k.terminal)).map((k) => k.version),
      );
      if (versions.size === 1) return [...versions][0]!;
      if (versions.size > 1) return null;
    }
    return null;
  };

  /** The version that a sentence or heading gives the same line: 'Exchange Server' under 'Exchange Server 5.5'. */
  const versionNear = (line: string, near: readonly string[]): string | null => {
    for (const name of near) {
      const found = mentionsOf(name).find((m) => m.kind === 'product');
      if (found?.kind === 'product' && lineOf(found.product.base) === line && found.product.versions.length === 1)
        return found.product.versions[0]!;
    }
    return null;
  };

  const complete = (mention: ProductMention, near: readonly string[] = []): string => {
    // The short name in brackets belongs to the product, not to its service pack's name.
    const name = mention.names.at(-1)!.replace(/ \([A-Z][A-Za-z]{1,6}\)/, '');
    if (mention.pair && mention.versions.length > 0) return `${mention.base} ${mention.versions.at(-1)}`;
    if (mention.versions.length > 0) return name;
    const line = lineOf(mention.base);
    const version = /\d/.test(mention.base) ? null : (versionNear(line, near) ?? versionOf(line, isTerminal(name)));
    if (version === null) return name;
    if (/^Terminal Server/.test(mention.base)) return `Windows NT Server ${version} Terminal Server Edition`;
    return [mention.base, version, mention.edition.replace(/ ?\([A-Z][A-Za-z]{1,6}\)/, '')].filter(Boolean).join(' ');
  };

  /** The only product that the body names with this level: what a bare 'SP4' of the same text repeats. */
  const namedWith = (level: string): Known | null => {
    const known = fromPacks().filter((k) => k.levels?.includes(level));
    const found = only(known);
    return found ? { ...found, name: common(known, found) } : null;
  };

  return {
    servicePack(level, product, near) {
      if (product) return `${complete(product, near)} SP${level}`;
      const repeated = namedWith(level);
      for (const name of near) {
        const mention = mentionsOf(name).find((m) => m.kind === 'product');
        if (mention?.kind !== 'product' || !hasServicePacks(mention.product)) continue;
        if (!repeated || lineOf(mention.product.base) === repeated.line)
          return `${complete(mention.product)} SP${level}`;
      }
      if (repeated) return `${repeated.name} SP${level}`;

      const list = fromList().filter((k) => !k.terminal || TERMINAL_LEVELS.test(level));
      const chosen = only(list) ?? null;
      if (chosen && hasServicePacks({ base: chosen.line, versions: [chosen.version] })) {
        const other = only(fromPacks());
        if (other && other.line !== chosen.line && !fromPacks().some((k) => k.line === chosen.line))
          return `${other.name} SP${level}`;
        return `${common(list, chosen)} SP${level}`;
      }
      // Beside its Terminal Server Edition, Windows NT's own ladder is meant, unless the list names the level for that edition.
      const plain = only(list.filter((k) => !k.terminal));
      if (
        plain &&
        BASE_SYSTEMS.has(plain.line) &&
        !list.some((k) => k.terminal && k.pack === level) &&
        list.every((k) => k.line === plain.line && k.version === plain.version)
      )
        return `${plain.line} ${plain.version} SP${level}`;
      const packs = only(fromPacks());
      if (packs) return `${common(fromPacks(), packs)} SP${level}`;
      const systems = list.filter((k) => BASE_SYSTEMS.has(k.line));
      const system = list.length > systems.length ? only(systems) : null;
      if (system) return `${common(systems, system)} SP${level}`;
      const spoken = list.length > 0 && list.every((k) => NO_LADDER.test(k.line)) ? only(fromBody()) : null;
      if (spoken) return `${spoken.line} ${spoken.version} SP${level}`;
      const [line, ...others] = fromPacks().length === 0 ? unversioned : [];
      return line && others.length === 0 ? `${line} SP${level}` : `SP${level}`;
    },
    product(mention) {
      return mention.versions.length > 0 ? mention.names : [complete(mention)];
    },
  };
}

/** Consumer titles, and components that are serviced with their system: no service packs of their own. */
const NO_LADDER =
  /^(?:MS-DOS|Flight|Age of|Encarta|Bookshelf|MSN|SideWinder|Monster|IIS|Internet Information|Index|Transaction Server|MTS|Certificate|Cluster|MSCS|Routing and Remote|RRAS|Remote Access|Services for Macintosh|Gateway Service|File and Print|Message Queue|MSMQ|TCP\/IP|Active Server Pages)/;

function hasServicePacks(product: { base: string; edition?: string; versions?: readonly string[] }): boolean {
  return (
    !NO_LADDER.test(product.base) &&
    !/Resource Kit/.test(`${product.base} ${product.edition}`) &&
    !(product.base === 'Windows' && product.versions?.[0]?.startsWith('3'))
  );
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** The mentions of one kind. */
export function ofKind<K extends Mention['kind']>(
  mentions: readonly Mention[],
  kind: K,
): Extract<Mention, { kind: K }>[] {
  return mentions.filter((m): m is Extract<Mention, { kind: K }> => m.kind === kind);
}
