/** What one row says of a file. */
export interface FileRow {
  /** In lower case; null where only the other columns are there. */
  name: string | null;
  version: string | null;
  platform: string | null;
  date: string | null;
  size: number | null;
  language: string | null;
  branch: string | null;
  baseline: string | null;
  /** How many of version, date, time, size and platform it states. */
  values: number;
  /** How many files it names. */
  names: string[];
  /** Words that are none of these, before and after the name. */
  before: number;
  after: number;
}

export const emptyRow = (): FileRow => ({
  name: null,
  version: null,
  platform: null,
  date: null,
  size: null,
  language: null,
  branch: null,
  baseline: null,
  values: 0,
  names: [],
  before: 0,
  after: 0,
});
