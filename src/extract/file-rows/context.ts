import { type Intro, readIntro } from './intro.ts';

/** What stands above a line: the sentence that introduces its table or list, and what came since. */
export interface Context {
  intro: Intro | null;
  /** The paragraph that introduces, empty where none does. */
  introText: string;
  /** Paragraphs since then that were no introduction. */
  age: number;
  /** Rows since then. */
  rows: number;
  /** Lines such as 'Component: MTA' or 'Windows XP' since then, or since the last rows. */
  above: string[];
  /** The last heading below the first level. */
  heading: string;
  /** Whether a paragraph came that ends the table before it. */
  ended: boolean;
}

/**
 * Follows paragraphs and headings, and reads them only when a row asks what stands above it: most articles name files
 * in their prose and hold no table.
 */
export interface ContextReader {
  paragraph(text: string): void;
  heading(text: string, level: number): void;
  rowsFound(count: number): void;
  read(): Context;
}

/** 'Alpha', 'Intel-based', 'x86 version'. */
const PROCESSOR =
  /^(?:i?x86|i386|Intel|Alpha|MIPS|PPC|IA-?64|x64)(?:-based)?(?: (?:version|platform|computers|systems))?:?$/i;

/** More paragraphs than that between a sentence and its table part them. */
const MOST_BETWEEN = 3;
const MOST_WAITING = 12;

export function createContextReader(): ContextReader {
  const context: Context = { intro: null, introText: '', age: 0, rows: 0, above: [], heading: '', ended: false };
  let waiting: { text: string; level: number }[] = [];
  let rowsAbove = false;

  const readParagraph = (text: string): void => {
    const intro = readIntro(text);
    const short = isSubhead(text);
    // 'Additional supporting inventory files:' below a table goes on with it.
    if (intro && !(context.rows > 0 && intro === 'fix' && short)) {
      Object.assign(context, { intro, introText: text, age: 0, rows: 0, above: [], ended: true });
      return;
    }
    if (short) {
      if (rowsAbove) context.above = [];
      context.above.push(text);
      rowsAbove = false;
      return;
    }
    context.age++;
    context.ended = true;
    if (context.rows > 0 || context.age > MOST_BETWEEN) context.intro = null;
    if (context.rows > 0) context.above = [];
  };

  const readHeading = (text: string, level: number): void => {
    const intro = readIntro(text);
    const stated = intro === 'fix' ? null : intro;
    if (level === 1 || context.rows > 0) {
      context.intro = stated;
      context.introText = stated ? text : '';
    }
    if (level === 1) context.age = 0;
    context.heading = level === 1 ? '' : text;
    context.rows = 0;
    context.above = [];
    context.ended = true;
  };

  return {
    paragraph(text) {
      waiting.push({ text, level: 0 });
      // What is that far away from a table does not introduce it.
      if (waiting.length > 2 * MOST_WAITING) waiting = waiting.slice(-MOST_WAITING);
    },
    heading(text, level) {
      if (level === 1) waiting = [];
      waiting.push({ text, level });
    },
    rowsFound(count) {
      context.rows += count;
      rowsAbove = true;
    },
    read() {
      context.ended = false;
      for (const { text, level } of waiting) {
        // A heading that is nothing but a processor's name goes on with the table above.
        if (level > 1 && PROCESSOR.test(text)) {
          context.heading = text;
          context.above = [];
          context.ended = true;
        } else if (level > 0) readHeading(text, level);
        else readParagraph(text);
      }
      waiting = [];
      return context;
    },
  };
}

/** 'Component: Directory', 'Windows Server 2003, x86-based versions', 'MDAC 2.6:'; not a sentence. */
export function isSubhead(paragraph: string): boolean {
  if (/^component\b/i.test(paragraph)) return true;
  return paragraph.length <= 100 && !/[.?!]$|^(?:note|important|warning)\b/i.test(paragraph);
}
