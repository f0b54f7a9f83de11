import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import type { Reading, Statement } from './reading/reading.ts';
import { targetsOf } from './reading/targets.ts';

/** 'was first corrected in', 'has been fixed in', 'are resolved with', 'is eliminated by'. */
const CORRECTED =
  /\b(?:was|were|is|are|has been|have been|been) (?:also |now |first |initially |subsequently |already )*(?:corrected|fixed|resolved|eliminated|addressed|solved|repaired|rectified|remedied|cured|taken care of)(?: and [a-z]+)?(?: first)? (?:in|by|with|as of|starting with|beginning with|through)\b/i;
/** 'This problem', 'these issues', 'the bug', 'it': what this article describes. */
const PROBLEM =
  /\b(?:this|these|all(?: of)? these|both|the (?:described|above|former|latter))(?: [\w-]+){0,3}? (?:problems?|issues?|bugs?|behaviou?rs?|limitations?|errors?|defects?|vulnerabilit(?:y|ies)|symptoms?|conditions?|leaks?|faults?)\b|^\W{0,3}(?:it|they|this|both)\b/i;
/** 'Service Pack 4 contains the fix', 'this fix is included in Service Pack 3', 'SP5 corrects this problem'. */
const FIX_CONTAINED =
  /\b(?:this|the|a) (?:hot-?|bug |supported |corrected )?(?:fix|correction|hotfix|update|patch)(?: for this (?:problem|issue)| (?:that is )?described here)? (?:(?:is|was|has been|are) (?:also |now |first )?(?:included|incorporated|contained|available|integrated|shipped|delivered|present) (?:in|with)|(?:is|was) (?:also |now )?(?:a )?part of|(?:also |now |first )?ship(?:s|ped) (?:in|with))\b|\b(?:all of )?(?:these|the (?:previously |above-?)?(?:listed|described|mentioned)) (?:hot-?)?(?:fixes|corrections|updates|patches)(?: and [\w ]{1,30}?)? (?:are|were|have been) (?:also |now |first )?(?:included|incorporated|contained|integrated) (?:in|with)\b|\b(?:fix|correction|update|patch) (?:is|was) (?:included|installed|integrated|incorporated) as (?:a )?part of\b|\b(?:updated|corrected|newer|fixed|new) version of [\w.-]{3,24}(?:, which [^,;]{3,60},)? (?:is|was|has been) (?:included|available|contained) (?:in|with)\b/i;
const PACK_CONTAINS =
  /\b(?:contains?|includes?|incorporates?) (?:this (?:hot-?fix|fix|update|correction)\b|the (?:hot-?fix|fix|update|correction) (?:that )?(?:is described in this|this article describes|described in this|described here))|\b(?:contains?|includes?|provides?|has) (?:the|a|this) (?:hot-?)?(?:fix|correction) (?:for|to|of) (?:this|these) (?:[\w-]+ ){0,2}?(?:problem|issue|bug|behavior)s?\b|\b(?:corrects|fixes|resolves|eliminates|will correct|will fix) (?:this|these) (?:[\w-]+ ){0,2}?(?:problem|issue|bug|behavior)s?\b/i;
const STEM =
  /correct|fix|resolv|eliminat|address|solved|includ|incorporat|contain|part of|available in|ship(?:s|ped)|taken care|remed|rectif|repaired|cured/i;
/** 'To resolve this problem, install Service Pack 3', 'recommends that you install SP4 to correct this problem'. */
const INSTALL =
  /^\W{0,3}(?:note\W{1,3})?to (?:permanently )?(?:correct|resolve|fix|eliminate|solve) (?:this|these|the) (?:[\w-]+ ){0,2}?(?:problem|issue|bug|behavior|error)s?, (?:please )?(?:you (?:must|can|should) )?(?:obtain|install|apply|upgrade to|get)\b|\b(?:install|apply)\b(?=.{1,100} to (?:correct|resolve|fix) (?:this|these) )/i;
/** Promises, conditions and denials give nothing; nor does what a service pack only made possible. */
const NOT_SO =
  /\b(?:will be|to be|scheduled|planned|should be|may be|might be|not|never|cannot|can be|being considered|if|until|would be|next|upcoming|future)\b|n't\b|\?$/i;
/** 'not fixed until' and the like are rare; 'no longer' and 'not only' say nothing against. */
const HARMLESS = /\bnot only\b|\bno longer\b/gi;

/** The service pack in which a problem was first corrected. */
export const fixedIn: Extractor = {
  name: 'fixed-in',
  extract(_article, reading) {
    const relations: Relation[] = [];
    for (const statement of reading.statements()) {
      if (!/\bSP ?\d|service packs? ?\d/i.test(statement.text) || !STEM.test(statement.text)) continue;
      if (statement.text.length > 900) continue;
      relations.push(...readStatement(reading, statement));
    }
    return relations;
  },
};

function readStatement(reading: Reading, statement: Statement): Relation[] {
  const text = statement.text;
  const verb = CORRECTED.exec(text) ?? FIX_CONTAINED.exec(text);
  let from = 0;
  let to = text.length;
  if (verb) {
    const subject = text.slice(0, verb.index);
    const own = FIX_CONTAINED.test(verb[0]) || (PROBLEM.test(subject) && !/\b(?:lists?|listing)\b/i.test(subject));
    if (!own) return [];
    from = verb.index + verb[0].length;
    if (denied(text.slice(0, from))) return [];
    to = from + clauseEnd(text.slice(from));
  } else if (INSTALL.test(text)) {
    const install = INSTALL.exec(text)!;
    from = install.index + install[0].length;
    to = from + clauseEnd(text.slice(from));
  } else {
    const contains = PACK_CONTAINS.exec(text);
    if (!contains || denied(text)) return [];
    to = contains.index;
  }
  const packs = statement.mentions().filter((m) => m.kind === 'service-pack' && m.from >= from && m.to <= to + 1);
  const named = packs.filter((m) => isPlace(text.slice(Math.max(0, m.from - 60), m.from), text.slice(m.to, m.to + 40)));
  const own = reading.evidence(statement.from, statement.to);
  const scopes = statement.place.products.length > 0 ? statement.place.products : [null];
  return targetsOf(reading, statement, named).flatMap((target) =>
    scopes.map((product) => ({
      type: 'fixedIn' as const,
      target,
      evidence: [own],
      ...(product ? { scope: { product } } : {}),
    })),
  );
}

/** Where another clause begins: ', the problem can occur with …', '; …'. */
function clauseEnd(text: string): number {
  const end = /[;:]|,? (?:but|although|while|however|whereas)\b|, (?:the|it|this|you|which|if|they)\b/i.exec(text);
  return end ? end.index : text.length;
}

const denied = (text: string): boolean => NOT_SO.test(text.replace(HARMLESS, ''));

/** 'a post-SP3 hotfix', 'after SP3', 'running SP3' and 'Service Pack 4 Hotfix Rollup Package' name no place of correction. */
const isPlace = (before: string, after: string): boolean =>
  !/\b(?:post|pre|after|since|before|prior to|earlier than|requires?|running|on)[- ](?:the |a )?(?:Microsoft )?$/i.test(
    before,
  ) && !/^\)? ?\(?(?:post|hot-?fix|roll-?up|security roll|fix\b|bundle)/i.test(after);
