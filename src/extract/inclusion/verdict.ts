/** What a sentence or heading says of the list below it: its articles' fixes are contained, are not, or nothing. */
export type Verdict = 'includes' | 'excludes' | 'silent';

/** 'contains the fixes that are described in', 'the following fixes are included', 'what is fixed in Y2K2-fix'. */
const INCLUDES = [
  /\b(?:contains?|includes?|incorporates?|introduces|provides|delivers|consists of) (?:all (?:of )?|also |both )?(?:the |these |those |following |bug ?|hot-?|security |previously released |various |additional |many |other ){0,5}(?:fix(?:es)?|hot-?fix(?:es)?|corrections?|patch(?:es)?|updates? for|updates(?=:)|bug fixes)\b/i,
  /\b(?:fixes|hot-?fixes|corrections|patches|articles|bugs|problems|issues|following (?:bug )?(?:fix|hot-?fix|patch|problem|issue))\b[^.;]{0,80}?\b(?:(?:are|is|were|was|have been|has been|that) )?(?:also |now |first )?(?:included|incorporated|contained|fixed|corrected|resolved|addressed|eliminated)(?: (?:in|by|with)\b|:|$)/i,
  /\b(?:fixes|corrects|resolves|addresses|eliminates) (?:all (?:of )?|also )?(?:the |these |those |following |known ){0,3}(?:problems?|issues?|bugs?|vulnerabilit(?:y|ies)|errors?)\b/i,
  /\b(?:these|the following) (?:hot-?)?fixes (?:address|correct|resolve|eliminate)\b/i,
  /\bwhat (?:is|was) (?:fixed|corrected|included) in\b/i,
  /\bfollowing (?:is a |are (?:the )?)?(?:(?:current |complete |partial )?list(?:ing)? of )?(?:the )?(?:bugs?|problems?|issues?|fixes|article \w+)[^.;]{0,60}\b(?:fixed|corrected|resolved|included|addressed)\b/i,
];
/** The list is of something else: exclusions, known problems, advice, other packages. */
const EXCLUDES =
  /\b(?:not|n't|never|no longer)\b[^.;]{0,40}\b(?:includ|contain|supersed|fix|correct|resolv|address|incorporat)|\bnot (?:been )?(?:fixed|corrected|included|resolved)\b|\b(?:known|confirmed|outstanding|unresolved) (?:bugs?|issues?|problems?|limitations?)\b|\b(?:requires?|must|prior to|before (?:you|install|apply)|prerequisit|regression|problems? (?:that|which) (?:can|may) occur)\b|\b(?:contain|include)s? (?:a |the )?(?:regression|bug|problem)|\b(?:supersed|superced|replac)\w+\b/i;
/** 'For a list of the bugs that were fixed in the service pack, see the following article': a list that stands elsewhere. */
const ELSEWHERE =
  /\b(?:for|to (?:see|view|obtain)) (?:a|the|an) (?:\w+ ){0,3}?(?:list|listing)\b|\b(?:in|of|with) (?:earlier|previous|other|later)\b[^.;]{0,40}(?:service packs?|versions?|releases?|rollups?)|\bapply the\b|\bavailable in the following\b|\bdownload\b|\bupdates? to (?:this|these|the) component/i;
/** 'For additional information, click the article numbers below': says nothing of what the list is. */
const NEUTRAL =
  /^(?:note:? )?(?:for (?:additional|more|further) information(?: about (?:each|any) (?:\w+ ){0,4}| about (?:these|this) [\w ]{1,40}|,)|(?:please )?(?:see|click|query|refer to)|use the q|the microsoft knowledge base can be|article id|the following (?:articles?|list)\b|microsoft knowledge base articles?|.{0,60}\barticle (?:number|identif))/i;
/** 'For additional information about the fixes included in the latest update': what another article tells. */
const TELLS = /^\W{0,3}(?:note\W{1,3})?for (?:additional|more|further|detailed|a|the|information)\b/i;
/** The package of this article: 'This patch also contains', 'The following fixes are included', '… Service Pack 4 introduces'. */
const OWN_PACKAGE =
  /^\W{0,3}(?:note\W{1,3})?(?:in addition[^,]{0,80}, |because of [^,]{0,80}, )?(?:this|these|the|all|it|they|[\w .,]{0,80}\b(?:service pack \d|roll-?up|package|update))\b/i;
/** 'This bug has been fixed in …', 'This problem was corrected in …' is said of one problem, not of a list. */
const ONE_PROBLEM =
  /^\W{0,3}(?:this|the) (?:\w+ ){0,2}?(?:bug|problem|issue|behavior|fix|hotfix|article)\b(?! also| contains| includes| in this article also| fixes| resolves)/i;

/** '… the following articles:', '… listed below': the sentence announces what follows. */
const ANNOUNCES = /:\W{0,3}$|\bfollowing\b|\bbelow\b|\blisted\b/i;

/** What the sentence above a list says of it; `listLength` is how many articles follow. */
export function judgeAnnouncer(text: string, isFixList: boolean, listLength: number): Verdict {
  // A remark between two lists, or a label such as 'Index Server 2.0:', says nothing of the list below it.
  if (!ANNOUNCES.test(text)) return 'silent';
  const verdict = judge(text, isFixList, listLength);
  return verdict === 'excludes' && text.length < 50 && !EXCLUDES.test(text) && !/\babout\b/i.test(text)
    ? 'silent'
    : verdict;
}

/** What a sentence says of the articles that it names or announces. */
export function judge(text: string, isFixList: boolean, listLength: number): Verdict {
  if (EXCLUDES.test(text)) return 'excludes';
  if (ELSEWHERE.test(text) && !isFixList) return 'excludes';
  if (INCLUDES.some((pattern) => pattern.test(text))) {
    if (isFixList) return 'includes';
    // In an article that is no list, the sentence must speak of the article's own package, or tell of several fixes.
    if (TELLS.test(text)) return listLength >= 3 && /\bfix/i.test(text) ? 'includes' : 'excludes';
    return OWN_PACKAGE.test(text) && !ONE_PROBLEM.test(text) ? 'includes' : 'excludes';
  }
  if (NEUTRAL.test(text) && !/\babout (?!the (?:bugs|problems|issues|fixes)|each|any|these)/i.test(text))
    return 'silent';
  const plain = /\b(?:list|articles?|bugs?|fixes|problems?)\b/i.test(text) && !/\babout\b|\bhow to\b/i.test(text);
  return isFixList && plain ? 'silent' : 'excludes';
}

const HEADING =
  /\b(?:fixes|bugs|issues|problems|articles|hotfixes|patches)\b.{0,60}\b(?:included|fixed|fixes|corrected|resolved|contained|addressed)\b|\b(?:fixed|corrected|included)\b.{0,40}\b(?:fixes|bugs|issues|problems|in)\b|\bfix ?list\b|\blist of (?:fixes|bugs)\b/i;

/** What a heading says of the lists below it: 'Fixes That Are Included in the SRP', 'Fixes Not Included'. */
export function judgeHeading(heading: string): Verdict {
  if (EXCLUDES.test(heading)) return 'excludes';
  return HEADING.test(heading) ? 'includes' : 'silent';
}

/** 'contains', 'fixes': the package does it to what follows. */
export const CONTAINS = /\b(?:contains?|includes?|incorporates?|fixes|corrects|resolves|addresses)\b/i;

/** 'This hotfix includes the hotfix for …': the sentence's subject is this article's package. */
export const isOwnPackage = (text: string): boolean =>
  /^\W{0,3}(?:note\W{1,3})?(?:in addition[^,]{0,80}, |because of [^,]{0,80}, )?(?:this|these|the) (?:\w+ ){0,3}?(?:hot-?fix(?:es)?|fix(?:es)?|patch(?:es)?|updates?|packages?|roll-?ups?|bundles?|service packs?|releases?|srp)\b/i.test(
    text,
  );
