import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/diagnostic.ts';
import { createTally } from '../../src/work/tally.ts';

describe('a tally', () => {
  it('counts each rule, keeps the first few sentences and passes everything on', () => {
    const heard: string[] = [];
    const tally = createTally(({ source }) => heard.push(source));
    for (let at = 0; at < 9; at++) tally.report({ source: `f${at}`, rule: 'read/not-text', message: 'Binary.' });
    expect(tally.diagnostics['read/not-text']).toEqual({
      count: 9,
      examples: ['f0: Binary.', 'f1: Binary.', 'f2: Binary.', 'f3: Binary.', 'f4: Binary.'],
    });
    expect(heard).toHaveLength(9);
  });

  it('counts the files and the diagnostics of each batch', () => {
    const tally = createTally();
    const diagnostics = [{ source: 'a', rule: 'read/not-text', message: 'Binary.' }];
    tally.add({ result: null, files: 2, articles: 0, diagnostics });
    tally.add({ result: null, files: 3, articles: 0, diagnostics: [] });
    expect(tally.filesRead).toBe(5);
    expect(tally.diagnostics['read/not-text']?.count).toBe(1);
  });

  it('asks for nothing more once there is an article', () => {
    const tally = createTally();
    tally.add({ result: null, files: 1, articles: 1, diagnostics: [] });
    expect(() => tally.requireArticles(['a'])).not.toThrow();
  });

  it('says that files held no article', () => {
    const tally = createTally();
    tally.add({ result: null, files: 2, articles: 0, diagnostics: [] });
    expect(() => tally.requireArticles(['notes', 'more'])).toThrow(
      new UsageError('no-articles', 'No article was found in any of the 2 files read from notes, more.'),
    );
  });

  it('says why nothing could be read', () => {
    const tally = createTally();
    tally.report({ source: 'gone', rule: 'read/missing', message: 'There is no such file.' });
    expect(() => tally.requireArticles(['gone'])).toThrow(
      new UsageError('no-input', 'Nothing could be read from gone. gone: There is no such file.'),
    );
  });
});
