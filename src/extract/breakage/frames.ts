/** 'after you apply', 'after installing', 'when you install', 'once SP4 has been applied', 'after the installation of'. */
export const AFTER =
  /\b(?:(?:immediately |shortly |soon |directly |right )?after|when|once|if|whenever|as soon as|by|following|because of|since) (?:(?:you|the|a|an|download(?:ed|ing)?|and|users?|customers?|either|it|your|computer|system|server|upgrade|successful|has|have|had|is|are|be|being) ){0,4}(?:(?:re-?)?appl(?:y|ied|ying)|(?:re-?)?install(?:s|ed|ing)?|upgrad(?:e|es|ed|ing)|updat(?:e|ed|ing)|add(?:ed|ing)?|deploy(?:ed|ing)?|roll(?:ed|ing)? out|appli(?:es|cation)(?: of)?|application of|installation of|implement(?:ed|ing)?(?= the (?:hot-?fix|fix|patch|update))|running update|(?<=^after you )run (?:the )?update(?:\.exe)?)\b/gi;
/** 'after the hotfix in Q285017 is applied', 'once Service Pack 4 has been installed', 'on which the fix is installed'. */
export const AFTER_IT_IS =
  /\b(?:after|once|when|if|where|since|on which|in which|at the time(?: that)?) (?=(?:[^.;:]|\.(?=\w)|(?<=U\.S)\.){3,160}? (?:is|are|was|were|has been|have been|had been) (?:applied|installed|added|deployed|rolled out|in place|on the (?:computer|server|system))\b)/gi;
export const IS_INSTALLED =
  /\b(?:is|are|was|were|has been|have been|had been) (?:applied|installed|added|deployed|rolled out|in place|on the (?:computer|server|system))\b/i;
/** 'only when you are using Windows NT 4.0 and you install Service Pack 3' */
export const AND_INSTALL =
  /\b(?:if|when|after) you (?:[^.;:,]|\.\d){3,90}? and (?:you |then )?(?:have )?(?:install|appl(?:y|ied)|upgraded?)(?:ed)?\s/gi;
/** 'With Windows NT 4.0 Service Pack 5 installed, an attempt … may fail'; a computer with it is only the environment. */
export const WITH_INSTALLED =
  /(?:^|, |^In [A-Z][\w .]{3,40} )with (?=(?:[^.;:,]|\.\d){3,90}? (?:installed|applied),)/gi;
/** 'Installing Service Pack 4 on a … can result in erratic displays' */
export const INSTALLING_CAUSES =
  /^\W{0,3}(?:re-?)?(?:installing|applying|upgrading to|(?:the )?(?:installation|application) of) (?=(?:(?! after )(?:[^.;]|\.\d)){3,120}? (?:(?:can|may|might|will|could) )?(?:results? in|causes?|prevents?|breaks?|overwrites?|disables?|resets?|removes?|replaces?|corrupts?)\b)/gi;
/** 'only applies to systems that have applied the update described in …' */
export const THAT_HAVE =
  /\b(?:occurs?|applies|happens|affects?|seen|appears?|exists?)\b[^.;]{0,20}(?:\.\d[^.;]{0,30})?[^.;]{0,30}\b(?:that|which) (?:have|has|had) (?:applied|installed|been (?:updated|upgraded) (?:to|with))\s/gi;
/** 'if you are running the post-Service Pack 3 PPTP3-fix hotfix': only a fix is to blame, a pack is the environment. */
export const RUNNING_FIX = /\b(?:is|are) running (?=(?:[^.;]|\.\d){0,80}?\b(?:hot-?)?fix(?:es)?\b)/gi;
/** A condition in a list of them: 'An early version of the fix documented in … is installed', 'You have installed SP4' */
export const CONDITION =
  /^\W{0,3}(?=(?:the |an? )(?:[^.;]|\.\d){0,140}\b(?:hot-?fix|fix|patch)\b(?:[^.;]|\.\d){0,140}\b(?:is|has been|was) (?:installed|applied)\b)|^\W{0,3}you (?:have )?(?:just )?(?:install|appl(?:y|ied)|upgraded?)(?:ed)? (?=(?:[^.;]|\.\d){3,100}$)/gi;
/** 'does not occur on systems without the LSA2 fix installed' */
export const NOT_WITHOUT =
  /\bdoes not occur\b[^.;,]{0,50}\bwithout (?:the )?(?=[^.;,]{2,60}\b(?:installed|applied)\b)/gi;

