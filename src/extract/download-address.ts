import type { Span } from '../model/article.ts';

/** An address in an article's text, and the folders and file of its path. */
export interface DownloadAddress {
  /** Where the address begins. */
  from: number;
  segments: PathSegment[];
}

export interface PathSegment extends Span {
  name: string;
}

/** No address in the archives is longer. */
const LONGEST_ADDRESS = 400;
/** What ends an address in running text. */
const END = /[\s)>"'|,;]/;

/** Finds the addresses 'ftp://…' and 'http://…' between two places of a text, also those that go on in the next line. */
export function findDownloadAddresses(text: string, { from, to }: Span): DownloadAddress[] {
  const addresses: DownloadAddress[] = [];
  let at = text.indexOf('://', from);
  while (at >= 0 && at < to) {
    const scheme = /(?:ftp|https?)$/i.exec(text.slice(Math.max(from, at - 5), at))?.[0];
    const segments = scheme === undefined ? [] : readSegments(text, at + 3, Math.min(to, at + LONGEST_ADDRESS));
    if (scheme !== undefined) addresses.push({ from: at - scheme.length, segments });
    // Nothing is read twice: an address within an address is a part of its path.
    at = text.indexOf('://', Math.max(at + 3, segments.at(-1)?.to ?? 0));
  }
  return addresses;
}

/**
 * The segments of a path:
 *
 *     ftp://ftp.microsoft.com/bussys/winnt/winnt-public/fixes/usa/NT40/
 *     hotfixes-postSP3/lsa2-fix/
 */
function readSegments(text: string, from: number, to: number): PathSegment[] {
  const segments: PathSegment[] = [];
  let start = from;
  let at = from;
  const close = () => {
    if (at > start) segments.push({ name: text.slice(start, at).replace(/\s+/g, ''), from: start, to: at });
  };
  while (at < to) {
    const character = text[at] ?? '';
    if (character === '/') {
      close();
      at++;
      start = at;
    } else if (END.test(character)) {
      const next = continuation(text, at);
      if (next === null) break;
      if (at === start) start = next;
      at = next;
    } else at++;
  }
  close();
  return segments;
}

/** Where an address goes on after a line's end: '/' or '-' stands on one side of it, and a path without spaces follows. */
function continuation(text: string, end: number): number | null {
  const last = text[end - 1];
  const gap =
    last === '/' || last === '-'
      ? /^[ \t]{0,3}\r?\n[ \t]{0,12}(?=[\w.-]{2,40}(?:\/|[ \t]{0,3}(?:\r?\n|$)))/.exec(text.slice(end, end + 64))
      : /^[ \t]{0,3}\r?\n[ \t]{0,12}(?=\/[\w.-]{2,40}\/)/.exec(text.slice(end, end + 64));
  return gap === null ? null : end + gap[0].length;
}
