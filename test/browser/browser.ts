import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { extract } from 'tar-stream';

const ARGUMENTS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts a browser: the one that KBGRAPH_CHROMIUM names, else the one of @sparticuz/chromium, else an installed one. */
export async function startBrowser(extraArguments: string[] = []): Promise<Browser> {
  const named = process.env.KBGRAPH_CHROMIUM;
  const failures: string[] = [];
  for await (const candidate of named ? [{ executablePath: named }] : candidates(failures)) {
    try {
      return await chromium.launch({ ...candidate, args: [...ARGUMENTS, ...extraArguments] });
    } catch (error) {
      failures.push(`${candidate.executablePath}: ${String(error).slice(0, 300)}`);
    }
  }
  throw new Error(
    `No browser starts, so the explorer cannot be tested: install chromium, or set KBGRAPH_CHROMIUM to a browser's path.\n${failures.join('\n')}`,
  );
}

interface Candidate {
  executablePath: string;
  env?: Record<string, string>;
}

async function* candidates(failures: string[]): AsyncGenerator<Candidate> {
  try {
    const folder = await unpack();
    const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
    const env = { ...(process.env as Record<string, string>), ...fonts };
    const executablePath = join(folder, 'chromium');
    yield { executablePath, env };
    // On a bare system the libraries that the browser needs come with it.
    yield { executablePath, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
  } catch (error) {
    failures.push(`@sparticuz/chromium: ${String(error)}`);
  }
  for (const executablePath of INSTALLED) if (existsSync(executablePath)) yield { executablePath };
}

/** Unpacks the packed browser once a version; test files that run at the same time do not meet a half one. */
async function unpack(): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `kbgraph-chromium-${version}-${user}`);
  if (existsSync(folder)) return folder;
  const half = mkdtempSync(`${folder}-`);
  const bin = join(packed, 'bin');
  await Promise.all([
    pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(half, 'chromium'), { mode: 0o700 }),
    ),
    unpackTar(join(bin, 'swiftshader.tar.br'), half),
    unpackTar(join(bin, 'fonts.tar.br'), join(half, 'fonts')),
    unpackTar(join(bin, 'al2023.tar.br'), join(half, 'al2023')),
  ]);
  // The packed configuration names other folders.
  const fonts = `<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir></fontconfig>`;
  writeFileSync(join(half, 'fonts', 'fonts.conf'), fonts);
  try {
    renameSync(half, folder);
  } catch {
    // Another test was first.
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

async function unpackTar(file: string, into: string): Promise<void> {
  const archive = extract();
  const done = (async () => {
    for await (const entry of archive) {
      const path = join(into, entry.header.name);
      if (entry.header.type === 'file') {
        mkdirSync(dirname(path), { recursive: true });
        await pipeline(entry, createWriteStream(path, { mode: entry.header.mode ?? 0o600 }));
      } else entry.resume();
    }
  })();
  await Promise.all([pipeline(createReadStream(file), createBrotliDecompress(), archive), done]);
}
