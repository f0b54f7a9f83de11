import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/diagnostic.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { articles, graph, writeSmallStore } from './small-store.ts';

/** Everything that a store can be asked, each question on its own; a refusal is an answer too. */
function askEverything(file: string): string[] {
  let store: Store;
  try {
    store = openStore(file);
  } catch (error) {
    return [refusal(error)];
  }
  const questions: (() => unknown)[] = [
    () => store.loadGraph(),
    () => store.report,
    () => {
      const map = store.packedMap();
      return map && [map.manifest, map.manifest.sections.map(({ name }) => map.packed(name))];
    },
    () => ['file:queue.dll', 'file:absent.dll', 'article:910001'].map((id) => store.indexOf(id)),
    () => ['POS 5.5', 'Queue2-fix', 'nothing of the kind'].map((name) => store.named(name)),
    () => articles.map(([{ id }, copy]) => store.article(id, copy)),
    () => [store.article('910003', 7), store.copies('910003')],
    () => graph.nodes.map((_, index) => [store.edgesFrom(index), store.edgesTo(index), store.degrees(index)]),
    () => store.searchText([{ text: 'queue' }], { limit: 10 }),
    () => store.searchText([{ text: 'the' }], { limit: 10 }),
    () => store.searchText([{ text: 'of' }, { text: 'messages' }], { limit: 10, any: true }),
    () => store.searchNames([{ text: 'q', prefix: true }], { limit: 10 }),
    () => store.similarWords('quuee', 5),
  ];
  const answers = questions.map((ask) => {
    try {
      return JSON.stringify(ask());
    } catch (error) {
      return refusal(error);
    }
  });
  store.close();
  return answers;
}

function openAndVerify(file: string): void {
  const store = openStore(file);
  try {
    store.verify();
  } finally {
    store.close();
  }
}

function refusal(error: unknown): string {
  if (!(error instanceof UsageError)) throw error;
  expect(error.message).toMatch(/^\S.+\.$/);
  return `refused: ${error.code}`;
}

describe('a store of which one byte has changed', () => {
  it('answers right or not at all, and is never verified', () => {
    const path = temporaryFolder();
    writeSmallStore(path('whole.db'));
    const whole = readFileSync(path('whole.db'));
    const answers = askEverything(path('whole.db'));
    expect(answers.some((answer) => answer.startsWith('refused'))).toBe(false);
    let refused = 0;
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= change;
        writeFileSync(path('changed.db'), bytes);
        askEverything(path('changed.db')).forEach((answer, question) => {
          if (answer.startsWith('refused')) refused++;
          else expect(answer, `question ${question}`).toBe(answers[question]);
        });
        expect(() => openAndVerify(path('changed.db'))).toThrow(UsageError);
      }),
      { numRuns: 250, seed: 1 },
    );
    expect(refused).toBeGreaterThan(250);
  });

  it('answers right or not at all when its own pages are asked past the seal’s first chunk', () => {
    // The seal's first chunk is checked at opening and covers the small store: a larger one has records beyond.
    const path = temporaryFolder();
    const writer = createStoreWriter(path('whole.db'));
    for (const [article, copy] of articles) writer.addArticle(article, copy);
    for (let number = 0; number < 300; number++) {
      const text = Array.from({ length: 80 }, (_, word) => `word${(number * 31 + word * 17) % 997}`).join(' ');
      writer.addArticle({ ...articles[0]![0], id: `8${number}`, text, span: { from: 0, to: text.length } }, 0);
    }
    writer.finish(graph);
    const whole = readFileSync(path('whole.db'));
    expect(whole.length).toBeGreaterThan(3 * 64 * 1024);
    const answers = askEverything(path('whole.db'));
    fc.assert(
      fc.property(
        fc.integer({ min: 64 * 1024, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const bytes = Buffer.from(whole);
          bytes[at]! ^= change;
          writeFileSync(path('changed.db'), bytes);
          askEverything(path('changed.db')).forEach((answer, question) => {
            if (!answer.startsWith('refused')) expect(answer, `question ${question}`).toBe(answers[question]);
          });
          expect(() => openAndVerify(path('changed.db'))).toThrow(UsageError);
        },
      ),
      { numRuns: 150, seed: 2 },
    );
  });
});

describe('a file that is no whole store', () => {
  it.each<[string, string, (whole: Buffer) => Buffer]>([
    ['is cut to nothing', 'not-a-store', () => Buffer.alloc(0)],
    ['is cut within its head', 'not-a-store', (whole) => whole.subarray(0, 50)],
    ['is cut in the middle', 'store-damaged', (whole) => whole.subarray(0, whole.length >> 1)],
    ['lacks its last byte', 'store-damaged', (whole) => whole.subarray(0, -1)],
    ['has a byte too many', 'store-damaged', (whole) => Buffer.concat([whole, Buffer.from('x')])],
    ['is a text', 'not-a-store', () => Buffer.from('DOCUMENT:Q910001\r\n'.repeat(100))],
    ['is zeros', 'not-a-store', (whole) => Buffer.alloc(whole.length)],
    [
      'is a database of another program',
      'not-a-store',
      (whole) => {
        whole.writeUInt32BE(1, 68);
        return whole;
      },
    ],
    [
      'was written by a later version that is sealed otherwise',
      'store-version',
      (whole) => {
        whole.writeUInt32BE(99, 60);
        return whole.subarray(0, -32);
      },
    ],
  ])('is refused when it %s', (_, code, change) => {
    const path = temporaryFolder();
    writeSmallStore(path('whole.db'));
    writeFileSync(path('other.db'), change(readFileSync(path('whole.db'))));
    expect(() => openStore(path('other.db'))).toThrow(expect.objectContaining({ code }));
  });

  it('is refused when it is missing or a folder', () => {
    const path = temporaryFolder();
    expect(() => openStore(path('nowhere.db'))).toThrow(expect.objectContaining({ code: 'store-missing' }));
    expect(() => openStore(path())).toThrow(expect.objectContaining({ code: 'not-a-store' }));
  });
});
