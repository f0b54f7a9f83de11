import type { Relation, Target } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import type { Mention } from './reading/mentions.ts';
import type { ListEntry, Reading, Statement } from './reading/reading.ts';
import { targetsOf } from './reading/targets.ts';

/** 'supersedes', 'supercedes', 'replaces', 'updates the hotfix', 'is a replacement for'; the object follows. */
const ACTIVE =
  /\b(?:supersedes?|supercedes?|supplants?|obsoletes|replaces|(?<=(?:es|s|ups|they) (?:also )?)replace|updates? (?:the )?(?:hot)?fix(?:es)?\b|(?:is|are) (?:a |the )?(?:replacements? for|successors? (?:to|of))|takes? the place of|contains? and replaces?|(?:makes?|renders?) .{1,60} obsolete)/i;
/** 'has been superseded by', 'is replaced by', 'now supercedes it', 'has been made obsolete by'. */
const PASSIVE =
  /\b(?:is|was|are|were|been|be) (?:now |since |also |itself |later |subsequently |withdrawn and |removed and )?(?:superseded|superceded|supplanted|replaced|obsoleted|made obsolete|rendered obsolete)(?:,? (?:on|in) [A-Z][\w ,]{2,24}?)? (?:by|with)\b|\b(?:supersedes?|supercedes?|replaces?) (?:it|this (?:hotfix|fix|update|package|article|patch|roll-?up))\b/i;
const STEM = /supersed|superced|supplant|successor|replac|obsolet|updates? (?:the )?(?:hot)?fix|takes? the place/i;

/** A denial in front of the verb or its object. */
const DENIED =
  /\b(?:not|never|neither|nor|cannot|without)\b[^,;.]{0,40}\b(?:supersed|superced|replac|updat|obsolet)|n't\s{1,3}(?:necessarily )?(?:supersed|superced|replac|updat)|\b(?:replaces?|supersedes?|supercedes?) (?:no|none|neither)\b/i;
/** 'whether the hotfix is replaced by …', 'if', 'may', 'when': nothing is said to be so. */
const HYPOTHETICAL =
  /\b(?:whether|if|unless|may|might|could|would|should|can|until|when|after|before)\b[^,;.]{0,60}\b(?:supersed|superced|replac|updat)/i;

/** What an article may describe, so that 'this …' is its subject. */
const OWN =
  /\b(?:this|these|the (?:described |present )?)\s{0,3}(?:[\w.-]{1,20} ){0,5}?(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|packages?|roll-?ups?|upgrades?|service packs?|releases?|articles?|qfes?|versions?|bulletins?|srp|information)\b|^\W{0,3}(?:note\W{1,4})?(?:it|they)\b|\bit\b[^,;.]{0,30}$/i;
/** What can be replaced in this sense: fixes, packages and articles, not a file, driver, function or setting. */
const OBJECT =
  /\b(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|packages?|roll-?ups?|service packs?|articles?|bulletins?|those|qfes?|releases?|ones?)\b/i;

/** What replaces what, both ways: 'This hotfix supersedes …', 'Lsa-fix has been superseded by Lsa2-fix'. */
export const supersession: Extractor = {
  name: 'supersession',
  extract(article, reading) {
    const relations: Relation[] = [];
    const statements = reading.statements();
    statements.forEach((statement, i) => {
      const sentence = statement.text;
      if (sentence.length > 2000 || !STEM.test(sentence)) return;
      if (DENIED.test(sentence) || HYPOTHETICAL.test(sentence)) return;
      const passive = PASSIVE.exec(statement.text);
      if (passive) {
        if (!isOwnSubject(statement, passive.index, article.title) && !isOwnLabel(sentence, article.title)) return;
        const next = statements[i + 1]?.block === statement.block ? statements[i + 1] : undefined;
        relations.push(...supersededBy(reading, statement, passive, next));
        return;
      }
      const active = ACTIVE.exec(statement.text);
      if (!active || !(isOwnSubject(statement, active.index + 1, '') || isOwnLabel(sentence, article.title))) return;
      relations.push(...supersedes(reading, statement, active));
    });
    return relations;
  },
};

/** A subject that is no fix, although it may stand beside one: 'the Win32_LogicalDisk class has been'. */
const OTHER_SUBJECT =
  /\b(?:setup|program|command|function|driver|setting|manual|document|file|dll|utility|key|value|class|button|option|algorithm)s?\s{1,3}(?:(?:has|have|is|are|will) )?(?:also |now |been )?$/i;

