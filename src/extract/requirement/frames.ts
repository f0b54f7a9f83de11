import { type Frame, hasPack, hasVersions, INSTALLED, ORDER, PROCEDURE } from './frame.ts';
import { LIMIT_FRAMES } from './limit-frames.ts';
import { isCure } from './modality.ts';

const MUST = '(?:must|needs? to|ha(?:s|ve) to|(?<=\\byou )are required to)';
const ADVERBS = '(?:(?:first|already|also|at least|currently|then|previously|still|only|both|all)\\s){0,2}';

/** 'requires MS-DOS to be booted first', 'requires that Exchange Server has …': the thing must do something. */
const CAUSED =
  /^\s(?:computers?\s)?(?:to\s(?!(?:be\s(?:\w+ly\s)?(?:installed|running|present|applied|recognized|used|available|loaded|started)|(?:run|function|work|operate|install|perform|use|enable|support|play|build|view|be|access|connect|create|store|communicate|manage|display|read|open|compile|provide)\b))|(?:be|is|are)\s(?!(?:already\s|previously\s|also\s|currently\s|now\s)?(?:installed|running|present|applied|available|on|in)\b)|to\sbe\s(?!(?:\w+ly\s|already\s|currently\s)?(?:installed|running|present|applied|recognized|used|available|loaded|started|able|on)\b))/i;

const DUTY = ['must', 'need', 'has to', 'have to'];

