/** A day as feeds print it ('2000/07/31', '10/04/2001', '2017-03-14T07:00:00Z', Excel's 42808) as `YYYY-MM-DD`, or null. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  const [, year, month, day] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(trimmed) ?? american(trimmed) ?? serial(trimmed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function american(text: string): (string | undefined)[] | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(text) ?? [];
  return year === undefined ? null : ['', year, month, day];
}

/** Days since the last day of 1899, as spreadsheets count them. */
function serial(text: string): (string | undefined)[] | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000);
  return ['', ...date.toISOString().slice(0, 10).split('-')];
}
