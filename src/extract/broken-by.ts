import type { Relation, Target } from '../model/relation.ts';
import { culpritsIn } from './breakage/culprits.ts';
import type { Extractor } from './extractor.ts';
import type { ListEntry, Reading, Statement } from './reading/reading.ts';
import { releaseNamed } from './reading/release.ts';
import { targetsOf } from './reading/targets.ts';

/** 'after you apply', 'after installing', 'when you install', 'once SP4 has been applied', 'after the installation of'. */
const AFTER =
  /\b(?:(?:immediately |shortly |soon |directly |right )?after|when|once|if|whenever|as soon as|by|following|because of|since) (?:(?:you|the|a|an|users?|customers?|either|it|your|computer|system|server|upgrade|successful|has|have|had|is|are|be|being) ){0,4}(?:appl(?:y|ied|ying)|(?:re)?install(?:s|ed|ing)?|upgrad(?:e|es|ed|ing)|updat(?:e|ed|ing)|add(?:ed|ing)?|deploy(?:ed|ing)?|roll(?:ed|ing)? out|appli(?:es|cation)(?: of)?|application of|installation of|implement(?:ed|ing)?(?= the (?:hot-?fix|fix|patch|update))|running update)\b/gi;
/** 'after the hotfix in Q285017 is applied', 'once Service Pack 4 has been installed', 'on which the fix is installed'. */
const AFTER_IT_IS =
  /\b(?:after|once|when|if|where|since|on which|in which) (?=(?:[^.;:]|\.(?=\d)){3,160}? (?:is|are|was|were|has been|have been|had been) (?:applied|installed|added|deployed|rolled out|in place|on the (?:computer|server|system))\b)/gi;
const IS_INSTALLED =
  /\b(?:is|are|was|were|has been|have been|had been) (?:applied|installed|added|deployed|rolled out|in place|on the (?:computer|server|system))\b/i;
/** 'introduced in Service Pack 2', 'caused by the hotfix for Q293187', 'a regression in', 'changed as of SP4'. */
const INTRODUCED =
  /\bcreated (?:in|by)\b|\busing (?=the (?:hot-?fix|fix|patch|update) (?:that is |which is )?(?:described|mentioned|discussed)\b)|\b(?:introduced|caused|broken|produced|triggered) (?:[\w ]{0,30}?)?(?:in|by|with|beginning with|starting with|as of)\b|\b(?:result of|due to|because of|caused by) (?:a|an|the) (?:[\w-]+ ){0,2}?(?:regression|change|changes|problem|bug|error|modification)(?: fix)?s?(?: (?:that was |that were |that is )?(?:made|introduced|included))? (?:in|from|with|by|to|of)\b|\bregression (?:fix )?(?:in|on|from|of|introduced)\b|\bside effect of\b|\b(?:because of|due to|caused by) (?=(?:the |an? )?(?:security |critical |Microsoft )?(?:update|hot-?fix|fix|patch)(?: roll-?up)? [\dQKM(])|\b(?:began|started|first (?:appeared|occurred|surfaced)) (?:in|with) (?:the (?:release|installation) of )?|\b(?:introduced|came) with\b|\b(?:beginning|starting) with\b|\bchang\w+ (?:as of|in|with)\b/gi;
/** In CAUSE, a pack that does something: 'SP4 enables the …', 'Service Pack 3 adds a code path'. */
const PACK_ACTS =
  /^(?: ?\(SP\w+\))? (?:also )?(?:adds?|added|chang(?:es|ed)|introduc(?:es|ed)|enables?|enabled|disables?|disabled|removes?|removed|modif(?:ies|ied)|overwrites?|overwrote|resets?|re-?enables?|no longer|does not (?:establish|support|use|allow|check|recognize|update|set|create|register|install|copy)|causes?|caused|makes?|made|installs? (?:a|an) (?:new|newer|different|older)|(?:includes?|contains?|provides?) (?:a|an) (?:new|newer|different|updated?|modified|changed?|modification|enhancement)|breaks?|broke|incorrectly|mistakenly|inadvertently)\b/i;

/** 'Update 3179573 contains a regression': another article's fix must be called faulty. */
const FAULTY =
  /^\)? (?:contains?|introduces?|introduced|has|had) (?:a|an) (?:\w+ ){0,2}(?:regression|bug|defect|problem|error)\b|^\)? (?:causes?|caused|breaks?|broke)\b/i;
/** In CAUSE, what was changed in a pack. */
const WAS_CHANGED =
  /^[^,.]{0,30}, [^;]{3,80}?\b(?:was|were|has been|have been|is|are) (?:modified|changed|updated|altered|removed|enhanced|rewritten|added)\b/i;

/** Sections that describe the problem; in others a sentence must say itself that something goes wrong. */
const PROBLEM_SECTION =
  /^(?:symptoms?|cause|problem|summary|introduction)\b|\b(?:issues?|problems?|bugs?) (?:that|this|these|fixed|resolved|corrected)\b|\bfixes the following\b|\bimprovements and fixes\b/i;
