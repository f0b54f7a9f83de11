/** What one value of a file's row is. */
export type ValueKind = 'name' | 'version' | 'date' | 'time' | 'size' | 'platform' | 'blank';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** '08-Dec-2000', '9-NOV-01', '15 July 2002' with the blanks as hyphens. */
const DAY_MONTH = /^(\d{1,2})[-/. ]([A-Za-z]{3})[a-z]{0,6}[-/. ,]{1,2}(\d{4}|\d{2})$/;
/** 'Aug-1-2001', 'June 7, 1996'. */
const MONTH_DAY = /^([A-Za-z]{3})[a-z]{0,6}\.?[-/ ](\d{1,2})[-/, ]{1,2}(\d{4}|\d{2})$/;
/** '12/09/97', '2-24-2000'. */
const NUMBERS = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
const ISO = /^(\d{4})[-/](\d{2})[-/](\d{2})$/;

/** A printed date as `YYYY-MM-DD`, or null; '02/03/98' is read the American way, month first. */
export function isoDate(printed: string): string | null {
  let m = NUMBERS.exec(printed);
  if (m) {
    const [a, b] = [Number(m[1]), Number(m[3])];
    return a > 12 ? iso(m[4]!, b, a) : iso(m[4]!, a, b);
  }
  m = DAY_MONTH.exec(printed);
  if (m) return iso(m[3]!, monthOf(m[2]!), Number(m[1]));
  m = MONTH_DAY.exec(printed);
  if (m) return iso(m[3]!, monthOf(m[1]!), Number(m[2]));
  m = ISO.exec(printed);
  return m ? iso(m[1]!, Number(m[2]), Number(m[3])) : null;
}

function monthOf(name: string): number {
  const at = MONTHS.indexOf(name.toLowerCase());
  return at >= 0 && at % 3 === 0 ? at / 3 + 1 : 0;
}

function iso(year: string, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  // Two digits: the first of these articles is of 1985, the last of these files of well before 2080.
  const full = year.length === 4 ? year : `${Number(year) >= 80 ? '19' : '20'}${year}`;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** '11:01', '07:47p', '2:48:00PM', '5:54 P.M.', '0:00:00'. */
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]|[ap]m|[ap]\.m\.?))?$|^\d{1,2}\.\d{2} ?[ap]m$/i;
export const isTime = (printed: string): boolean => TIME.test(printed);
/** The half of the day where it stands apart from its time. */
export const isHalfDay = (printed: string): boolean => /^(?:am|pm|a\.m\.?|p\.m\.?|a|p)$/i.test(printed);

/** '5.0.2195.2649', '5.0:2195.2097', '2000.080.0467.00', '4,0,2,5927', '3.5.23', '6.0.2800.1106a'. */
const VERSION = /^[vV]?\d{1,6}(?:[.:]\d{1,6}){2,5}[a-z]?$|^\d{1,4}\.\d{1,6}:\d{1,6}(?:\.\d{1,6}){0,2}$/;
const COMMA_VERSION = /^\d{1,2}(?:,\d{1,4}){3}$/;
/** '4.00', '5.5', '4.00b': a version only where a column or the word 'version' says so. */
const SHORT_VERSION = /^[vV]?\d{1,4}(?:\.\d{1,5}){1,2}(?![ap]m$)[a-z]{0,2}$/;
export const isVersion = (printed: string): boolean =>
  VERSION.test(printed) || (COMMA_VERSION.test(printed) && !GROUPED_SIZE.test(printed));
export const isShortVersion = (printed: string): boolean => SHORT_VERSION.test(printed);

/** '1,659,328', '185,760b'. */
const GROUPED_SIZE = /^\d{1,3}(?:,\d{3}){1,3}(?:b|bytes?)?$/i;
const PLAIN_SIZE = /^\d{1,9}(?:b|k|kb|bytes?)?$/i;
/** '19.7' before 'KB'. */
const DECIMAL_SIZE = /^\d{1,4}\.\d{1,2}(?:kb?|mb?)?$/i;
export const isGroupedSize = (printed: string): boolean => GROUPED_SIZE.test(printed);
export const isPlainSize = (printed: string): boolean => PLAIN_SIZE.test(printed);
export const isDecimalSize = (printed: string): boolean => DECIMAL_SIZE.test(printed);
/** '177.424', '1.854.736' where a column says that it is a size. */
export const isDottedSize = (printed: string): boolean => /^\d{1,3}(?:\.\d{3}){1,3}$/.test(printed);
/** 'KB', 'bytes', where it stands apart from its number. */
export const isSizeUnit = (printed: string): boolean => /^(?:bytes?|b|kb?|mb?)$/i.test(printed);

/** Bytes; 'KB' and 'MB' are multiplied out; null where it is no number. */
export function sizeInBytes(printed: string, unit = ''): number | null {
  const m = /^([\d,.]{1,15})\s?([a-z]{0,5})$/i.exec(printed.trim());
  if (!m) return null;
  const number = Number(m[1]!.replaceAll(',', ''));
  if (!Number.isFinite(number)) return null;
  const first = (m[2] || unit).toLowerCase()[0];
  return Math.round(first === 'k' ? number * 1024 : first === 'm' ? number * 1024 * 1024 : number);
}

/** A processor, as these tables print it. */
const PLATFORM =
  /^(?:i?x86|i[3456]86|i86|intel|alpha|axp|mips|ppc|power ?pc|ia-?64|x64|amd64|itanium|arm64|arm)(?:-based)?$/i;
export const isPlatform = (printed: string): boolean => PLATFORM.test(printed);
/** 'Not applicable', 'N/A', '--': a column that has nothing to say. */
const BLANK = /^(?:not applicable|not available|n\/a|na|none|nil|-{1,4}|\*|any)$/i;
export const isBlankValue = (printed: string): boolean => printed === '' || BLANK.test(printed);
