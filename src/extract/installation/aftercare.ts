import type { InstallationSaying } from '../../model/installation.ts';

const PACKAGE =
  '(?:hot-?fix(?:es)?|fix(?:es)?|patch(?:es)?|updates?|packages?|roll-?ups?|service packs?|SRP|SP ?\\d[a-z]?)';
const AGAIN = 're-?(?:appl(?:y|ied|ying)|install(?:ed|ing)?)';
/** 'reapply the roll-up', 'reinstall your current Windows NT 4.0 service pack', 'service packs should also be reapplied', 'reapply it'. */
const REAPPLY = new RegExp(
  `\\b${AGAIN} (?:(?!after|if|when|and|from|to)[\\w./-]{1,20} ){0,6}?${PACKAGE}\\b|\\b${PACKAGE}\\b[^.;]{0,60}\\b(?:be|is|are) (?:also )?${AGAIN}\\b|\\b${PACKAGE}\\b[^.;]{0,90}\\b${AGAIN} (?:it|them)\\b`,
  'i',
);
const MUST = /\b(?:must|need to|needs to|have to|remember to|make sure|be sure|ensure|should|required|always)\b/i;
const NEEDLESS = /\b(?:not|n't) (?:have|need)\b/i;
const OCCASION =
  /\b(?:after|if|when|whenever|any ?time|each time|every time|before (?:re-?boot|re-?start)\w{0,4}|prior to)\b/i;
/** Something to be added is what calls for the package once more: a component, a service, a driver, a service pack. */
const ADDED =
  /\b(?:add|install|chang|upgrad|updat|remov|reinstall)\w{0,4}\b[^.;]{0,60}\b(?:components?|services?|service packs?|drivers?|software|hardware|protocols?|adapters?|programs?|files|media|RAS|TCP\/IP|Option Pack|IIS|server|CD)\b/i;
/** 'If you reinstall Word 97, you must reinstall this update': this article's own package, whatever calls for it. */
const OWN_AGAIN = new RegExp(
  `\\b${AGAIN} (?:this|the) (?:[\\w.-]{1,20} ){0,2}?(?:hot-?fix|fix|patch|update|roll-?up|SRP)\\b`,
  'i',
);
/** 'You should apply this fix after you install or reinstall any service pack' */
const AFTER_PACK =
  /\b(?:apply|install|run) this (?:hot-?fix|fix|patch|update)\b[^.;]{0,20}\bafter you (?:re-?)?install(?: or re-?install)? (?:any|a|each|every) service pack/i;
const REMOVE = new RegExp(
  `(?:^\\W{0,3}(?:note\\W{1,3})?|[,:)] )to (?:remove|unin?stall|back out|undo) (?:this|the|these) (?:(?!reference|entr|registry|to |from )[\\w.-]{1,20} ){0,3}?${PACKAGE}\\b`,
  'i',
);
/** 'Type "hotfix -y" at a command prompt to uninstall the hotfix' */
const COMMAND = new RegExp(
  `\\b(?:type|run)\\b[^.;]{0,80}\\bto (?:remove|unin?stall|back out) (?:this|the) (?:[\\w.-]{1,20} ){0,2}?${PACKAGE}\\b`,
  'i',
);
const STAYS = new RegExp(
  `\\b(?:this|the) (?:[\\w.-]{1,20} ){0,2}?${PACKAGE}\\b[^.;]{0,60}\\b(?:cannot|can not|can't) be (?:uninstalled|removed|undone)\\b|\\b(?:no way to|you cannot|you can't) (?:uninstall|remove|back out)(?: \\([^()]{1,40}\\))? (?:this|the) (?:[\\w.-]{1,20} ){0,2}?${PACKAGE}\\b`,
  'i',
);

/** 'You must reapply the roll-up after you install a service pack', 'To uninstall this fix:', 'cannot be removed'. */
export function aftercareSaid(
  sentence: string,
): Extract<InstallationSaying, 'reapply' | 'uninstall' | 'no-uninstall'> | null {
  if (STAYS.test(sentence)) return 'no-uninstall';
  if ((REMOVE.test(sentence) || COMMAND.test(sentence)) && !/\b(?:problem|error message|receive)\b/i.test(sentence))
    return 'uninstall';
  if (AFTER_PACK.test(sentence)) return 'reapply';
  if (!REAPPLY.test(sentence) || !MUST.test(sentence) || NEEDLESS.test(sentence) || !OCCASION.test(sentence))
    return null;
  return ADDED.test(sentence) || OWN_AGAIN.test(sentence) ? 'reapply' : null;
}
