const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const iso = (year: number, month: number, day: number): string | null => {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days || year < 1980 || year > 2100) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || year === 2100)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * A revision's date as `YYYY-MM-DD`, or null: '11-NOV-2000', 'March 5, 2008', '12/3/2007' (month first, as the
 * archives print it), '2007-07-23'. Looks at the start of `text` only.
 */
export function readDate(text: string): string | null {
  const head = text.slice(0, 40);
  let m = /^\s{0,8}(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d{4})/.exec(head);
  if (m) return iso(Number(m[3]), monthNumber(m[2]!), Number(m[1]));
  m = /^\s{0,8}([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})/.exec(head);
  if (m) return iso(Number(m[3]), monthNumber(m[1]!), Number(m[2]));
  m = /^\s{0,8}(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(head);
  if (m) return iso(Number(m[3]), Number(m[1]), Number(m[2]));
  m = /^\s{0,8}"?(\d{4})-(\d{2})-(\d{2})/.exec(head);
  if (m) return iso(Number(m[1]), Number(m[2]), Number(m[3]));
  return null;
}
