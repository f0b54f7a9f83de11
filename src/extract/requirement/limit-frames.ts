import { type Frame, hasPack, hasVersions, INSTALLED, OWN, PROCEDURE } from './frame.ts';
import { isCure } from './modality.ts';

/** A problem's condition is no requirement. */
const TROUBLE = /\b(?:problems?|issues?|errors?|behaviou?r|symptoms?|occurs?|happens?|fails?|bug|messages?)\b/i;

/** Ways to say where something can be used at all, so that what it names must be there. */
export const LIMIT_FRAMES: readonly Frame[] = [
  {
    // 'This patch can be installed on systems running Windows NT 4.0 SP5 or SP6a'
    rule: 'can be installed on',
    cues: ['can be', 'may be', 'should be', 'must', 'only', 'intended', 'designed'],
    verb: /\b(?:can|may|should|must|(?:is|are) (?:intended|designed) to)\s(?:only\s)?be\s(?:only\s)?(?:installed|applied)\s(?:only\s)?(?:on|to|over|on top of)\s(?:[a-z]{1,20}\s){0,4}?(?:(?:with|running)\s)?(?=[A-Z])/gi,
    side: 'after',
    accepts: ({ before, verb, object, lead }) =>
      OWN.test(before)
        ? hasPack(object) || /\bonly\b|intended|designed/i.test(verb)
        : /\bmust\b/i.test(verb) &&
          !/service pack|\bSP ?\d/i.test(before) &&
          (hasPack(object) || /\brunning\s/i.test(verb + lead)),
  },
  {
    // 'This update should be applied only to computers that have the Winsock 2 update installed'
    rule: 'computers that have',
    cues: ['can be', 'may be', 'should be', 'must', 'only'],
    verb: /\b(?:can|may|should|must)\s(?:only\s)?be\s(?:only\s)?(?:installed|applied)\s(?:only\s)?(?:on|to)\s[^.;,]{3,60}?\s(?:that|which|where|on which)\s(?:have|has|(?:is|are)\srunning)\s/gi,
    side: 'after',
    accepts: ({ before, verb, object }) => OWN.test(before) && (hasPack(object) || /\bonly\b/i.test(verb)),
    installs: ({ verb, after }) => !/running\s$/.test(verb) && INSTALLED.test(after),
  },
  {
    // 'This update is intended for computers running SNA Server 4.0 SP2', 'This hotfix is available only for SMS 1.2 SP4'
    rule: 'intended for',
    cues: ['intended', 'designed', 'only'],
    verb: /\b(?:(?:is|are)\s(?:only\s)?(?:intended|designed)\s(?:only\s)?(?:for|to be (?:used|installed|applied) (?:on|with))|(?:is|are)\s(?:only available|available only)\s(?:for|on|with))\s(?:(?:use\s(?:on|with)\s)?[^.;,:]{3,70}?\s(?:that (?:is|are) )?running\s(?:Microsoft\s)?)?/gi,
    side: 'after',
    accepts: ({ before, object }) => OWN.test(before) && hasPack(object),
  },
  {
    // 'The hotfix must be applied to Windows NT during the update to Windows NT 4.0 Service Pack 4 or Service Pack 5'
    rule: 'during the update to',
    cues: ['must', 'should be', 'can be'],
    verb: /\b(?:must|should|can)\s(?:only\s)?be\s(?:installed|applied)\b(?:[^.;]|\.\d){0,110}?\bduring\s(?:the\s)?(?:update|upgrade)\sto\s/gi,
    side: 'after',
    accepts: ({ before, object }) => OWN.test(before) && hasPack(object),
  },
  {
    // 'This fix should only be installed after you apply Terminal Server Edition Service Pack 6'
    rule: 'after',
    cues: ['after'],
    verb: /\b(?:must|should|can)\s(?:only\s)?be\s(?:only\s)?(?:installed|applied)\s(?:only\s)?after\s(?:(?:you\s)?(?:have\s)?(?:apply|install|applying|installing|applied|installed)\s)?/gi,
    side: 'after',
    accepts: ({ before }) => OWN.test(before),
  },
  {
    // 'You cannot install this update unless you have Internet Explorer 4.01 installed'
    rule: 'unless you have',
    cues: ['unless'],
    verb: /(?<=\b(?:not|cannot|unavailable)\b(?:[^.;]|\.\d){0,120})\bunless\s(?:you\s)?(?:(?:first|already)\s)?(?:have|are\srunning|install|apply|have\s(?:already\s)?installed)\s/gi,
    side: 'after',
    exception: true,
    accepts: ({ text, verb, object, after }) =>
      !isCure(text) &&
      !TROUBLE.test(text) &&
      (!/\bhave\s$/i.test(verb) || INSTALLED.test(after) || hasVersions(object)),
    installs: ({ after }) => INSTALLED.test(after),
  },
  {
    // 'Do not install this fix on systems without Service Pack 4'
    rule: 'not without',
    cues: ['do not install', 'do not apply'],
    verb: /\bdo\snot\s(?:install|apply)\s(?:this|the|these)\b[^.;]{3,70}?\b(?:without|(?:that|which|if\syou)\s(?:do|does)\snot\s(?:already\s)?have)\s/gi,
    side: 'after',
    exception: true,
    accepts: ({ object }) => hasVersions(object),
  },
  {
    // 'The option is only available if Service Pack 1 is installed', 'works only when you have SP3 installed'
    rule: 'only if',
    cues: ['only'],
    verb: /\b(?:works?|functions?|available|supported|possible|used|enabled|installed|applied)\b[^.;,]{0,30}?\s(?:only\s(?:if|when|after)|if)\s(?:you\s(?:are\srunning|(?:have\s)?(?:already\s|first\s)?(?:installed|install|applied|apply)|have)\s)?/gi,
    side: 'after',
    accepts: ({ text, before, verb, object, after }) =>
      /\bonly\b/i.test(verb + before.slice(-30)) &&
      !TROUBLE.test(text) &&
      !isCure(text) &&
      (/(?:running|install(?:ed)?|appl(?:y|ied))\s$/i.test(verb)
        ? hasVersions(object)
        : INSTALLED.test(after.slice(0, 50))) &&
      (hasPack(object) || hasVersions(object)),
  },
  {
    // 'You can apply this update only to computers that are running Windows NT 4.0 SP6a'
    rule: 'you can apply to',
    cues: ['only'],
    verb: /\b(?:(?:can|may|should|must)\s(?:only\s)?|(?:^|[.:]\s))(?:install|apply|use)\s(?:this|the|these)\s[^.;,]{3,40}?\s(?:only\s)?(?:on|to|with)\s(?:only\s)?(?:[a-z][a-z-]{0,15}\s){0,5}?(?=[A-Z])/gi,
    side: 'after',
    accepts: ({ text, verb, object, after }) =>
      hasPack(object) && (/\bonly\b/i.test(verb) || /^\s(?:\(SP\w+\)\s)?only\b/i.test(after)) && !isCure(text),
  },
  {
    // 'You must install the service on a computer running Windows NT Server version 4.0 with Service Pack 3'
    rule: 'must install on',
    cues: ['must'],
    verb: /\bmust\s(?:install|apply)\s[^.;,]{3,60}?\son\s(?:an?|any|each|all)\s(?:computer|server|system|machine)s?\s(?:that\s(?:is|are)\s)?running\s/gi,
    side: 'after',
    accepts: ({ text, object }) => hasPack(object) && !isCure(text),
  },
  {
    // 'This hotfix is only for Windows NT 4.0 Service Pack 4', 'applies only to systems running SMS 2.0 SP1'
    rule: 'only for',
    cues: ['only'],
    verb: /\b(?:(?:is|are)\s(?:only|valid\sonly|only\svalid|only\sapplicable|applicable\sonly)\s(?:for|to|on)|(?:only\sapplies|applies\sonly|apply\sonly)\sto)\s(?:[^.;,:]{3,50}?\s(?:that\s(?:is|are)\s)?running\s(?:Microsoft\s)?)?/gi,
    side: 'after',
    accepts: ({ before, object, text }) => OWN.test(before) && hasPack(object) && !TROUBLE.test(text),
  },
  {
    // 'Install this fix only after Service Pack 4 has been installed'
    rule: 'install only after',
    cues: ['only'],
    verb: /\b(?:install|apply)\s(?:this|the|these)\s[^.;,]{3,40}?\sonly\safter\s(?:you\s(?:have\s)?(?:installed|install|applied|apply)\s|(?:installing|applying)\s)?/gi,
    side: 'after',
    accepts: ({ object }) => hasVersions(object),
  },
  {
    // 'This hotfix should not be installed unless the LSA2 fix is installed'
    rule: 'unless',
    cues: ['unless'],
    verb: /(?<=\b(?:not|cannot|unavailable)\b[^.;]{0,120}\bunless\s(?:[^.;,]|\.\d){1,80})\s(?:is|are)\s(?:also\s|already\s)?(?:installed|applied)\b/gi,
    side: 'before',
    exception: true,
    accepts: ({ text, after }) => !isCure(text) && !PROCEDURE.test(after),
    installs: () => true,
  },
  {
    // 'This update runs only under version 5.0 of Visual FoxPro'
    rule: 'runs only under',
    cues: ['only'],
    verb: /\b(?:runs?|works?|functions?|operates?|(?:is|are)\ssupported)\sonly\s(?:on|under|with|in)\s|\bonly\s(?:runs?|works?|supported)\s(?:on|under|with|in)\s/gi,
    side: 'after',
    accepts: ({ object, after }) =>
      (hasPack(object) || hasVersions(object)) &&
      !/^\W{0,2}(?:\w{1,12}\s)?(?:if|when)\b|^ operating systems?\b/i.test(after),
  },
  {
    // 'these steps may only be used when you are using Systems Management Server version 1.2'
    rule: 'only used with',
    cues: ['only'],
    verb: /\b(?:can|may|should|must)\s(?:only\sbe\s(?:used|done|performed)|be\s(?:used|done|performed)\sonly)\s(?:(?:when|if)\s(?:you\s(?:are\s(?:using|running)|use|run)|using|running)|with|under)\s/gi,
    side: 'after',
    accepts: ({ object }) => hasVersions(object),
  },
];
