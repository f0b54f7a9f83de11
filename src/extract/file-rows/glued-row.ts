import type { Column } from './columns.ts';
import { emptyRow, type FileRow } from './file-row.ts';
import { isoDate, sizeInBytes } from './values.ts';

/** 'Ltotape.sys5.2.3790.28938,70402-Mar-200711:03x86SP1SP1QFE': name to size, then date and time, then the rest. */
const DATE_TIME = /(\d{2}-[A-Za-z]{3}-\d{4})(\d{1,2}:\d{2})/;
const PLATFORM = /^(?:x86|x64|IA-?64|AMD64|ARM64|i386|Alpha|Intel|Not Applicable)/i;
const BLANK = /^(?:Not applicable|N\/A)/i;

/**
 * Rows whose columns were glued together when their table was copied. A version's last digits and a size's first stand
 * in one run ('2893' and '8,704' in '28938,704'): of the ways to part it, the build that most rows of the article share
 * is taken, else one with as many digits as builds of its kind have.
 */
export interface GluedRows {
  /** Notes the builds that a row may state; call it for each row before the first is read. */
  note(printed: string): void;
  read(printed: string, columns: readonly Column[]): FileRow | null;
}

export function createGluedRows(): GluedRows {
  const votes = new Map<string, number>();
  return {
    note(printed) {
      for (const { version } of waysToPart(headOf(printed))) votes.set(version, (votes.get(version) ?? 0) + 1);
    },
    read(printed, columns) {
      const stamp = printed.length <= 400 ? DATE_TIME.exec(printed) : null;
      const date = stamp && isoDate(stamp[1]!);
      if (!stamp || !date || columns[0] !== 'name') return null;
      const file = readHead(printed.slice(0, stamp.index), columns.includes('version'), votes);
      if (!file) return null;
      const row: FileRow = { ...emptyRow(), ...file, date, values: 4, names: [file.name] };
      if (columns.includes('platform')) {
        const tail = printed.slice(stamp.index + stamp[0].length).trim();
        const platform = PLATFORM.exec(tail)?.[0] ?? '';
        if (platform && !BLANK.test(platform)) row.platform = platform;
        readBranch(tail.slice(platform.length), row);
      }
      return row;
    },
  };
}

/** Whether a word is a whole row: a name begins it, and a date and a time stand in it. */
export const isGlued = (word: string): boolean =>
  word.length > 24 && word.length <= 400 && /^[A-Za-z]/.test(word) && DATE_TIME.test(word);

const headOf = (printed: string): string => {
  const stamp = printed.length <= 400 ? DATE_TIME.exec(printed) : null;
  return stamp ? printed.slice(0, stamp.index) : '';
};

/** 'SP1SP1QFE', 'SP1WOW', 'SP2SP2GDR', 'Not Applicable'. */
function readBranch(printed: string, row: FileRow): void {
  const m =
    /^(SP\d[a-z]?|None|Not Applicable)?((?:SP\d[a-z]?)?(?:QFE|GDR|LDR|WOW)|RTMQFE|RTMGDR|Not Applicable)?$/i.exec(
      printed,
    );
  if (m?.[1] && /^SP/i.test(m[1])) row.baseline = m[1];
  if (m?.[2] && !BLANK.test(m[2])) row.branch = m[2];
}

interface Parted {
  name: string;
  version: string;
  size: number | null;
}

/** 'Storport.sys6.1.7600.20791148,352' may be of build 20791 and 148,352 bytes. */
const VERSIONED = /^(.{1,300}?\.[A-Za-z_][A-Za-z0-9_]{0,11}?)(\d{1,5}\.\d{1,5}\.\d{1,5}\.)(\d{1,9})((?:,\d{3}){0,3})$/;

function waysToPart(head: string): Parted[] {
  const m = VERSIONED.exec(head);
  if (!m) return [];
  const [, name, front, digits, grouped] = m as unknown as [string, string, string, string, string];
  const ways: Parted[] = [];
  for (let cut = 1; cut <= 3 && cut < digits.length; cut++) {
    const build = digits.slice(0, -cut);
    const first = digits.slice(-cut);
    if ((first[0] === '0' && first !== '0') || (first === '0' && grouped !== '')) continue;
    if (build.length > 5 || (build.length > 1 && build[0] === '0')) continue;
    ways.push({ name: name.toLowerCase(), version: front + build, size: sizeInBytes(first + grouped) });
  }
  return ways;
}

function readHead(
  head: string,
  versioned: boolean,
  votes: ReadonlyMap<string, number>,
): { name: string; version: string | null; size: number | null } | null {
  const blank = /Not applicable|N\/A/i.exec(head);
  if (blank) {
    const name = head.slice(0, blank.index).trim().toLowerCase();
    return name ? { name, version: null, size: sizeInBytes(head.slice(blank.index + blank[0].length)) } : null;
  }
  if (versioned) {
    const ways = waysToPart(head);
    const rank = (way: Parted): number => (votes.get(way.version) ?? 0) * 10 + (hasUsualLength(way.version) ? 5 : 0);
    if (ways.length > 0) return ways.reduce((best, way) => (rank(way) > rank(best) ? way : best));
  }
  const plain = /^(.{1,300}\.[A-Za-z_]{1,12})(\d{1,9}(?:,\d{3}){0,3})$/.exec(head);
  return plain ? { name: plain[1]!.toLowerCase(), version: null, size: sizeInBytes(plain[2]!) } : null;
}

/** Builds of Windows 6.0 and later have five digits ('6.1.7600.20791'), others four ('5.2.3790.2893'). */
function hasUsualLength(version: string): boolean {
  const build = version.slice(version.lastIndexOf('.') + 1);
  return /^(?:6\.[0-3]\.[679]\d{3}|10\.0)\./.test(version) ? build.length === 5 : build.length === 4;
}
