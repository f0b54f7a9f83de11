import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../model/diagnostic.ts';
import { fileChunks } from '../../read/file-chunks.ts';
import { readCab } from './read-cab.ts';
import { MOST_PART_BYTES, type RevisionReader } from './revision-texts.ts';

const CATALOGUES = ['package.xml', 'package.cab'];
const PART_CAB = /^package\d+\.cab$/i;
const PART_FOLDER = /^package\d*$/i;

/**
 * Reads the parts that lie beside a catalogue on disk: in `package2.cab` and the others, or unpacked, in `x/`, `l/` and
 * `s/`, there or in a folder for each cab. A catalogue in an archive has none beside it.
 */
export async function readPartsBeside(catalogue: string, reader: RevisionReader, report: Report): Promise<void> {
  if (catalogue.includes('!')) return;
  const folder = dirname(catalogue);
  const names = namesIn(folder);
  const folders = names.filter((name) => PART_FOLDER.test(name)).map((name) => join(folder, name));
  for (const own of [folder, ...folders]) {
    readUnpacked(join(own, 'x'), reader);
    readUnpacked(join(own, 's'), reader);
    const languages = namesIn(join(own, 'l'));
    // English first: where it is there, no other is read.
    for (const language of languages.sort((a, b) => Number(b === 'en') - Number(a === 'en')))
      readUnpacked(join(own, 'l', language), reader);
  }
  for (const name of names.filter((one) => PART_CAB.test(one))) {
    const path = join(folder, name);
    await readCab({ name: path, chunks: fileChunks(path) }, report, reader);
  }
}

/** Whether a part's cab or file lies beside the catalogue that it belongs to. */
export function isBesideCatalogue(part: string): boolean {
  if (part.includes('!')) return false;
  let folder = dirname(part);
  // 'package2/l/en/123' lies furthest from 'package.xml'.
  for (let up = 0; up <= 3; up++, folder = dirname(folder))
    if (CATALOGUES.some((name) => existsSync(join(folder, name)))) return true;
  return false;
}

function readUnpacked(folder: string, reader: RevisionReader): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (!reader.wants(path) || (statSync(path, { throwIfNoEntry: false })?.size ?? Infinity) > MOST_PART_BYTES)
      continue;
    reader.read({ name: path, chunks: [readFileSync(path)] });
  }
}

/** The names in a folder; none where it cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
