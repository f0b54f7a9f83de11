import type { Finding } from './finding.ts';

/** A row's date is that of the vulnerability's last revision; the middle one of an update's rows is near its release. */
export function medianDates(findings: readonly Finding[]): Map<string, string> {
  const dates = new Map<string, string[]>();
  for (const { rows } of findings) {
    for (const { article, date } of rows) {
      if (article === null || date === null) continue;
      const known = dates.get(article);
      if (known === undefined) dates.set(article, [date]);
      else known.push(date);
    }
  }
  return new Map([...dates].map(([update, own]) => [update, own.sort()[own.length >> 1]!]));
}
