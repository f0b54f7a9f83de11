import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../src/model/source-file.ts';
import { decodeText } from '../src/read/decode-text.ts';
import { isPassedOver } from '../src/read/member-name.ts';

/** The folder of the sample archive. */
export const sampleFolder = fileURLToPath(new URL('../data', import.meta.url));

/** Its files of articles, decoded, by their paths within it; structured feeds are read by other means. */
export const sampleFiles: readonly SourceFile[] = readdirSync(sampleFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .filter(
    (path) => !isPassedOver(relative(sampleFolder, path)) && relative(sampleFolder, path).split(sep)[0] !== 'feeds',
  )
  .sort()
  .map((path) => ({
    name: relative(sampleFolder, path).split(sep).join('/'),
    text: decodeText(readFileSync(path)) ?? '',
  }));
