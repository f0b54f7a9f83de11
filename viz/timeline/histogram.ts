const DAY = 86_400_000;

/** How many nodes are dated in each month, from the first month with any to the last. */
export interface Histogram {
  /** The first month, counted from January 1970. */
  first: number;
  counts: Uint32Array;
}

/** Counts dates by month; `days` counts from 1970-01-01, and 0 is no date. Null where nothing is dated. */
export function histogramOf(days: Uint16Array, isShown: (node: number) => boolean): Histogram | null {
  const months = new Map<number, number>();
  for (let node = 0; node < days.length; node++) {
    const day = days[node]!;
    if (day === 0 || !isShown(node)) continue;
    const month = monthOf(day);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  if (months.size === 0) return null;
  const all = [...months.keys()];
  const first = all.reduce((low, month) => Math.min(low, month));
  const last = all.reduce((high, month) => Math.max(high, month));
  const counts = new Uint32Array(last - first + 1);
  for (const [month, count] of months) counts[month - first] = count;
  return { first, counts };
}

function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** Of months counted from January 1970: '1999-03'. */
export function monthName(month: number): string {
  return new Date(Date.UTC(1970, month, 1)).toISOString().slice(0, 7);
}

/** The first and the last day of a range of months, as an address has them. */
export function rangeDates(from: number, to: number): { from: string; to: string } {
  return {
    from: new Date(Date.UTC(1970, from, 1)).toISOString().slice(0, 10),
    to: new Date(Date.UTC(1970, to + 1, 0)).toISOString().slice(0, 10),
  };
}

/** The month of `YYYY-MM-DD`, or null. */
export function monthOfDate(date: string | undefined): number | null {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(date ?? '') ?? [];
  return year === undefined ? null : (Number(year) - 1970) * 12 + Number(month) - 1;
}
