import type { InstallationSaying } from '../../model/installation.ts';

const PACKAGE = '(?:hot-?fix(?:es)?|fix|patch|update|package|roll-?up|service pack|SRP|SP ?\\d[a-z]?)';
const REAPPLY = /\bre-?(?:appl(?:y|ied)|install(?:ed)?)\b/i;
const MUST = /\b(?:must|need to|needs to|have to|remember to|make sure|be sure|ensure|should|required)\b/i;
const OCCASION = /\b(?:after|if|when|whenever|any ?time|each time|every time|before restart\w{0,4}|prior to)\b/i;
const OF_PACKAGE = new RegExp(`\\b${PACKAGE}\\b`, 'i');
/** Something to be added is what calls for the package once more: a component, a service, a driver, a service pack. */
const ADDED =
  /\b(?:add|install|chang|upgrad|updat|remov|reinstall)\w{0,4}\b[^.;]{0,60}\b(?:components?|services?|service packs?|drivers?|software|hardware|protocols?|adapters?|programs?|files|media|RAS|TCP\/IP|Option Pack|IIS|server|CD)\b/i;
const REMOVE = new RegExp(
  `(?:^\\W{0,3}(?:note\\W{1,3})?|[,:] )to (?:remove|uninstall|back out|undo) (?:this|the|these) (?:[\\w.-]{1,20} ){0,3}?${PACKAGE}\\b`,
  'i',
);
const STAYS = new RegExp(
  `\\b(?:this|the) (?:[\\w.-]{1,20} ){0,2}?${PACKAGE}\\b[^.;]{0,60}\\b(?:cannot|can not|can't) be (?:uninstalled|removed|undone)\\b|\\b(?:no way to|you cannot|you can't) (?:uninstall|remove|back out) (?:this|the) (?:[\\w.-]{1,20} ){0,2}?${PACKAGE}\\b`,
  'i',
);

/** 'You must reapply the roll-up after you install a service pack', 'To uninstall this fix:', 'cannot be removed'. */
export function aftercareSaid(
  sentence: string,
): Extract<InstallationSaying, 'reapply' | 'uninstall' | 'no-uninstall'> | null {
  if (STAYS.test(sentence)) return 'no-uninstall';
  if (REMOVE.test(sentence) && !/\b(?:problem|error message|receive)\b/i.test(sentence)) return 'uninstall';
  if (!REAPPLY.test(sentence) || !MUST.test(sentence) || !OCCASION.test(sentence)) return null;
  return OF_PACKAGE.test(sentence) && ADDED.test(sentence) ? 'reapply' : null;
}
