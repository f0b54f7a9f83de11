import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));

/** The archive of articles; feeds beside it are taken as far as they are there. */
const ARTICLES = join(SHARED, 'corpus/kbarchive-q-articles.tar.gz');
const FEEDS = ['wesng-definitions.zip', 'mssecure-2001-10-04.xml'].map((name) => join(SHARED, 'feeds', name));

/** Whether the real archive and feeds lie beside the project. */
export const HAS_CORPUS = [ARTICLES, ...FEEDS].every((path) => existsSync(path));
export const WITHOUT_CORPUS = 'needs ../shared/corpus and ../shared/feeds beside the project';

const PREFIX = 'kbgraph-whole-';
/** Stores of other states of the program that are kept: they are large, and may be in use by another checkout. */
const KEPT = 3;

/**
 * A store of the whole archive with the feeds, to be read only. It is built once for each state of the program and its
 * sources, which takes half a minute, and kept in the system's folder for temporary files.
 */
export async function corpusStore(): Promise<string> {
  const file = join(tmpdir(), `${PREFIX}${identity()}.db`);
  if (!existsSync(file)) {
    const half = `${file}.${process.pid}.half`;
    const program = join(ROOT, 'dist/cli/main.js');
    try {
      await promisify(execFile)(process.execPath, [program, 'build', ARTICLES, ...FEEDS, '--out', half]);
      renameSync(half, file);
    } finally {
      rmSync(half, { force: true });
    }
  }
  const now = new Date();
  utimesSync(file, now, now);
  removeOld(file);
  return file;
}

/** Changes with the program that builds and with what it reads. */
function identity(): string {
  const hash = createHash('sha256');
  const source = join(ROOT, 'src');
  for (const name of (readdirSync(source, { recursive: true }) as string[]).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(source, name)));
  }
  for (const path of [ARTICLES, ...FEEDS]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}`);
  }
  return hash.update(process.version).digest('hex').slice(0, 16);
}

function removeOld(own: string): void {
  const stores = readdirSync(tmpdir())
    .filter((name) => name.startsWith(PREFIX) && name.endsWith('.db'))
    .map((name) => join(tmpdir(), name))
    .filter((path) => path !== own)
    .map((path) => ({ path, used: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of stores.slice(KEPT)) rmSync(path, { force: true });
}
