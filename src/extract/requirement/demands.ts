import type { Mention } from '../reading/mentions.ts';
import type { Found, Frame } from './frame.ts';
import { FRAMES } from './frames.ts';
import { isAdvice, isNotDemanded } from './modality.ts';
import { withNames } from './names.ts';
import { mayName, objectsAfter, objectsBefore, type RequiredObject } from './objects.ts';

/** What a sentence says must be there first. */
export interface Demand {
  rule: string;
  object: RequiredObject;
  /** The words before the verb. */
  subject: string;
}

/** Words without which no frame fits; each frame names those that it needs. */
const CUES =
  /requir|must|need|ha(?:s|ve) to|necess|prereq|pre-req|only|can be|may be|should be|intended|designed|before|prior to|after|unless|ensure|make sure|verify|be sure|depends? on|assum|do not (?:install|apply)/gi;
/** '… and DAO 3.6': one more thing, by a name that no list knows. */
const GOES_ON_WITH = /^\s(?:(?:or|and) (?:later|higher|above|newer)\s)?(?:and|or)\s(?:the\s)?[A-Z]/;
const OTHER_VERB = /\b(?:use|using|run|running|to|at|with)\s$/i;

/** The demands of one sentence; each place of it is read once, by the first frame that fits. */
export function demandsOf(text: string, mentions: () => readonly Mention[]): Demand[] {
  if (text.length > 1500) return [];
  const found = text.match(CUES);
  if (!found) return [];
  const cues = found.map((cue) => cue.toLowerCase());
  const frames = FRAMES.filter((frame) => frame.cues.some((cue) => cues.includes(cue)));
  if (frames.length === 0 || isAdvice(text)) return [];
  const demands: Demand[] = [];
  let known: readonly Mention[] | null = null;
  let names: ReturnType<typeof withNames> | null = null;
  for (const frame of frames) {
    frame.verb.lastIndex = 0;
    for (let m = frame.verb.exec(text); m; m = frame.verb.exec(text)) {
      const at = frame.side === 'after' ? m.index + m[0].length : m.index;
      if (!mayName(text, frame.side, at) || (!frame.exception && isNotDemanded(text, m.index))) continue;
      known ??= withoutLaterOnes(text, mentions());
      let read = readFrame(frame, m, text, known);
      if (frame.installs && (!read || GOES_ON_WITH.test(read.after))) {
        names ??= withNames(text, known);
        const wider = readFrame(frame, m, text, names.merged);
        if (wider && isSure(frame, wider, names.unsure, m[0])) read = wider;
      }
      if (!read) continue;
      const { object, before } = read;
      if (demands.some((other) => other.object.from < object.to && object.from < other.object.to)) continue;
      demands.push({ rule: frame.rule, object, subject: before });
    }
  }
  return demands;
}

/** Whether what is required is software: known or versioned, or said to be installed. */
function isSure(frame: Frame, found: Found, unsure: ReadonlySet<Mention>, verb: string): boolean {
  const named = found.object.parts.some((part) => part.some(({ mention }) => unsure.has(mention)));
  // 'you must use LapLink 3.0a' is said of any program.
  return named ? frame.installs?.(found) === true : !OTHER_VERB.test(verb);
}

function readFrame(
  { side, accepts }: Frame,
  verb: RegExpExecArray,
  text: string,
  mentions: readonly Mention[],
): Found | null {
  const end = verb.index + verb[0].length;
  const object = side === 'after' ? objectsAfter(text, mentions, end) : objectsBefore(text, mentions, verb.index);
  if (!object) return null;
  const found = {
    text,
    verb: verb[0],
    before: text.slice(0, verb.index),
    after: text.slice(side === 'after' ? object.to : end),
    object,
    lead: side === 'after' ? text.slice(end, object.from) : '',
  };
  return !LATER_THAN.test(found.after) && accepts(found) ? found : null;
}

/** 'a version of Windows NT later than 3.51' is not Windows NT 3.51. */
const LATER_THAN = /^\s(?:that\sis\s|which\sis\s)?(?:later|newer|higher|greater|other)\sthan\b/i;

/** 'Windows NT 3.51 or a later version of Windows NT' names one thing. */
function withoutLaterOnes(text: string, mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    const before = text.slice(Math.max(0, mention.from - 50), mention.from);
    if (last && mention.kind === 'product' && mention.product.versions.length === 0 && LATER_VERSION_OF.test(before)) {
      if ('orLater' in last) {
        const same = last.product?.base.startsWith(mention.product.base) === true;
        kept[kept.length - 1] = { ...last, orLater: true, to: same ? mention.to : last.to };
      }
    } else kept.push(mention);
  }
  return kept;
}
const LATER_VERSION_OF =
  /\b(?:or|and) (?:an? |any )?(?:later|higher|newer) (?:versions? |releases? )?of (?:Microsoft )?$/i;
