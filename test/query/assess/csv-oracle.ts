import { inflateRawSync } from 'node:zlib';

/** A row of WES-NG's definitions as it stands in the file. */
export interface OracleRow {
  /** The number of the member that holds it, and of its record there, from 1. */
  file: number;
  record: number;
  update: string;
  supersedes: string[];
}

/** The members of a zip by their names, from its central directory. Knows what these archives are made of, and no more. */
export function unzip(archive: Buffer): { name: string; data: Buffer }[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const members: { name: string; data: Buffer }[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((place, index) =>
      index === 0 ? archive.readUInt32LE(at + place) : archive.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + packed);
    const isStored = archive.readUInt16LE(at + 10) === 0;
    members.push({
      name: archive.toString('utf8', at + 46, at + 46 + name),
      data: isStored ? bytes : inflateRawSync(bytes),
    });
    at += 46 + name + extra + comment;
  }
  return members;
}

const plain = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();

/** The rows of all CSV members by product, as it is spelt but for its spaces. */
export function rowsByProduct(archive: Buffer): Map<string, OracleRow[]> {
  const rows = new Map<string, OracleRow[]>();
  const tables = unzip(archive).filter(({ name }) => name.endsWith('.csv'));
  tables.forEach(({ data }, file) => {
    let record = 0;
    for (const cells of records(data.toString('utf8'))) {
      // The head, and remarks.
      if (cells.length !== 10 || cells[0] === 'DatePosted' || cells[0]!.startsWith('#')) continue;
      record++;
      // 'Release Notes' and its like are no updates.
      const update = /^(?:\d+|SP\w+)$/.exec(cells[2]!.trim())?.[0] ?? '';
      const supersedes = cells[8]!.split(/;|<br>|\s/).filter((one) => /^(?:\d+|SP\w+)$/.test(one));
      const product = plain(cells[4]!);
      const known = rows.get(product);
      const row = { file, record, update, supersedes };
      if (known === undefined) rows.set(product, [row]);
      else known.push(row);
    }
  });
  return rows;
}

/** The cells of each record of a CSV text; quotes may hold line ends and doubled quotes. */
function* records(text: string): Generator<string[]> {
  let cells: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    if (isQuoted && at < text.length) continue;
    if (code !== 44 && code !== 10 && at < text.length) continue;
    const cell = text.slice(start, at).replace(/\r$/, '');
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    start = at + 1;
    if (code === 44) continue;
    if (cells.length > 1 || cells[0] !== '') yield cells;
    cells = [];
  }
}

/** What is there: installed, or replaced by what is, over and over. */
export function closure(rows: readonly OracleRow[], installed: readonly string[]): Set<string> {
  const there = new Set(installed);
  let size = -1;
  while (there.size !== size) {
    size = there.size;
    for (const { update, supersedes } of rows) if (there.has(update)) for (const older of supersedes) there.add(older);
  }
  return there;
}
