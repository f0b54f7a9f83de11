import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { decodeChunks } from '../../read/decode-chunks.ts';
import { formatBytes } from '../../read/read-limits.ts';
import { type Json, jsonOf } from './json.ts';

/** JSON is held as one text and one tree. The largest real document, a month of MSRC's, has 30 MB. */
const MOST_UNITS = 200_000_000;

/** The value of a JSON document; null, after a report, where it is none. */
export function readJson({ name, chunks }: ByteSource, report: Report): Json | null {
  let text = '';
  for (const piece of decodeChunks(chunks)) {
    text += piece;
    if (text.length > MOST_UNITS) {
      const message = `The JSON is larger than ${formatBytes(MOST_UNITS)}; it is not read.`;
      report({ source: name, rule: 'feed/too-large', message });
      return null;
    }
  }
  try {
    return jsonOf(JSON.parse(text));
  } catch (error) {
    const message = `This is no whole JSON document (${(error as Error).message.slice(0, 100)}).`;
    report({ source: name, rule: 'feed/broken-json', message });
    return null;
  }
}
