import type { InstallationSaying } from '../../model/installation.ts';

export type RestartSaying = Extract<InstallationSaying, 'restart' | 'no-restart' | 'maybe-restart'>;

/** 'You do not have to restart the computer', 'The computer does not have to be restarted', 'No restart is required'. */
const NOT_REQUIRED =
  /\b(?:do|does|did|is|are|will) not (?:have|need|require|be required|required)\b[^.;]{0,40}\b(?:restart|reboot)|\bno (?:restart|reboot)\b|\b(?:restart|reboot) (?:is|are) not (?:required|necessary|needed)|\bwithout (?:restarting|rebooting)\b|\bnot necessary to (?:restart|reboot)\b/i;
/** 'You may have to restart the computer', 'If you are prompted to restart the computer'. */
const PERHAPS =
  /\b(?:may|might|could)\b[^.;]{0,60}\b(?:restart|reboot)|\bif (?:you are|it is|setup|the \w{1,20})\b[^.;]{0,40}\b(?:prompt|ask|require)\w{0,6}\b[^.;]{0,20}\b(?:restart|reboot)/i;
/** 'Although you can avoid the need to restart …' */
const AVOIDABLE = /\bavoid(?:s|ed)? (?:the need to|having to) (?:restart|reboot)\b/i;
/** 'You must restart the computer', 'requires a restart', 'Restart the server.', 'After …, restart your computer'. */
const REQUIRED =
  /\b(?:must|have to|need to|needs to|should|be sure to|required to)\b[^.;]{0,40}\b(?:restart|reboot)|\brequires?\b[^.;]{0,20}\b(?:restart|reboot)|\b(?:restart|reboot) (?:is|will be) (?:required|necessary|needed)|(?:^|, |\band (?:then )?|\bthen )(?:restart|reboot) (?:the|your|each|all|both)\b/i;
/** What is restarted, where it is no service and no program. */
const MACHINE =
  /\b(?:re-?start|re-?boot)\w{0,4} (?:(?:the|your|each|this|every|all|both|affected) ){0,2}(?:\w{1,20} ){0,2}?(?:computers?|servers?|systems?|machines?|nodes?|workstations?|domain controllers?)\b|\b(?:computers?|servers?|systems?|machines?)\b[^.;]{0,30}\b(?:restarted|rebooted)\b|\breboots?\b|\b(?:no|a) restart\b|\brestart (?:is|will be)\b/i;
const SERVICE = /\b(?:restart|reboot)\w{0,4} (?:the |your |each |any |all )?(?:[\w.$-]{1,24} ){0,5}services?\b/i;

/** What a sentence says of a restart after installing, or null. */
export function restartSaid(sentence: string): RestartSaying | null {
  if (!MACHINE.test(sentence) || (SERVICE.test(sentence) && !/\bcomputer\b/i.test(sentence))) return null;
  if (NOT_REQUIRED.test(sentence)) return /\bunless\b|\bexcept\b/i.test(sentence) ? 'maybe-restart' : 'no-restart';
  if (PERHAPS.test(sentence) || AVOIDABLE.test(sentence)) return 'maybe-restart';
  return REQUIRED.test(sentence) ? 'restart' : null;
}

/** The fix of this very article: 'this hotfix', 'the patch', 'the updated files', 'the security rollup package'. */
const OWN_FIX =
  /\b(?:this|the|these) (?:[\w-]{1,20} ){0,5}?(?:hot-?fix(?:es)?|hot-?fixed files|fix|patch|update|package|roll-?up|srp|updated files?|new files?)\b/i;
const INSTALLING =
  /\b(?:appl(?:y|ied|ying|ies)|install(?:ed|ing|s|ation)?|re-?plac(?:e|ing)|cop(?:y|ied|ying)|run(?:ning)?|extract(?:ing)?)\b/i;
/** 'Reapply the service pack and restart': a way out of trouble, not the fix. */
const AGAIN = /\bre-?(?:appl|install)|\bservice packs?\b(?![^.]{0,80}\b(?:hot-?fix|patch)\b)/i;
/** 'After you install the hotfix and restart the computer, you receive …' tells what goes wrong. */
const SYMPTOM =
  /\b(?:receive|appears?|hangs?|stops?|fails?|displayed|error|problem|symptom|QChain|multiple hot-?fixes|does not work|no longer|safe mode|encounter|before you (?:apply|install|run))\b/i;

/** What a sentence outside a section on restarts says of restarting after installing this article's fix, or null. */
export function restartAfterInstalling(sentence: string): RestartSaying | null {
  if (!/restart|reboot/i.test(sentence) || !OWN_FIX.test(sentence) || !INSTALLING.test(sentence)) return null;
  if (AGAIN.test(sentence) || SYMPTOM.test(sentence)) return null;
  return restartSaid(sentence);
}
