/** 'even after', 'you may still receive', 'does not occur': the pack is not to blame. */
const INNOCENT =
  /\beven (?:after|if|though|when) [^.;,]{0,50}\b(?:appl|install|upgrad|re-?appl|hot-?fix|service pack|SP ?\d|fix|patch|update)|\bcontinues? to (?:occur|be|experience|happen|exist|appear|receive|see)\b|\b(?:problem|issue|error|behavior|symptom)s? (?:still|persists?)\b|(?<!\bnot |n't )\bcorrectly (?:raises?|shows?|displays?|prints?|recogni[sz]es?)\b|\brecogni[sz]es? [^.;]{0,40} correctly\b|\bshow the correct\b|\bprints? correctly\b|\bonly necessary to\b|^\W{0,3}where <|\bwhere you can\b|\bslightly different\b|\bcan be changed\b|\bdoes not (?:resolve|correct|fix|solve)\b|^\W{0,3}to reproduce\b|\bdoes not occur\b|\bdo not occur\b|\bwill not occur\b|\b(?:is|are|was|were) (?:fixed|corrected|resolved) (?:when|by|after|if|once)\b|\bcannot (?:go back|be uninstalled|uninstall|remove (?:the|this) service pack)\b|\bnew (?:behaviou?r|functionality|features?)\b[^.;]{0,90}\b(?:was|were|is) introduced\b|^for (?:additional|more|further) information\b|\bnot (?:caused by|related to|specific to)\b|\bbut (?:has been|can also|also|is not|the (?:problem|issue|behavior|bug) exist(?:s|ed))\b.{0,80}\b(?:all|earlier|previous|other|any)\b|\bcannot be reproduced\b|\b(?:problems?|issues?|errors?|behaviou?r|symptoms?|messages?) (?:will )?no longer (?:occurs?|appears?|happens?)\b|\b(?:service pack(?: \d\w?)?|SP ?\d\w?|hotfix|fix|update|patch) (?:is|was|has been) (?:uninstalled|removed)\b|\bproblem is not (?:resolved|corrected|fixed)\b|\bshould not\b|\bafter (?:you |running the )?(?:remov|uninstall)\w*|\b(?:do not (?:apply|install)|you (?:should|must|can) (?:uninstall|remove))\b|\bbefore and after\b/i;
/** 'when you attempt to install Service Pack 4': what was only tried is not to blame; 'programs may attempt to read' is trouble. */
const ATTEMPT =
  /\b(?:attempt|attempts|attempted|attempting|try|tries|trying) to (?:(?:re)?install|apply|upgrade|update|add|load|run|use|set up|remove|uninstall)\b[^,;.]{0,60}\b(?:service packs?|SP ?\d|hot-?fix(?:es)?|fix(?:es)?|patch(?:es)?|updates?)\b/i;
/** The installation itself stops: nothing is broken by what was never installed. */
const INSTALLING =
  /\b(?:installation|setup(?: program)?|(?:update(?:\.exe)?|upgrade|setup)(?: program| process| procedure)?|the service pack) (?:may |might |can |will |process )?(?:(?:unexpectedly )?(?:stops?|fails?)|hangs?|pauses?|does not (?:complete|finish|continue)|cannot|is unsuccessful|quits?|reports?|may terminate|terminates)\b|\bduring (?:the )?(?:installation|setup|upgrade)\b(?! of (?!the (?:service|hot|update)|Windows|service|SP))|\bwhile (?:you are |you )?(?:install|appl|upgrad)/i;
/** 'After you install Service Pack 4, if you install a program, the installation may fail' is about the program's. */
const OTHER_INSTALLATION = /^after (?:you )?(?:install|apply|upgrade)[^,;]{1,90}, (?:if|when) you\b/i;

/** Whether a sentence says that what it names is not to blame, or is about an installation that was only tried. */
export const acquits = (text: string): boolean =>
  INNOCENT.test(text) || ATTEMPT.test(text) || (INSTALLING.test(text) && !OTHER_INSTALLATION.test(text));

/** 'has been installed after …', 'was added since …'. */
const ORDER =
  /\b(?:is|are|was|were|been) (?:re-?|un)?(?:installed|added|applied|removed) $|\bas (?:it|they) (?:did|was|were) $|\breinstall (?:the |a |an )?[\w .-]{2,40} $/i;
/** Whether the words before 'after installing Service Pack 4' make the pack only tell an order. */
export const tellsOrder = (before: string): boolean => ORDER.test(before);

const MESSAGE =
  /\b(?:you|users?|administrators?) (?:may |might |will |can |could )?(?:be |are )?(?:receives?|gets?|sees?|prompted|asked|warned|notified)\b|\bfollowing (?:\w+ ){0,3}(?:message|error|dialog|warning|prompt)/i;
const AFTERWARDS =
  /\b(?:restart|reboot|log(?:s|ged|ging)? (?:on|off)|start-?up|event|blue screen|STOP|starts?|starting|then|later|boot|try|tries|open|runs?|view|configure)\b|\band you (?!receive|may|will|see)|\bwhen you (?:use|click)/i;

/** 'When you are installing Service Pack 1' */
const DURING = /^(?:when|while)\b.* (?:are|is) (?:install|upgrad|apply|updat)ing$/i;

/** 'When you install Service Pack 3, you may receive the following message': the installation itself complains. */
export const complainsItself = (verb: string, rest: string): boolean =>
  DURING.test(verb) ||
  (/^(?:when|while|if|as)\b/i.test(verb) &&
    !/\b(?:have|has|had|been) |\b(?:is|are) \w+ed\b/i.test(verb) &&
    MESSAGE.test(rest) &&
    !AFTERWARDS.test(rest));
