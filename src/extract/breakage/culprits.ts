import type { Target } from '../../model/relation.ts';
import type { Mention } from '../reading/mentions.ts';
import type { ListEntry, Reading, Statement } from '../reading/reading.ts';
import { targetsOf } from '../reading/targets.ts';

export interface Culprit {
  target: Target;
  entry: ListEntry | null;
}

/** Where the object of 'after you install …' ends: a comma before a clause, or a word that begins one. */
const CLAUSE =
  /, (?!\d{4}\b|release\b|(?:and |or )?(?:service packs?|sp ?\d|hotfix|windows|microsoft|exchange|terminal|enterprise|version|or\b|and (?:sp|service)))|;|:(?=\s|$)|\b(?:you (?:may|might|can|cannot|receive|will)|the following (?:error|message|stop|event)|on (?:a|an|your|the|any) (?:[\w-]{1,20} ){0,3}?(?:computer|server|system|client|workstation|machine)|in an? |that (?:is|are) running|because|when|where|while|but|and (?:was |were |is )?(?:fixed|corrected|resolved) in|to (?:correct|resolve|fix|work))\b/i;
/** 'the hotfix that is described in the following article', 'the fixes from Q236913', 'the Q299444 security roll-up fix'. */
const OF_ARTICLE =
  /\b(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|packages?|roll-?ups?)\b[^,.;]{0,90}?\b(?:described|mentioned|referenced|referred|listed|discussed|documented|in|from|for|associated with)\b/i;

interface Part {
  /** Where the object ends at the latest. */
  until?: number;
  /** The words that say that something was installed, up to the object. */
  verb?: string;
  /** Only fixes, where a pack is the environment. */
  only?: 'fixes' | undefined;
}

/** What a sentence says was installed, reading from offset `at`: packs, fixes of articles, named fixes and bulletins. */
export function culpritsIn(
  reading: Reading,
  statement: Statement,
  at: number,
  { until = statement.text.length, verb = '', only }: Part,
): Culprit[] {
  const rest = statement.text.slice(at, until);
  const clause = CLAUSE.exec(rest);
  const end = at + Math.min(clause ? clause.index : rest.length, 220);
  const object = statement.text.slice(at, end);
  const inside = statement.mentions().filter((m) => m.from >= at && m.from < end);
  const isFound = (m: Mention): boolean =>
    m.kind !== 'service-pack' ||
    (only === undefined &&
      isInstalled(statement.text, at, m) &&
      !isPlace(statement.text, at, verb, m) &&
      // 'if the Exchange Server 5.5 SP3 Mailbox Manager is installed' is about a part.
      (until === statement.text.length || !PART.test(statement.text.slice(m.to, until))));
  const packs = inside.filter((m) => m.kind === 'service-pack' && isFound(m));
  const fixes = inside.filter((m) => m.kind === 'fix');
  const articles = inside.filter((m) => m.kind === 'article');
  const found: Culprit[] = targetsOf(reading, statement, [...packs, ...fixes, ...articles]).map((target) => ({
    target,
    entry: null,
  }));
  if (
    articles.length === 0 &&
    OF_ARTICLE.test(object) &&
    /\bfollowing\b|\bbelow\b|:$/i.test(statement.text.slice(at))
  ) {
    for (const entry of statement.list()) {
      const article = entry.mentions().find((m) => m.kind === 'article');
      if (article?.kind === 'article') found.push({ target: { article: article.id }, entry });
    }
  }
  // A label with its article's id beside it stands for the article.
  if (found.some(({ entry }) => entry !== null)) {
    return found.filter(({ target }) => !('fix' in target));
  }
  if (found.length === 0) {
    const article = EARLIER.test(object) ? reading.articles().findLast((m) => m.to <= statement.from) : undefined;
    return article ? [{ target: { article: article.id }, entry: null }] : named(reading, object);
  }
  // '… the Security Rollup package or the hotfix that is described in Q263490': a part of its own that nothing else names.
  let from = at;
  for (const part of object.split(/(?<= (?:or|and) )(?=the |a |an )/)) {
    const to = from + part.length;
    const start = from;
    if (part !== object && !inside.some((m) => m.kind !== 'product' && m.from >= start && m.to <= to && isFound(m)))
      found.push(...named(reading, part));
    from = to;
  }
  return found;
}

