import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCapture } from '../../src/host/decode-capture.ts';
import { claimingFormats, readCapture } from '../../src/host/read-capture.ts';
import { UsageError } from '../../src/model/diagnostic.ts';
import { expected, hostBytes, hostFiles, written } from './fixtures.ts';

const captures = hostFiles.filter((name) => name !== 'no-capture.txt');

describe('captures of machines', () => {
  it('are each told in expected.txt', () => {
    expect(expected.map(([name]) => name)).toEqual(captures);
  });

  it.each(expected)('reads %s, a capture of %s', (...columns) => {
    expect(written(readCapture(columns[0]!, hostBytes(columns[0]!)))).toEqual(columns);
  });

  it.each(captures)('lets one format claim %s', (name) => {
    expect(claimingFormats(decodeCapture(hostBytes(name)) ?? '')).toHaveLength(1);
  });

  it('lets no format claim a letter that names an update', () => {
    expect(claimingFormats(hostBytes('no-capture.txt').toString())).toEqual([]);
    const read = () => readCapture('no-capture.txt', hostBytes('no-capture.txt'));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(/begins with 'Dear colleague,'.*Expected is one of: .*systeminfo/);
  });

  it.each([
    ['is empty', Buffer.alloc(0), /is empty/],
    ['is no text', Buffer.from([0, 1, 2, 255, 0, 0, 7, 0, 1]), /is no text/],
  ])('says what stands against a file that %s', (_, bytes, sentence) => {
    expect(() => readCapture('-', bytes)).toThrow(sentence);
  });
});

/** 'OS Version:      10.0…' → 'Wxyz:      10.0…' at the same width: values stay, words go. */
function withLabels(text: string, words: readonly string[]): string {
  let next = 0;
  return text
    .split(/\r\n|\n/)
    .map((line) => {
      const [whole, label = ''] = /^(\S.*?):(?=\s{2,}|$| \S)/.exec(line) ?? [];
      if (whole === undefined) return line;
      const word = words[next++ % words.length]!;
      return `${word.slice(0, label.length).padEnd(label.length, word)}:${line.slice(whole.length)}`;
    })
    .join('\r\n');
}

describe('systeminfo', () => {
  const inEnglish = [
    'windows-7-sp1-ru-cp866.txt',
    'windows-server-2008-sp2-en-cp437.txt',
    'windows-10-1803-none-es.txt',
  ];

  it.each(inEnglish)('is read by order and shape alone: %s with labels of a language that nobody speaks', (name) => {
    const text = decodeCapture(hostBytes(name)) ?? '';
    const asIs = readCapture(name, Buffer.from(text));
    const letters = fc.stringMatching(/^[A-Zbdfghjklmnpqrtvwxyz]{3,12}$/);
    fc.assert(
      fc.property(fc.array(letters, { minLength: 5, maxLength: 40 }), (words) => {
        expect(readCapture(name, Buffer.from(withLabels(text, words)))).toEqual(asIs);
      }),
      { numRuns: 50 },
    );
  });

  it('reads the same through any line ends and encodings of Unicode', () => {
    const name = 'windows-10-1803-zh-gbk.txt';
    const text = decodeCapture(hostBytes(name)) ?? '';
    const asIs = readCapture(name, Buffer.from(text));
    for (const ends of ['\n', '\r\n', '\r\r\n']) {
      const changed = text.replaceAll('\r\n', ends);
      for (const bytes of [
        Buffer.from(changed),
        Buffer.from(`\ufeff${changed}`),
        Buffer.from(`\ufeff${changed}`, 'utf16le'),
      ]) {
        expect(readCapture(name, bytes)).toEqual(asIs);
      }
    }
  });

  it('never throws for what a file says, but with one sentence', () => {
    const pieces = fc.constantFrom(
      'OS Version:  10.0.17134 N/A Build 17134',
      '  [01]: KB4012212',
      '[01]: ',
      'HotFixID',
      '-----',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates\\',
      '"a"=dword:',
      'ese.dll 5.5.2652.31',
      '4012212',
      ':',
      '：',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (lines) => {
        try {
          readCapture('x', Buffer.from(lines.join('\r\n')));
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});

const shared = new URL('../../../shared/feeds/hosts/', import.meta.url);
const real = existsSync(shared) ? readdirSync(shared) : [];

describe('real captures', () => {
  it.runIf(real.length === 0)('are skipped: ../shared/feeds/hosts is absent', () => {});

  it.each(real)('of %s give a list of updates, and systeminfo a system', (name) => {
    const capture = readCapture(name, readFileSync(new URL(name, shared)));
    expect(capture.hasUpdateList).toBe(true);
    if (!name.includes('qfe')) {
      expect(capture.system.version).not.toBeNull();
      expect(capture.system.architecture).toBe(name.includes('x86') ? 'x86' : 'x64');
      expect(capture.system.servicePack).toBe(/_sp(\d)/.exec(name)?.[1] ?? '');
    }
  });
});