/** Whether the words before the verb speak of this article's own fix. */
function isOwnSubject(statement: Statement, verbAt: number, title: string): boolean {
  const subject = statement.text.slice(0, verbAt);
  if (
    /\bit\W{0,3}$|this (?:hotfix|fix|update|package|patch|roll-?up|article)\W{0,3}$/i.test(statement.text) &&
    !OWN.test(subject)
  )
    return true;
  if (OWN.test(subject) && !OTHER_SUBJECT.test(subject)) return true;
  const named = statement.mentions().filter((m) => m.from < verbAt);
  // 'Lsa-fix has been superseded by …': the sentence stands in the article of the named fix.
  if (
    named.some((m) => m.kind === 'fix') &&
    /^\W{0,4}(?:note\W{1,3}|important\W{1,3})?(?:the )?[\w-]{2,25}-? ?fix\b/i.test(statement.text)
  )
    return true;
  if (title !== '') {
    // 'Version 2.0 has been replaced by …' in the article of that version.
    const version = /^\W{0,3}version\s{1,3}(\d[\d.]{0,12}\d|\d)\b/i.exec(statement.text)?.[1];
    if (version && title.includes(version)) return true;
    const packs = named.filter((m) => m.kind === 'service-pack');
    if (/,|\.\w{3}\b/.test(subject)) return false;
    return packs.some((pack) =>
      pack.levels.some((level) => new RegExp(`(?:service pack|SP) ?${level}\\b`, 'i').test(title)),
    );
  }
  return false;
}

/** 'Update Rollup 5 for Exchange Server 2007 replaces …' in the article whose title has that label. */
function isOwnLabel(sentence: string, title: string): boolean {
  const label =
    /^\W{0,3}(?:the )?(?:update )?((?:roll-?up|cumulative update(?: package)?|hotfix pack) \d{1,2})\b/i.exec(
      sentence,
    )?.[1];
  return label !== undefined && new RegExp(`\\b${label}\\b`, 'i').test(title);
}

/** What a sentence names as replaced; the pack in 'cumulative update package 4 for SQL Server 2005 SP2' only qualifies. */
function namedIn(statement: Statement, test: (mention: Mention) => boolean): Mention[] {
  const named = statement.mentions().filter((m) => m.kind !== 'product' && test(m));
  return named.filter((m, i) => {
    const before = named[i - 1];
    return (
      m.kind !== 'service-pack' ||
      !before ||
      !/^ (?:for|of|in) (?:the )?$/i.test(statement.text.slice(before.to, m.from))
    );
  });
}

