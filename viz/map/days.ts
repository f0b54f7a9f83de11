const DAY = 86_400_000;

/** Two dates of an address, `YYYY-MM-DD` each, as days from 1970-01-01; null where neither is a date. */
export function daysOf(from: string | undefined, to: string | undefined): { from: number; to: number } | null {
  const day = (date: string | undefined, other: number): number => {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? Date.parse(date ?? '') : Number.NaN;
    return Number.isNaN(time) ? other : Math.round(time / DAY);
  };
  const range = { from: day(from, 0), to: day(to, Number.POSITIVE_INFINITY) };
  return range.from === 0 && range.to === Number.POSITIVE_INFINITY ? null : range;
}
