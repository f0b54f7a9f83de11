import { Parser } from 'htmlparser2';
import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { decodeChunks } from '../../read/decode-chunks.ts';

/** An element's attributes, by names without their prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** Hears of elements in the order of the document; names come without their prefix ('vuln:CVE' is 'CVE'). */
export interface XmlListener {
  /** `path` holds the names of the elements that are open, this one last. */
  open?(name: string, attributes: Attributes, path: readonly string[]): void;
  /** `text` is the element's own text, trimmed; `path` as for `open`. */
  close?(name: string, text: string, path: readonly string[], attributes: Attributes): void;
}

/** Elements within elements: more than this is no format that is known here. */
const DEEPEST = 100;
/** Characters of one tag, comment or the like, in which nothing ends: the parser holds all of it. */
const LONGEST_MARKUP = 4_000_000;
/** Characters of text in one element. */
const LONGEST_TEXT = 1_000_000;

/**
 * Reads XML as it comes. A document type is refused with all that follows it: none of these formats has one, and what
 * it declares are entities that grow or that read other files. Gives false, after a report, where it was not read whole.
 */
export function readXml({ name: file, chunks }: ByteSource, report: Report, listener: XmlListener): boolean {
  const path: string[] = [];
  const attributes: Attributes[] = [];
  const texts: string[] = [];
  let refusal: { rule: string; message: string } | null = null;
  let quiet = 0;
  const parser = new Parser(
    {
      onprocessinginstruction(_, data) {
        if (!/^!doctype/i.test(data) || refusal !== null) return;
        const message =
          'The XML declares a document type, which may hold entities that grow or read other files; it is not read.';
        refusal = { rule: 'feed/xml-doctype', message };
      },
      onopentag(printed, raw) {
        quiet = 0;
        if (refusal !== null) return;
        path.push(localName(printed));
        if (path.length > DEEPEST) {
          refusal = {
            rule: 'feed/xml-too-deep',
            message: `The XML nests more than ${DEEPEST} elements; the rest of it is not read.`,
          };
          return;
        }
        const own = localNames(raw);
        attributes.push(own);
        texts.push('');
        listener.open?.(path.at(-1) ?? '', own, path);
      },
      ontext(text) {
        quiet = 0;
        const at = texts.length - 1;
        if (refusal === null && at >= 0 && texts[at]!.length < LONGEST_TEXT) texts[at] += text;
      },
      onclosetag() {
        quiet = 0;
        if (refusal !== null || path.length === 0) return;
        listener.close?.(path.at(-1)!, texts.at(-1)!.trim(), path, attributes.at(-1)!);
        path.pop();
        attributes.pop();
        texts.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (const text of decodeChunks(chunks)) {
    quiet += text.length;
    parser.write(text);
    if (quiet > LONGEST_MARKUP) {
      const message = 'The XML has a tag, a comment or the like that does not end; the rest of it is not read.';
      refusal ??= { rule: 'feed/xml-too-long', message };
    }
    if (refusal !== null) break;
  }
  const open = path.length;
  if (refusal === null && open > 0) {
    const message = `The XML is cut off within <${path.join('> <')}>; what stands before was read.`;
    refusal = { rule: 'feed/xml-cut-off', message };
  }
  if (refusal === null) return true;
  report({ source: file, ...refusal });
  return false;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function localNames(raw: Readonly<Record<string, string>>): Attributes {
  if (!Object.keys(raw).some((name) => name.includes(':'))) return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [localName(name), value]));
}
