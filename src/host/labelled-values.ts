import { captureLines, plainSpaces } from './capture-lines.ts';

/** One line 'Label:  value', with the indented lines below it. */
export interface LabelledValue {
  label: string;
  value: string;
  /** What stands below, without the indent and the number in brackets. */
  items: string[];
  /** Whether an item has lines of its own, further indented: network cards have, updates have not. */
  isNested: boolean;
}

/** 'Label:   value'; the full-width colon is Chinese and Japanese. Windows's own output has the label at the line's start. */
const LABELLED = /^(\S[^\r\n]{0,90}?)\s*[:：](?:\s+(.*)|)$/;
/** '[01]: KB4456655', '[01] : KB2491683'. */
const NUMBERED = /^(\s*)\[\d{1,4}\]?\s*[:：]?\s*(.*)$/;

/** The values of a capture in their order. Labels are in the machine's language; order and shape are not. */
export function labelledValues(text: string): LabelledValue[] {
  const values: LabelledValue[] = [];
  let indent = 0;
  for (const line of captureLines(text)) {
    if (line.trim() === '') continue;
    const numbered = NUMBERED.exec(line);
    const current = values.at(-1);
    if (numbered !== null && current !== undefined) {
      const [, blanks = '', item = ''] = numbered;
      if (current.items.length === 0) indent = blanks.length;
      if (blanks.length > indent) current.isNested = true;
      else current.items.push(plainSpaces(item));
      continue;
    }
    if (/^\s/.test(line)) {
      if (current !== undefined && current.items.length > 0) current.isNested = true;
      continue;
    }
    const [, label = '', value = ''] = LABELLED.exec(splitAtColumn(line)) ?? [];
    if (label !== '') values.push({ label: plainSpaces(label), value: plainSpaces(value), items: [], isNested: false });
  }
  return values;
}

/** 'Virtual Memory: Max Size:  9,373 MB': the last colon before the blanks ends the label. */
function splitAtColumn(line: string): string {
  const plain = line.replaceAll('\u00a0', ' ');
  const at = /^(.{0,90}?)\s*[:：]\s{2,}\S/.exec(plain)?.[1];
  return at === undefined ? plain : plain.slice(0, at.length).replaceAll(/[:：]/g, ' ') + plain.slice(at.length);
}
