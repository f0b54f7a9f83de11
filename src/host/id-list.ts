import { type CaptureFormat, NOTHING_KNOWN } from './capture-format.ts';
import { captureLines } from './capture-lines.ts';
import { sortUpdates, updatesIn } from './update-ids.ts';

/** '4012212', '- KB4012212  Update', 'Q147222, Q241041': a line that begins with a number, behind a bullet at most. */
const LISTS = /^[^\p{L}\p{N}[]{0,6}(?:KB|Q|M|S)?[ -]?\d{5,7}(?:_\w+|v\d)?(?![\w.\\/-])/iu;
const PLAIN = /(?<![\w.\\/:-])\d{5,7}(?![\w.\\/:-])/g;
/** A list may have a line or two of other words for each ten of its own. */
const LEAST_SHARE = 0.8;

/** A plain list of articles' numbers, one a line or several; what follows '#' or '//' is a remark. */
export const idList: CaptureFormat = {
  name: 'id-list',
  brief: "a plain list of updates' numbers (KB4012212, Q147222, 4012212)",
  read(text) {
    const lines = captureLines(text)
      .map((line) => line.replace(/(?:#|\/\/).*/, '').trim())
      .filter((line) => line !== '');
    const own = lines.filter((line) => LISTS.test(line));
    // In a table of updates ids may stand first as well; its head says what it is.
    if (
      own.length === 0 ||
      own.length < lines.length * LEAST_SHARE ||
      lines.some((line) => /\bhotfixid\b/i.test(line))
    ) {
      return null;
    }
    const named = own.flatMap((line) => {
      const ids = updatesIn(line).map(({ printed }) => printed);
      return ids.length > 0 ? ids : [...line.matchAll(PLAIN)].map(([number]) => `KB${number}`);
    });
    return { ...NOTHING_KNOWN, updates: sortUpdates(named).updates, hasUpdateList: true };
  },
};
