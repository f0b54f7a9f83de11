import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import { type Culprit, culpritsIn } from './breakage/culprits.ts';
import {
  AFTER,
  AFTER_IT_IS,
  AND_INSTALL,
  CONDITION,
  DEFECT,
  FAULTY,
  INSTALLING_CAUSES,
  INTRODUCED,
  IS_INSTALLED,
  NOT_WITHOUT,
  OF_DEFECT,
  PACK_ACTS,
  RUNNING_FIX,
  SHIPPED_IN,
  THAT_HAVE,
  WAS_CHANGED,
  WITH_INSTALLED,
} from './breakage/frames.ts';
import { acquits, complainsItself, tellsOrder } from './breakage/innocence.ts';
import type { Extractor } from './extractor.ts';
import { type Mention, mentionsOf } from './reading/mentions.ts';
import type { Reading, Statement } from './reading/reading.ts';
import { releaseNamed } from './reading/release.ts';
import { sameName } from './reading/same-name.ts';
import { targetsOf } from './reading/targets.ts';

/** Sections that describe the problem; in others a sentence must say itself that something goes wrong. */
const PROBLEM_SECTION =
  /^(?:symptoms?|cause|problem|summary|introduction)\b|\b(?:issues?|problems?|bugs?) (?:that|this|these|fixed|resolved|corrected)\b|\bfixes the following\b|\bimprovements and fixes\b/i;
const ADVICE_SECTION =
  /^(?:resolution|work ?around|solution|status|references|method|how to|prerequisites|installation|restart|to work|to resolve|hotfix|file info|applies|removal|steps|recommend)/i;