/** 'the fixes in the "DCOM Fails" section of the following article': a part of a group of fixes. */
const SECTION =
  /\b(?:in|under|of|by) (?:the )?(["\u201c\u2018']?)([^"\u201c\u201d.;:]{2,80}?)["\u201d\u2019']? section (?:of|in)\b/i;
/** Sections that every article has are no parts of it. */
const PLAIN_SECTION = /^(?:resolution|more information|summary|symptoms?|cause|status|workaround|solution|fix)$/i;

/** The section that a sentence names as what is meant of an article; null where it means the whole. */
function sectionIn(object: string): string | null {
  const name = SECTION.exec(object.replaceAll(/\s+/g, ' '))?.[2]?.trim();
  return name === undefined || PLAIN_SECTION.test(name) ? null : name;
}

function supersedes(reading: Reading, statement: Statement, verb: RegExpExecArray): Relation[] {
  const at = verb.index;
  const object = statement.text.slice(at);
  const named = namedIn(statement, (m) => m.from >= at);
  if (!OBJECT.test(object) && named.length === 0) return [];
  // 'replaces the Mup.sys file that is included in Service Pack 5' is about a file.
  if (
    /^\w+ (?:the |a |an |any |all |your )?(?:[\w.-]+ ){0,4}(?:files?|versions?|dlls?|drivers?|functions?|settings?|keys?|values?|algorithms?|classes|script|manual|need)\b/i.test(
      object,
    )
  )
    return [];
  const part = sectionIn(object);
  const relations = relationsOf(reading, 'supersedes', statement, named, statement.list());
  return part === null ? relations : relations.map((each) => ({ ...each, scope: { ...each.scope, part } }));
}

function supersededBy(
  reading: Reading,
  statement: Statement,
  verb: RegExpExecArray,
  next: Statement | undefined,
): Relation[] {
  const inverted = /(?:it|this \w+)$/i.test(verb[0]) && !/\bby\b|\bwith\b/i.test(verb[0]);
  const named = namedIn(statement, (m) => (inverted ? m.from < verb.index : m.from > verb.index));
  const entries = [...statement.list(), ...(next ? next.list() : [])].filter((entry) => !isHowTo(entry.text));
  if (named.length > 0 || entries.length > 0) return relationsOf(reading, 'supersededBy', statement, named, entries);
  const after = statement.text.slice(verb.index + verb[0].length);
  const name = properName(after) ?? versionNamed(after, next);
  return name ? relationsOf(reading, 'supersededBy', statement, [{ kind: 'fix', name, from: 0, to: 0 }], []) : [];
}

/** 'How to obtain the latest update rollup' says where to look, not what replaces. */
const isHowTo = (title: string): boolean =>
  /\bhow to (?:obtain|get|download)\b|\blatest\b[^.]{0,40}\bservice packs?\b/i.test(title);

/** 'the PPTP Performance and Security Upgrade for WinNT 4.0': a package by its name. */
const PACKAGE_NAME =
  /^ (?:the |a )?((?:(?:[A-Z][\w.+-]*|\d[\w.]*|and|for|of) ){1,12}?(?:Upgrade|Update|Rollup|Roll-up|Pack|Package|Patch|Hotfix|Fix)(?: (?:for|Pack|\d[\w.]*|[A-Z][\w.]*)){0,8})/;
function properName(after: string): string | null {
  const name = PACKAGE_NAME.exec(after)?.[1];
  return name ? name.replace(/[.,]$/, '').trim() : null;
}

/** 'Version 2.0 has been replaced by version 3.0. Routing and Remote Access Upgrade … Hotfix Pack 3.0 is available at:' */
function versionNamed(after: string, next: Statement | undefined): string | null {
  const version = /^\s{1,3}versions?\s{1,3}(\d[\d.]*\d|\d)/i.exec(after)?.[1];
  if (!version || !next) return null;
  const at = next.text.indexOf(version);
  const name =
    at > 0
      ? next.text
          .slice(0, at + version.length)
          .replace(/\s+/g, ' ')
          .replace(/^The /, '')
      : '';
  return /^[A-Z]/.test(name) && name.length < 140 && / is | are /.test(next.text.slice(at)) ? name : null;
}

const DESCRIBED_BELOW =
  /^[^.;]{0,30}\b(?:described|documented|mentioned|discussed)\b[^.;]{0,20}\b(?:following|below)\b/i;

/** One relation for each target and each product that the heading names. */
function relationsOf(
  reading: Reading,
  type: 'supersedes' | 'supersededBy',
  statement: Statement,
  named: readonly Mention[],
  entries: readonly ListEntry[],
): Relation[] {
  const own = reading.evidence(statement.from, statement.to);
  // 'the ext-fix, which is described in the following article': a label with its article's id beside it is the article.
  const labels = entries.some((entry) => entry.mentions().some((m) => m.kind === 'article'))
    ? named.filter((m) => m.kind !== 'fix' || !DESCRIBED_BELOW.test(statement.text.slice(m.to, m.to + 80)))
    : named;
  const found: { target: Target; entry: ListEntry | null }[] = targetsOf(reading, statement, labels).map((target) => ({
    target,
    entry: null,
  }));
  for (const entry of entries) {
    const inside = entry.mentions().filter((m) => m.kind === 'article' || m.kind === 'fix');
    // An entry that cites an article names it by number; the bulletins and packs in its title say no more.
    const articles = inside.filter((m) => m.kind === 'article').slice(0, 1);
    for (const target of targetsOf(reading, statement, articles.length > 0 ? articles : inside.slice(0, 1)))
      found.push({ target, entry });
  }
  const scopes = statement.place.products.length > 0 ? statement.place.products : [null];
  return found.flatMap(({ target, entry }) =>
    scopes.map((product) => ({
      type,
      target,
      evidence: entry ? [own, reading.evidence(entry.from, entry.to)] : [own],
      ...(product ? { scope: { product } } : {}),
    })),
  );
}