const PART =
  /^\)?(?: \(SP\w+\))? (?!update|upgrade|software|version|release|and\b|or\b|for\b|on\b|of\b|is\b|has\b|in\b|\(|which\b|that\b|cd\b|later\b|was\b|are\b|have\b|also\b|already\b|from\b|fix)[A-Za-z]/i;

/** 'the hotfix mentioned above', 'the fix described earlier in this article', 'the fix mentioned in the above article' */
const EARLIER =
  /\b(?:hot-?fix|fix|update|patch)\b (?:that (?:is|was) )?(?:mentioned|described|referenced|listed|discussed) (?:above|earlier|previously|in the (?:above|preceding|previous))\b|\bthe (?:above|preceding|previously (?:mentioned|described)) (?:hot-?)?fix\b/i;

/** 'apply AbirNet SessionWall-3 to Windows NT 4.0 Service Pack 3': what is installed stands before its place. */
function isPlace(text: string, at: number, verb: string, pack: Mention): boolean {
  if (!/(?:appl|install|add|deploy)\w*$/i.test(verb)) return false;
  const between = text.slice(at, pack.from);
  return (
    /\w[^,;]{2,80} (?:to|on|onto|in|over|for|from) (?:[^,;]{2,40} with )?(?:an? |the |your )?(?:[\w-]{1,10} version of )?(?:Microsoft )?$/i.test(
      between,
    ) && !/upgrad|updat/i.test(between)
  );
}

/** Not 'a post-SP3 hotfix', 'the SP2 hotfix', 'from SP3 to SP4' (only the last), 'a computer running SP3'. */
function isInstalled(text: string, at: number, pack: Mention): boolean {
  const before = text.slice(Math.max(at, pack.from - 70), pack.from);
  const after = text.slice(pack.to, pack.to + 50);
  if (
    /\b(?:post|pre)[- ]?(?:(?! (?:or|and|fix|fixes|hotfix|hotfixes) )[\w() .]){0,50}$/i.test(before) ||
    /\bfrom (?:(?! to )[\w. ]){0,40}$/i.test(before)
  )
    return false;
  if (
    /\b(?:running|with no|without|prior to|earlier than|before|requires?|on (?:an?|the|your|any) (?:[\w.-]{1,20} ){0,5}?(?:computer|server|system|machine) (?:with|that has)) (?:[\w. ]{0,30})$/i.test(
      before,
    )
  )
    return false;
  // 'upgrade an SMS 2.0 Service Pack 1 site server to Service Pack 2' installs the latter.
  if (
    /upgrad\w+ ?$/i.test(text.slice(Math.max(0, at - 12), at)) &&
    /^[\w ().-]{0,40} to (?:[\w.]{1,12} ){0,4}(?:service pack|SP ?\d)/i.test(text.slice(pack.to))
  )
    return false;
  return !/^(?:\)| \(SP\w+\))? ?(?:(?!or |and )[\w.]{1,14} ){0,1}?(?:hot-?fix|post|roll-?up|security|fix\b|cd\b|cd-rom|symbols?|debug|readme|files?\b)/i.test(
    after,
  );
}

/** 'the Security Rollup Package (SRP)', 'the PPTP and RRAS hotfix packs', 'the Java hotfix'. */
const PACKAGE =
  /((?:[A-Z][\w-]{0,20} (?:for (?=[A-Z]))?){1,4})(?:(?:and|or) ((?:[A-Z][\w-]{0,20} ){1,4}))?(hot-?fix(?:es)?(?: packs?)?|(?:[Ss]ecurity )?(?:[Rr]oll-?[uU]p(?: [pP]ackage)?|[Ff]ix(?:es)?|[Pp]atch(?:es)?)|H[Oo][Tt]-?F[Ii][Xx](?:[Ee][Ss])?(?: [Pp]acks?)?)(?: \(([A-Z]{2,6})\))?/;
/** What a package came after is no part of its name. */
const POST =
  /\b(?:the )?post[- ]?(?:Microsoft )?(?:Windows NT [\d.]+ )?(?:service pack|SP) ?\d{1,2}[a-z]?(?: \(SP\w{1,3}\))? /gi;
const GENERIC = /^(?:Microsoft|Windows NT(?: [\d.]+)?|Post|The|A|This|These|SP\d\w?|Service|Pack|Windows)$/;

/** 'the Microsoft Exchange Update for Windows 95', 'the Web Page Authoring Tools Update': a name as printed. */
const UPDATE =
  /^ ?(?:the |an? )?(?=[A-Z\d])((?:(?:[A-Z][\w.+-]{0,24}|\d[\w.]{0,9}|[a-z]{1,3}(?= [A-Z])) ){1,8}?(?:Update|Patch)(?: \d{1,2}(?:\.\d{1,2})?\b)?)(?! (?:CD|Kit|Rollup|Server|program))/;
const NO_NAME =
  /^(?:(?:Microsoft|Windows|Service|Release|NT|Year|Security|Critical|Software|\d[\d.]*) )*(?:Update|Patch)$/;

/** Packages by their names; for one that the text cites, the article. */
function named(reading: Reading, object: string): Culprit[] {
  const update = UPDATE.exec(object)?.[1];
  if (update && !NO_NAME.test(update)) {
    const article = cited(reading, [update]);
    return [{ target: article ? { article } : { fix: update }, entry: null }];
  }
  const plain = object.replace(POST, '');
  const m = PACKAGE.exec(plain);
  if (!m || /\bpost-/i.test(plain)) return [];
  const head = m[3]!.replace(/(?:es|s)$/i, '').replace(/fixe$/, 'fix');
  const names = [m[1], m[2]]
    .filter((name): name is string => name !== undefined)
    .map((name) =>
      name
        .trim()
        .split(' ')
        .filter((word) => !GENERIC.test(word))
        .join(' '),
    );
  return names.flatMap((name) => {
    if (name === '' && !/security|roll/i.test(head)) return [];
    const full = `${name} ${head}`.trim();
    const article = cited(reading, [m[4] ?? '', full]);
    return [{ target: article ? { article } : { fix: m[4] ?? full }, entry: null }];
  });
}

/** The article whose citation's title holds one of the names: 'Q299444 Post-Windows NT 4.0 … Security Rollup Package (SRP)'. */
function cited(reading: Reading, names: readonly string[]): string | null {
  for (const citation of reading.citations()) {
    if (names.some((name) => name.length > 2 && citation.text.toLowerCase().includes(name.toLowerCase()))) {
      const article = citation.mentions().find((m) => m.kind === 'article');
      if (article?.kind === 'article') return article.id;
    }
  }
  return null;
}
