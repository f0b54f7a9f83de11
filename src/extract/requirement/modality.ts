/** What denies a verb or leaves it open, right before it: 'does not', 'no longer', 'may'. */
const DENIED =
  /(?:\b(?:not|no longer|never|neither|cannot|without|nor|may|might|could|would|rarely|to|if|either|don't|doesn't|isn't|aren't)|n't)\s(?:\w{1,20}\s)?$/i;
/** A condition that the verb stands in: nothing is said to be so. */
const CONDITIONAL = /\b(?:if|unless|when|whenever|where|suppose|for example)\b[^,;:]{0,200}$/i;
/** A question, or the things that require something: 'programs that require', 'the files that you need'. */
const RELATIVE =
  /\b(?:whether|why|(?<!\b(?:is|are) an? (?:[\w-]{1,20} ){0,3})(?:programs?|applications?|operations?|functions?|files?|tools?|games|titles|utilities|features) that|any \w{1,20} that|(?:files?|information|what|all|steps|everything|programs?|only \w{1,20}|component) (?:that )?you)\b[^,;:]{0,200}$|\bfor example\b[^;:]{0,200}$|\beither\b[^.;]{0,200}\bor (?:you )?$/i;
/** Words of somebody else, or of a manual that is being corrected: 'an error message stating that', 'incorrectly says'. */
const REPORTED =
  /\b(?:message|error|box|dialog|text|note paragraph)\b[^.]{0,60}\b(?:that|stat\w{1,4}|indicat\w{1,4}|say\w{0,4}|reads?)\b|\b(?:states?|says?|stating|saying|indicat\w{1,4}|incorrectly \w{1,20}) (?:\w{1,20} ){0,3}that\b|\bchange:/i;
/** Advice, an example, a question. */
const ADVICE =
  /\?["')]{0,2}\s?$|(?<![/.])\brecommend|^\W{0,3}(?:note\W{1,3})?for example\b|\bsuggest(?:ed|s)? that\b|\bideally\b/i;

/** Whether nothing is demanded at `at`: the verb is denied, conditional, quoted or only advised. */
export function isNotDemanded(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 240), at);
  return (
    DENIED.test(before) ||
    RELATIVE.test(before) ||
    // 'If it is 4.0 you must update it': the condition is of the demand, not the demand of the condition.
    (CONDITIONAL.test(before) && !/\byou (?:will )?$/i.test(before)) ||
    REPORTED.test(before) ||
    insideQuotes(text, at)
  );
}

/** Whether a whole sentence only advises, asks or gives an example. */
export const isAdvice = (text: string): boolean => ADVICE.test(text);

/** 'displays the message "This program requires Microsoft Windows"' */
function insideQuotes(text: string, at: number): boolean {
  let open = false;
  for (let i = text.indexOf('"'); i >= 0 && i < at; i = text.indexOf('"', i + 1)) open = !open;
  return open && text.indexOf('"', at) >= 0;
}

/** What resolves or reproduces a problem is not required by anything. */
const CURE =
  /\b(?:resolve|correct|work around|eliminate|avoid|prevent|solve|to fix|remedy|reproduce|troubleshoot|recover|restore|remove|uninstall|obtain)\s(?:from\s|other\s)?(?:this|the|these|such|any|your|other)\b|\bworkaround\b|\bexperienc|\breinstall|\bre-?apply|\bre-install/i;

/** 'To resolve this problem, you must install Service Pack 4': a cure, not a requirement. */
export const isCure = (text: string): boolean => CURE.test(text);

/** Corrections to a book or course: what they quote is about the book. */
export const isReport = (title: string): boolean =>
  /\bcorrections?\b.{0,20}\bcomm?|\bcomments?\b.{0,20}\bcorr|\b(?:training kit|learning series|readiness review|step by step)\b/i.test(
    title,
  );
