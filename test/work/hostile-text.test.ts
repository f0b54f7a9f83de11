import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as dialects from '../../src/parse/registry.ts';
import { extractFileWithNames } from '../../src/work/extract-file.ts';
import { sampleFiles } from '../sample-archive.ts';

const LENGTH = 100_000;
/** Work that grows with the square of the length takes several times as long; what is linear, a tenth of it. */
const LIMIT_MS = 3000;

const units = readFileSync(new URL('hostile-units.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) =>
    line
      .replace('␣', ' ')
      .replace(/\\(?:u\{([0-9a-f]+)\}|([ntr0]))/g, (_escape, code: string | undefined, letter: string) =>
        code === undefined
          ? ({ n: '\n', t: '\t', r: '\r', 0: '\0' }[letter] as string)
          : String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );

describe('hostile text', () => {
  it.each(Object.values(dialects))(
    'takes $name no longer than its length calls for',
    (dialect) => {
      const file = sampleFiles.find((candidate) => dialect.claims(candidate))!;
      const middle = file.text.indexOf(' ', file.text.length / 2);
      const slow: string[] = [];
      for (const unit of units) {
        const run = unit.repeat(Math.ceil(LENGTH / unit.length));
        const text = `${file.text.slice(0, middle)} ${run}${file.text.slice(middle)}`;
        const before = process.cpuUsage();
        extractFileWithNames({ name: file.name, text }, () => undefined);
        const { user, system } = process.cpuUsage(before);
        const milliseconds = Math.round((user + system) / 1000);
        if (milliseconds > LIMIT_MS) slow.push(`${JSON.stringify(unit)} took ${milliseconds} ms`);
      }
      expect(slow).toEqual([]);
    },
    120_000,
  );
});