/** 'introduced in Service Pack 2', 'caused by the hotfix for Q293187', 'a regression in', 'changed as of SP4'. */
export const INTRODUCED =
  /\bcaused by (?:a|an|the) (?:fix|change|bug|version|driver|file|update)\b[^.;,]{0,40}(?:\.\w{3}[^.;,]{0,10})?,? (?:which|that) (?:was |is |were )?(?:shipped|included|introduced|released|distributed) (?:in|with)\b|\bcreated (?:in|by)\b|\busing (?=the (?:hot-?fix|fix|patch|update) (?:that is |which is )?(?:described|mentioned|discussed)\b)|\b(?:introduced|caused|broken|produced|triggered) (?:[\w ]{0,50}?)?(?:in|into|by|with|beginning with|starting with|as of)\b|\b(?:result of|due to|because of|caused by) (?:a|an|the) (?:[\w-]+ ){0,2}?(?:regression|change|changes|problem|bug|error|modification)(?: fix)?s?(?: (?:that was |that were |that is )?(?:made|introduced|included))? (?:in|from|with|by|to|of)\b|\bregression (?:fix )?(?:in|on|from|of|introduced)\b|\bside effect of\b|\b(?:because of|due to|caused by) (?=(?:the |an? )?(?:security |critical |Microsoft )?(?:update|hot-?fix|fix|patch)(?: roll-?up)? [\dQKM(])|\b(?:began|started|first (?:appeared|occurred|surfaced)) (?:in|with) (?:the (?:release|installation) of )?|\b(?:introduced|came) with\b|\b(?:beginning|starting) with\b|\bchang\w+ (?:as of|in|with)\b|\b(?:functionality|support|feature)\b[^.;]{0,20} (?:was|were) (?:lost|removed|dropped) (?:with|in|by)\b|\battributable to [^.;]{0,60} (?:added to|in)\b|\b(?:bug|problem|regression) that (?:first )?occurred in\b|\b(?:problem|cause|issue)\b[^.;]{0,20} is related to (?=[^.;]{0,40}\b(?:service pack|SP) ?\d)|\bchanges? (?:that (?:was|were) )?(?:implemented|made) in\b|\b(?:check|change|code|restriction) was (?:put|added) (?:in|into|to)\b/gi;
/** In CAUSE, a pack that does something: 'SP4 enables the …', 'Service Pack 3 adds a code path'. */
export const PACK_ACTS =
  /^(?: ?\(SP\w+\))? (?:also )?(?:adds?|added|chang(?:es|ed)|introduc(?:es|ed)|enables?|enabled|disables?|disabled|removes?|removed|modif(?:ies|ied)|overwrites?|overwrote|resets?|re-?enables?|no longer|d(?:oes|id) not (?!occur|resolve|correct|fix|contain|include|solve)\w+|causes?|caused|makes?|made|installs? (?:a|an) (?:new|newer|different|older)|(?:includes?|contains?|provides?) (?:a|an) (?:new|newer|different|updated?|modified|changed?|modification|enhancement)|breaks?|broke|incorrectly|mistakenly|inadvertently)\b/i;

/** 'Update 3179573 contains a regression': another article's fix must be called faulty. */
export const FAULTY =
  /^\)? (?:contains?|introduces?|introduced|has|had) (?:a|an) (?:\w+ ){0,2}(?:regression|bug|defect|problem|error)\b|^\)? (?:causes?|caused|breaks?|broke)\b/i;
/** In CAUSE, what was changed in a pack. */
export const WAS_CHANGED =
  /^[^,.]{0,30}, [^;]{3,80}?\b(?:was|were|has been|have been|is|are) (?:modified|moved|changed|updated|altered|removed|enhanced|rewritten|added)\b/i;

/** 'the version of Mscomctl.ocx that is included in Service Pack 3' */
export const SHIPPED_IN =
  /\b(?:included|contained|shipped|ships|supplied|provided|released|distributed|comes) (?:with|in|by|as part of) (?:(?:the|Microsoft|U\.S\.|French|German|Japanese) ){0,2}$/i;
/** '… does not recognize', '… is internally corrupted' */
export const DEFECT =
  /^\)?(?: \(SP\w+\))?,?(?: for(?: [A-Z][\w.]*){1,6},?)?(?: (?:on|that|and|is))?(?: [A-Z][\w-]{0,20},?){0,4} (?:does not|do not|did not|cannot|fails? to|is not|are not|was not|incorrectly|is (?:internally )?corrupt\w*|has (?:a|an) (?:\w+ )?(?:problem|bug|flaw|error)|have an incorrect|is missing|is unable|no longer)\b/;
/** 'a known issue with …', 'only occurs with the version of …' */
export const OF_DEFECT =
  /\b(?:(?:known |a )(?:problem|issue|bug|flaw)|(?:problem|issue|bug|behavior) (?:only )?(?:occurs|happens|exists)(?: only)?|only (?:occurs|happens))\b[^.;]{0,20}\b(?:with|in|on|of)\b[^;]{0,80}$/i;