const DEMAND_FRAMES: readonly Frame[] = [
  {
    // 'this hotfix requires Microsoft Windows NT 4.0 Service Pack 6a'
    rule: 'requires',
    cues: ['requir'],
    verb: /\brequires?\s(?:that\s[^.;,"]{1,100}?\s(?:is|are|be)\srunning\s(?=[A-Z]))?/gi,
    side: 'after',
    accepts: ({ object, after }) => hasPack(object) || !CAUSED.test(after),
    installs: ({ lead, after }) =>
      /installation of/i.test(lead) ||
      /^\s(?:or later\s)?(?:already\s)?(?:to\s|must\s|is\s|are\s)?(?:already\s)?(?:be\s)?(?:already\s)?installed\b/i.test(
        after,
      ),
  },
  {
    // 'Service Pack 4 is required to install this fix'
    rule: 'is required',
    cues: ['requir', 'need', 'necess', 'prereq', 'pre-req'],
    verb: /\b(?:is|are)\s(?:(?:also|now|still|therefore|both|the minimum|an?)\s){0,2}(?:required|needed|necessary|requirements?|prerequisites?|pre-requisites?)\b(?!\s(?:by|that you|to run on|to be|in the|only)\b)/gi,
    side: 'before',
    accepts: ({ text }) => !isCure(text),
    installs: () => false,
  },
  {
    // 'you must have SP3 installed to apply this fix', 'The Web server must be running Windows NT 4.0'
    rule: 'must have',
    cues: [...DUTY, 'requir'],
    verb: new RegExp(
      `\\b${MUST}\\s${ADVERBS}(?:(?:be )?have|be running|be using|install|apply|run|use|upgrade(?: it| them| your \\w+)? to|be upgraded to|be updated to|update(?: it| them| these| this| your \\w+)? to|obtain and install|have (?:already |previously )?installed|be at(?! least)|be (?:installed|configured) with)\\s`,
      'gi',
    ),
    side: 'after',
    accepts: ({ text, verb, object, after, lead }) => {
      if (
        isCure(text) ||
        /\b(?:on|over|under|with|in|from|to)\s/i.test(lead.replace(/\bdescribed .*| in (?:article|the)\b.*/i, ''))
      )
        return false;
      if (/\bhave\s$/i.test(verb) && !INSTALLED.test(after) && !hasVersions(object)) return false;
      if (/\b(?:use|run)\s$/i.test(verb) && !hasVersions(object)) return false;
      // 'After running Setup, you must still install Service Pack 3', 'install SP3 again': what comes afterwards.
      if (/^\W{0,3}(?:note\W{1,3})?after\b/i.test(text) && /\b(?:install|apply)\s$/i.test(verb) && !ORDER.test(text))
        return false;
      return hasPack(object) ? !/^\W{0,2}(?:after|again|at the end)\b/i.test(after) : !PROCEDURE.test(after);
    },
    installs: ({ text, verb, after }) =>
      /\bhave\s(?:\w+\s)?installed\s$/i.test(verb) || /\bhave\s$/i.test(verb)
        ? INSTALLED.test(after)
        : /\b(?:install|apply)\s$/i.test(verb) &&
          (ORDER.test(text) ||
            /^\W{0,3}(?:note\W{1,3})?(?:to|in order to)\b/i.test(text) ||
            /^\W{0,2}(?:to|in order)\b/i.test(after)),
  },
  {
    // 'Service Pack 3 must be applied to Windows NT 4.0 prior to applying this fix'
    rule: 'must be installed',
    cues: DUTY,
    verb: new RegExp(
      `\\b(?:must|needs? to|ha(?:s|ve) to)\\s${ADVERBS}(?:be|have been)\\s${ADVERBS}(?:installed|applied|running|present|loaded|in place)\\b`,
      'gi',
    ),
    side: 'before',
    accepts: ({ text, object, after }) =>
      !isCure(text) &&
      (hasPack(object)
        ? !/^\W{0,2}(?:after|from|using|again|with)\b/i.test(after)
        : IN_PLACE.test(after) && !PROCEDURE.test(after)),
    installs: ({ verb }) => !/\brunning$/i.test(verb),
  },
  {
    // 'you should apply SP5 before installing this fix', 'Install Service Pack 4 before you apply the hotfix'
    rule: 'install before',
    cues: ['before', 'prior to'],
    verb: /(?:(?<=^|[,:]\s)|\b(?:you|administrators)\s(?:should|can)\s(?:first\s)?)(?:install|apply)\s/gi,
    side: 'after',
    accepts: ({ text, before, after }) =>
      (ORDER.test(after.slice(0, 40)) || /^\W{0,3}(?:note\W{1,3})?before\b[^.;]{0,120},\s$/i.test(before)) &&
      !isCure(text),
    installs: () => true,
  },
  {
    // 'SNA Server 3.0 Service Pack 2 should be applied prior to applying this fix'
    rule: 'should be applied before',
    cues: ['before', 'prior to'],
    verb: /\bshould\s(?:first\s|already\s)?be\s(?:installed|applied)\b/gi,
    side: 'before',
    accepts: ({ after }) => /^[^.;]{0,60}\b(?:before|prior to)\s(?:you\s)?(?:appl|install|run)/i.test(after),
    installs: () => true,
  },
  {
    // 'Visual Studio 6.0 Service Pack 3 Required', 'SP3 Required During Installation of Windows NT 4.0'
    rule: 'required',
    cues: ['requir'],
    verb: /\b(?:required(?=[:.)\s]*$)|Required(?=\s(?:to|for|during|when|with|before)\b))/gi,
    side: 'before',
    accepts: ({ text, before }) =>
      text.length < 100 && !isCure(text) && !/\b(?:is|are|was|were|be)\s(?:\w+\s)?$/i.test(before),
  },
  {
    // 'The tool depends on MDAC 2.1', 'This procedure assumes that Windows NT 4.0 Service Pack 3 is installed'
    rule: 'depends on',
    cues: ['depends on', 'depend on', 'assum'],
    verb: /\b(?:depends?\son|assumes?\sthat)\s/gi,
    side: 'after',
    accepts: ({ verb, object, after }) =>
      /^depend/i.test(verb)
        ? hasPack(object)
        : INSTALLED.test(after.slice(0, 60)) && hasVersions(object) && !/\binstalled (?:in|to)\b/.test(after),
  },
  {
    // 'you need Windows NT 4.0 Service Pack 3 or greater'
    rule: 'you need',
    cues: ['need'],
    verb: /\b(?:you|users|clients|it)\s(?:will\s)?(?:also\s)?needs?\s/gi,
    side: 'after',
    accepts: ({ text, object, lead }) => hasVersions(object) && !isCure(text) && !/^to\b/i.test(lead),
  },
  {
    // 'Before you install the site, ensure that either Windows NT 4.0 SP4 or Windows 2000 is installed'
    rule: 'ensure before',
    cues: ['ensure', 'make sure', 'verify', 'be sure'],
    verb: /(?<=,\s)(?:ensure|make sure|verify|be sure)\s(?:that\s)?/gi,
    side: 'after',
    accepts: ({ text, before, after }) =>
      /\b(?:before|prior to)\s(?:you\s)?(?:can\s)?(?:install|apply|upgrad|run)/i.test(before) &&
      INSTALLED.test(after) &&
      !isCure(text),
  },
  {
    // 'you will need to ensure that NT Service Pack 5 is installed on the target machine'
    rule: 'must ensure',
    cues: ['ensure', 'make sure', 'verify', 'be sure'],
    verb: new RegExp(`\\b${MUST}\\s(?:ensure|make sure|verify|be sure)\\s(?:that\\s)?`, 'gi'),
    side: 'after',
    accepts: ({ after }) => INSTALLED.test(after) && !/\busing\b/i.test(after),
    installs: () => true,
  },
];

/** Every way to say that something is required. */
export const FRAMES: readonly Frame[] = [...DEMAND_FRAMES, ...LIMIT_FRAMES];

/** 'must be installed' says that something is there, unless it goes on with how or where. */
const IN_PLACE =
  /^\W{0,2}(?:$|[.,;:)]|(?:on|before|prior|in order|to|for|first|if|when|and|or|because|previously|separately|properly)\b)/i;
