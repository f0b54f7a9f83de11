import { isCure } from './modality.ts';
import type { RequiredObject } from './objects.ts';

/** One way to say that something is required. */
export interface Frame {
  rule: string;
  /** One of these stands in every sentence that the verb fits. */
  cues: readonly string[];
  verb: RegExp;
  /** Where what is required stands. */
  side: 'after' | 'before';
  /** The verb stands in an exception of a denial: nothing in front of it denies it. */
  exception?: true;
  accepts(found: Found): boolean;
  /** Whether the sentence speaks of installing, so that a name that no list knows is software; absent where it never does. */
  installs?(found: Found): boolean;
}

/** A frame's verb with what it requires. */
export interface Found {
  text: string;
  verb: string;
  before: string;
  /** What follows the verb, or, where the object stands there, the object. */
  after: string;
  object: RequiredObject;
  lead: string;
}

const MUST = '(?:must|needs? to|ha(?:s|ve) to|(?<=\\byou )are required to)';
const ADVERBS = '(?:(?:first|already|also|at least|currently|then|previously|still|only|both|all)\\s){0,2}';

/** What this article may describe, so that 'this …' is its subject. */
const OWN =
  /\b(?:this|these|the|each|either|both)\s(?:[\w.-]{1,24}\s){0,6}?(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|packages?|roll-?ups?|upgrades?|service packs?|bundles?|releases?|qfes?|drivers?|add-ons?)\b|\bthis version of\b/i;

/** The order in which two things are installed. */
const ORDER = /\b(?:before|prior to)\b/i;
const INSTALLED = /^[^.;]{0,60}\b(?:installed|applied|loaded|running|present)\b/i;

const hasVersions = ({ parts }: RequiredObject): boolean =>
  parts[0]!.every(
    ({ mention }) =>
      mention.kind !== 'product' || mention.product.versions.length > 0 || /\d|XP|Vista/.test(mention.product.base),
  );
const hasPack = ({ parts }: RequiredObject): boolean =>
  parts.some((part) => part.some(({ mention }) => mention.kind !== 'product'));

/** 'requires MS-DOS to be booted first', 'requires that Exchange Server has …': the thing must do something. */
const CAUSED =
  /^\s(?:computers?\s)?(?:to\s(?!(?:be\s(?:\w+ly\s)?(?:installed|running|present|applied|recognized|used|available|loaded|started)|(?:run|function|work|operate|install|perform|use|enable|support|play|build|view|be)\b))|(?:be|is|are)\s(?!(?:already\s|previously\s|also\s|currently\s|now\s)?(?:installed|running|present|applied|available|on|in)\b)|to\sbe\s(?!(?:\w+ly\s|already\s|currently\s)?(?:installed|running|present|applied|recognized|used|available|loaded|started|able|on)\b))/i;
/** Where a procedure installs something: 'on a FAT partition', 'to a different directory', 'using Add/Remove Programs'. */
const PROCEDURE =
  /^\W{0,2}(?:on|onto|to|in|into)\s(?:an?|another|drive|the retail)\s|^\W{0,2}(?:using|by|again|from|with (?:the|following)|in (?!order)|as an?|at the end)\b|^[^.;]{0,60}\b(?:after|into)\b/i;

const DUTY = ['must', 'need', 'has to', 'have to'];

export const FRAMES: readonly Frame[] = [
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
    // 'This fix should only be installed after you apply Terminal Server Edition Service Pack 6'
    rule: 'after',
    cues: ['after'],
    verb: /\b(?:must|should|can)\s(?:only\s)?be\s(?:only\s)?(?:installed|applied)\s(?:only\s)?after\s(?:(?:you\s)?(?:have\s)?(?:apply|install|applying|installing|applied|installed)\s)?/gi,
    side: 'after',
    accepts: ({ before }) => OWN.test(before),
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
    accepts: ({ after }) => !/^\W{0,2}(?:\w{1,12}\s)?if\b/i.test(after),
  },
  {
    // 'these steps may only be used when you are using Systems Management Server version 1.2'
    rule: 'only used with',
    cues: ['only'],
    verb: /\b(?:can|may|should|must)\s(?:only\sbe\s(?:used|done|performed)|be\s(?:used|done|performed)\sonly)\s(?:(?:when|if)\s(?:you\s(?:are\s(?:using|running)|use|run)|using|running)|with|under)\s/gi,
    side: 'after',
    accepts: ({ object }) => hasVersions(object),
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

/** 'must be installed' says that something is there, unless it goes on with how or where. */
const IN_PLACE =
  /^\W{0,2}(?:$|[.,;:)]|(?:on|before|prior|in order|to|for|first|if|when|and|or|because|previously|separately|properly)\b)/i;