const ADVICE_SECTION =
  /^(?:resolution|work ?around|solution|status|references|method|how to|prerequisites|installation|restart|to work|to resolve|hotfix|file info|applies|removal|steps|recommend)/i;
/** What goes wrong, in words. */
const TROUBLE =
  /\b(?:error|errors|fail|fails|failed|failure|cannot|can not|can't|unable|no longer|stops?|stopped|not work|incorrect(?:ly)?|hangs?|crash(?:es)?|problems?|issue|does not|do not|may not|will not|not be|lost|missing|corrupt\w*|denied|slow\w*|blue screen|stop message|access violation|unexpected\w*|leak|symptoms?|behavior|occurs only)\b/i;
/** 'even after', 'you may still receive', 'does not occur': the pack is not to blame. */
const INNOCENT =
  /\beven (?:after|if|though|when)\b|\bdoes not occur\b|\bdo not occur\b|\bwill not occur\b|\b(?:is|are|was|were) (?:fixed|corrected|resolved) (?:when|by|after|if|once)\b|\bcannot (?:go back|be uninstalled|uninstall|remove (?:the|this) service pack)\b|\bnew (?:behaviou?r|functionality|features?)\b[^.;]{0,90}\b(?:was|were|is) introduced\b|^for (?:additional|more|further) information\b|\bnot (?:caused by|related to|specific to)\b|\bbut (?:has been|can also|also|is not|the (?:problem|issue|behavior|bug) exist(?:s|ed))\b.{0,80}\b(?:all|earlier|previous|other|any)\b|\bcannot be reproduced\b|\b(?:problems?|issues?|errors?|behaviou?r|symptoms?|messages?) (?:will )?no longer (?:occurs?|appears?|happens?)\b|\b(?:service pack(?: \d\w?)?|SP ?\d\w?|hotfix|fix|update|patch) (?:is|was|has been) (?:uninstalled|removed)\b|\bproblem is not (?:resolved|corrected|fixed)\b|\bshould not\b|\bafter (?:you |running the )?(?:remov|uninstall)\w*|\b(?:do not (?:apply|install)|you (?:should|must|can) (?:uninstall|remove))\b|\bbefore and after\b/i;
/** 'when you attempt to install Service Pack 4': what was only tried is not to blame; 'programs may attempt to read' is trouble. */
const ATTEMPT =
  /\b(?:attempt|attempts|attempted|attempting|try|tries|trying) to (?:(?:re)?install|apply|upgrade|update|add|load|run|use|set up|remove|uninstall)\b[^,;.]{0,60}\b(?:service packs?|SP ?\d|hot-?fix(?:es)?|fix(?:es)?|patch(?:es)?|updates?)\b/i;
/** 'has been installed after …', 'was added since …'. */
const ORDER =
  /\b(?:is|are|was|were|been) (?:re-?)?(?:installed|added|applied) $|\breinstall (?:the |a |an )?[\w .-]{2,40} $/i;
/** The installation itself stops: nothing is broken by what was never installed. */
const INSTALLING =
  /\b(?:installation|setup(?: program)?|update(?:\.exe)?(?: program| process)?|the service pack) (?:may |might |can |will |process )?(?:stops?|fails?|hangs?|pauses?|does not (?:complete|finish|continue)|cannot|is unsuccessful|quits?)\b|\bduring (?:the )?(?:installation|setup|upgrade)\b|\bwhile (?:you are |you )?(?:install|appl|upgrad)/i;

/** What can be to blame: a sentence without one of these is not read further. */
const BLAMABLE =
  /\bSP ?\d|service packs? ?\d|fix|patch|roll-?up|\b(?:Q|KB) ?\d{5}|\bMS\d\d-\d|\bupdates?\b|\bCU\d|\bRU\d|bulletin|package|release/i;

/** 'After you install Service Pack 4, if you install a program, the installation may fail' is about the program's. */
const OTHER_INSTALLATION = /^after (?:you )?(?:install|apply|upgrade)[^,;]{1,90}, (?:if|when) you\b/i;

/** What was installed before the problem of this article appeared, or what introduced it. */
export const brokenBy: Extractor = {
  name: 'broken-by',
  extract(article, reading) {
    if (HOW_TO.test(article.title)) return [];
    const relations: Relation[] = [];
    const titleBlames = /\b(?:after|following|since|with|by) (?:\w+ )?(?:appl|install|upgrad|updat|add)/i.test(
      article.title,
    );
    reading.statements().forEach((statement, i, all) => {
      if (statement.text.length <= 900) relations.push(...blamed(reading, statement, all[i - 1], titleBlames));
    });
    if (titleBlames && relations.length === 0) relations.push(...fromTitle(reading, article.title));
    return relations.filter((r) => !('article' in r.target) || r.target.article !== article.id);
  },
};

function blamed(
  reading: Reading,
  statement: Statement,
  previous: Statement | undefined,
  titleBlames: boolean,
): Relation[] {
  if (!BLAMABLE.test(statement.text)) return [];
  const section = statement.place.headings[0] ?? '';
  if (statement.place.headings.some((heading) => ADVICE_SECTION.test(heading))) return [];
  const text = statement.text;
  const inProblem = section === '' || PROBLEM_SECTION.test(section);
  if ((!inProblem || /^(?:summary|introduction)/i.test(section)) && !TROUBLE.test(text)) return [];
  if (INNOCENT.test(text) || ATTEMPT.test(text)) return [];
  if (INSTALLING.test(text) && !OTHER_INSTALLATION.test(text)) return [];
  const targets: { target: Target; entry: ListEntry | null }[] = [];
  for (const m of text.matchAll(AFTER)) {
    // 'a protocol has been installed after applying SP3': the pack only tells the order.
    if (ORDER.test(text.slice(0, m.index))) continue;
    // 'You may still receive …', then in a line of its own: 'after you apply the hotfix'.
    const before = m.index === 0 && text[0] === 'a' ? (previous?.text ?? '') : text.slice(0, m.index);
    if (/\bstill\b/i.test(before)) continue;
    if (/^(?:by|when|if|because of|since)/i.test(m[0]) && !inProblem && !titleBlames) continue;
    targets.push(...culpritsIn(reading, statement, m.index + m[0].length));
  }
  for (const m of text.matchAll(AFTER_IT_IS)) {
    const is = m.index + m[0].length + text.slice(m.index + m[0].length).search(IS_INSTALLED);
    if (/\bstill\b/i.test(text.slice(0, m.index)) || (/^(?:when|if|where)/i.test(m[0]) && !inProblem)) continue;
    targets.push(...culpritsIn(reading, statement, m.index + m[0].length, is));
  }
  for (const m of text.matchAll(INTRODUCED))
    if (TROUBLE.test(text) || /^cause/i.test(section))
      targets.push(...culpritsIn(reading, statement, m.index + m[0].length));
  if (/^cause/i.test(section)) {
    for (const pack of statement.mentions()) {
      if (pack.kind !== 'service-pack' && pack.kind !== 'article') continue;
      const before = text.slice(0, pack.from);
      if (pack.kind === 'article' && !FAULTY.test(text.slice(pack.to)) && !/\bbecause\b/.test(before)) continue;
      // 'In Service Pack 2 for Windows NT, NTBACKUP.EXE was modified to recognise Unicode.'
      const changed =
        /^(?:in|with|as of|starting (?:in|with)) (?:Microsoft )?$/i.test(before) &&
        WAS_CHANGED.test(text.slice(pack.to));
      if (
        !changed &&
        !/^(?:[^,.]{0,60}\bbecause (?:the )?(?:Microsoft |security |critical )?)?(?:applying |installing |the installation of )?$/i.test(
          before,
        )
      )
        continue;
      if (changed || FAULTY.test(text.slice(pack.to)) || PACK_ACTS.test(text.slice(pack.to)))
        for (const target of targetsOf(reading, statement, [pack])) targets.push({ target, entry: null });
    }
  }
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

/** 'Repairing Windows NT After …', 'How to …': what to do, not what goes wrong. */
const ADVICE_TITLE =
  /^(?:[A-Z]{2,6}: )?(?:how to|repair(?:ing)?|recover(?:ing)?|restor(?:e|ing)|remov(?:e|ing)|us(?:e|ing)|(?:re)?install(?:ing)?|setting)\b/i;

/** A procedure's remarks on packs are no problem of its own. */
const HOW_TO = /^(?:[A-Z]{2,6}: )?(?:how to|repair(?:ing)?) /i;

/** A title that blames ('… After Installing SP4'): the pack of that level, as the body names it. */
function fromTitle(reading: Reading, title: string): Relation[] {
  if (ADVICE_TITLE.test(title)) return [];
  const at = /\b(?:after|following|since) (?:\w+ )?(?:appl|install|upgrad|updat|add)\w*/i.exec(title);
  if (!at) return [];
  const level = /(?:SP|service pack) ?(\d[a-z]?)\b/i.exec(title.slice(at.index))?.[1]?.toLowerCase();
  if (!level) return [];
  const statement = reading
    .statements()
    .find((s) => s.mentions().some((m) => m.kind === 'service-pack' && m.levels.includes(level)));
  if (!statement) return [];
  const pack = statement.mentions().find((m) => m.kind === 'service-pack' && m.levels.includes(level));
  if (pack?.kind !== 'service-pack') return [];
  const targets = targetsOf(reading, statement, [{ ...pack, levels: [level] }]);
  return targets.map((target) => ({
    type: 'brokenBy',
    target,
    evidence: [reading.evidence(statement.from, statement.to)],
  }));
}
