import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { decodeText } from './decode-text.ts';
import type { RawFile } from './raw-file.ts';

/** A file's text; what is none is reported and gives null. */
export function decodeSource({ name, bytes }: RawFile, report: Report): SourceFile | null {
  const text = decodeText(bytes);
  if (text !== null) return { name, text };
  report({ source: name, rule: 'read/not-text', message: 'This is not text: it holds binary data.' });
  return null;
}