/** What goes wrong, in words. */
const TROUBLE =
  /\b(?:error|errors|fail|fails|failed|failure|cannot|can not|can't|unable|no longer|stops?|stopped|not work|incorrect(?:ly)?|hangs?|crash(?:es)?|problems?|issue|does not|do not|may not|will not|not be|lost|missing|corrupt\w*|denied|slow\w*|blue screen|stop message|access violation|unexpected\w*|leak|symptoms?|behavior|occurs only)\b/i;

/** 'In earlier versions, the list shows …', and then how it is now. */
const EARLIER_VERSIONS = /\b(?:earlier|previous) (?:versions?|releases?)\b/i;

/** '… are modified.' and then 'This modification may cause a loss of functionality.' */
const CONSEQUENCE =
  /^(?:this|these) (?:modifications?|changes?|new behaviou?r|restrictions?) (?:may |can |might |will |could )?(?:causes?|results? in|prevents?|breaks?)\b/i;

/** What can be to blame: a sentence without one of these is not read further. */
const BLAMABLE =
  /\bSP ?\d|service packs? ?\d|fix|patch|roll-?up|\b(?:Q|KB) ?\d{5}|\bMS\d\d-\d|\bupdates?\b|\bCU\d|\bRU\d|bulletin|package|release/i;

/** What was installed before the problem of this article appeared, or what introduced it. */
export const brokenBy: Extractor = {
  name: 'broken-by',
  extract(article, reading) {
    if (HOW_TO.test(article.title) || ABOUT_TEXTS.test(article.title)) return [];
    const relations: Relation[] = [];
    const titleBlames = /\b(?:after|following|since|with|by) (?:\w+ )?(?:appl|install|upgrad|updat|add)/i.test(
      article.title,
    );
    reading.statements().forEach((statement, i, all) => {
      if (statement.text.length > 900) return;
      relations.push(...blamed(reading, statement, all[i - 1], all[i + 1], titleBlames));
    });
    if (relations.length === 0) relations.push(...fromTitle(article, reading, titleBlames));
    const spelled = new Map<string, string>();
    return relations.filter((r) => {
      if ('article' in r.target) return r.target.article !== article.id;
      if (!('servicePack' in r.target)) return true;
      // One pack under two spellings is one: the first spelling stays.
      const { servicePack } = r.target;
      const key = `${sameName(servicePack)}\n${r.scope?.product}\n${r.scope?.release}`;
      if (!spelled.has(key)) spelled.set(key, servicePack);
      return spelled.get(key) === servicePack;
    });
  },
};

function blamed(
  reading: Reading,
  statement: Statement,
  previous: Statement | undefined,
  next: Statement | undefined,
  titleBlames: boolean,
): Relation[] {
  if (!BLAMABLE.test(statement.text)) return [];
  const section = statement.place.headings[0] ?? '';
  if (statement.place.headings.some((heading) => ADVICE_SECTION.test(heading))) return [];
  const text = statement.text;
  const inProblem = section === '' || PROBLEM_SECTION.test(section);
  const isCause = /^cause/i.test(section);
  const isItem = reading.kindOf(statement.block) === 'item';
  if (
    (!inProblem || /^(?:summary|introduction)/i.test(section)) &&
    !TROUBLE.test(text) &&
    !(/^after you/i.test(text) && EARLIER_VERSIONS.test(previous?.text ?? '')) &&
    !CONSEQUENCE.test(next?.text ?? '')
  )
    return [];
  const found: Culprit[] = [];
  const add = (pattern: RegExp, only?: 'fixes'): void => {
    for (const m of text.matchAll(pattern))
      found.push(...culpritsIn(reading, statement, m.index + m[0].length, { only, verb: m[0].trim() }));
  };
  for (const m of text.matchAll(AFTER)) {
    // 'a protocol has been installed after applying SP3': the pack only tells the order.
    if (tellsOrder(text.slice(0, m.index)) || complainsItself(m[0], text.slice(m.index))) continue;
    // 'You may still receive …', then in a line of its own: 'after you apply the hotfix'.
    const before = m.index === 0 && text[0] === 'a' ? (previous?.text ?? '') : text.slice(0, m.index);
    if (/\bstill\b/i.test(before)) continue;
    if (/^(?:by|when|if|because of|since)/i.test(m[0]) && !inProblem && !titleBlames) continue;
    found.push(...culpritsIn(reading, statement, m.index + m[0].length, { verb: m[0] }));
  }
  for (const m of text.matchAll(AFTER_IT_IS)) {
    if (tellsOrder(text.slice(0, m.index))) continue;
    const is = m.index + m[0].length + text.slice(m.index + m[0].length).search(IS_INSTALLED);
    if (/\bstill\b/i.test(text.slice(0, m.index)) || (/^(?:when|if|where)/i.test(m[0]) && !inProblem)) continue;
    found.push(...culpritsIn(reading, statement, m.index + m[0].length, { until: is }));
  }
  // A word that each of the rarer frames needs is looked for first.
  if (inProblem) {
    if (text.includes(' and ')) add(AND_INSTALL);
    if (/(?:installed|applied),/.test(text)) add(WITH_INSTALLED);
    add(INSTALLING_CAUSES);
    if (text.includes(' running ')) add(RUNNING_FIX, 'fixes');
    if (isItem) add(CONDITION);
    if (SHIPPED.test(text)) found.push(...shippedWrong(reading, statement));
  }
  if (/ (?:that|which) ha/.test(text)) add(THAT_HAVE);
  if (isCause || TROUBLE.test(text)) add(INTRODUCED);
  if (isCause) found.push(...causes(reading, statement));
  const targets = found.length > 0 && acquits(text) ? [] : found.splice(0);
  if (text.includes(' without ')) {
    found.length = 0;
    add(NOT_WITHOUT);
    targets.push(...found);
  }
  if (targets.length === 0) return [];
  const own = reading.evidence(statement.from, statement.to);
  const scopes = statement.place.products.length > 0 ? statement.place.products : [null];
  const release = releaseNamed(text);
  return targets.flatMap(({ target, entry }) =>
    scopes.map((product) => ({
      type: 'brokenBy' as const,
      target,
      evidence: entry ? [own, reading.evidence(entry.from, entry.to)] : [own],
      ...(product || release ? { scope: { ...(product ? { product } : {}), ...(release ? { release } : {}) } } : {}),
    })),
  );
}

/** In CAUSE, packs and fixes that act or are called faulty, and packs in which something was changed. */
function causes(reading: Reading, statement: Statement): Culprit[] {
  const { text } = statement;
  return statement.mentions().flatMap((mention) => {
    if (mention.kind !== 'service-pack' && mention.kind !== 'article') return [];
    const before = text.slice(0, mention.from);
    const after = text.slice(mention.to);
    if (mention.kind === 'article' && !FAULTY.test(after) && !/\bbecause\b/.test(before)) return [];
    // 'In Service Pack 2 for Windows NT, NTBACKUP.EXE was modified to recognise Unicode.'
    const changed =
      /(?:^|\bbecause )(?:in|with|as of|starting (?:in|with)) (?:Microsoft )?$/i.test(before) &&
      WAS_CHANGED.test(after);
    if (
      !changed &&
      !/^(?:[^,.]{0,60}\bbecause (?:the )?(?:Microsoft |security |critical )?)?(?:applying |installing |the installation of )?$/i.test(
        before,
      )
    )
      return [];
    if (!changed && !FAULTY.test(after) && !PACK_ACTS.test(after)) return [];
    return targetsOf(reading, statement, [mention]).map((target) => ({ target, entry: null }));
  });
}

/** Whether a sentence may say that something came with a pack. */
const SHIPPED = /\b(?:includ|contain|ship|suppl|provid|releas|distribut|comes)/;

/** Packs whose own version of a file is defective: 'The driver that shipped with Service Pack 4 does not …'. */
function shippedWrong(reading: Reading, statement: Statement): Culprit[] {
  const { text } = statement;
  return statement.mentions().flatMap((mention, i, all) => {
    if (mention.kind !== 'service-pack') return [];
    // 'included in SNA Server 4.0, 4.0 SP1, and 4.0 SP2': every version has it.
    const previous = all[i - 1];
    const listed = previous && /^(?:,|,? (?:and|or))? ?$/.test(text.slice(previous.to, mention.from));
    const before = text.slice(0, listed ? previous.from : mention.from);
    if ((listed && previous.kind !== 'service-pack') || !SHIPPED_IN.test(before)) return [];
    if (!DEFECT.test(text.slice(mention.to)) && !OF_DEFECT.test(before)) return [];
    return targetsOf(reading, statement, listed ? [previous, mention] : [mention]).map((target) => ({
      target,
      entry: null,
    }));
  });
}

/** 'Repairing Windows NT After …', 'How to …': what to do, not what goes wrong. */
const ADVICE_TITLE =
  /^(?:[A-Z]{2,6}: )?(?:how to|repair(?:ing)?|recover(?:ing)?|restor(?:e|ing)|remov(?:e|ing)|us(?:e|ing)|(?:re)?install(?:ing)?|setting)\b/i;

/** A procedure's remarks on packs are no problem of its own. */
const HOW_TO = /^(?:[A-Z]{2,6}: )?(?:how to|repair(?:ing)?) /i;

/** What accompanies a product, and corrections to a book. */
const ABOUT_TEXTS = /\bread ?me\b|\brelease notes\b|\bcomments and corr/i;

/** 'Service Pack 3 Causes Updated Driver to Fail', 'Printing Is Broken in SP4' */
const PACK_BREAKS =
  /\b(?:SP|service pack) ?(\d[a-z]?)\b (?:may |\w+ly )?(?:causes?|breaks?|prohibits?|overwrites?|disables?|replaces?|resets?|re-?enables?|removes?)\b|\bbroken (?:in|by) (?:[\w.]{1,12} ){0,3}(?:SP|service pack) ?(\d[a-z]?)\b/i;

/** A title that blames ('… After Installing SP4', '… After SP5'): the pack of that level, as the body names it. */
function fromTitle(article: Article, reading: Reading, blames: boolean): Relation[] {
  const { title } = article;
  if (ADVICE_TITLE.test(title) || /\b(?:remov|uninstall|cancel)/i.test(title)) return [];
  const at = (
    blames
      ? /\b(?:after|following|since) (?:\w+ )?(?:appl|install|upgrad|updat|add)\w*/i
      : /\bafter (?=(?:[\w.]{1,12} ){0,4}(?:SP|service pack) ?\d)/i
  ).exec(title);
  const breaks = at ? null : PACK_BREAKS.exec(title);
  const level = (
    at ? /(?:SP|service pack) ?(\d[a-z]?)\b/i.exec(title.slice(at.index))?.[1] : (breaks?.[1] ?? breaks?.[2])
  )?.toLowerCase();
  if (!level) return [];
  const isIt = (m: Mention): boolean => m.kind === 'service-pack' && m.levels.includes(level);
  const statement = reading.statements().find((s) => s.mentions().some(isIt));
  const pack = statement?.mentions().find(isIt);
  if (statement && pack?.kind === 'service-pack') {
    const targets = targetsOf(reading, statement, [{ ...pack, levels: [level] }]);
    const evidence = reading.evidence(statement.from, statement.to);
    return targets.map((target) => ({ type: 'brokenBy', target, evidence: [evidence] }));
  }
  const from = article.text.indexOf(title, article.span.from);
  if (from < 0 || from + title.length > article.span.to || acquits(title)) return [];
  const named = mentionsOf(title).find(isIt);
  const servicePack = reading.context().servicePack(level, named?.kind === 'service-pack' ? named.product : null, []);
  const evidence = { from, to: from + title.length, quote: title };
  return [{ type: 'brokenBy', target: { servicePack }, evidence: [evidence] }];
}
