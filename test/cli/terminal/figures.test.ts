import { describe, expect, it } from 'vitest';
import { columns } from '../../../src/cli/terminal/columns.ts';
import { bytes, counted, duration, share } from '../../../src/cli/terminal/figures.ts';

describe('figures', () => {
  it('counts things in words', () => {
    expect(counted(1, 'article')).toBe('1 article');
    expect(counted(51_224, 'article')).toBe('51,224 articles');
    expect(counted(0, 'entry', 'entries')).toBe('0 entries');
  });

  it('says 100% only when nothing is missing', () => {
    expect(share(51_223, 51_224)).toBe('99.9%');
    expect(share(51_224, 51_224)).toBe('100%');
    expect(share(1, 3)).toBe('33.3%');
    expect(share(0, 0)).toBe('-');
  });

  it('writes bytes and durations as people say them', () => {
    expect([0, 999, 1000, 1_250_000, 812_000_000, 1_437_000_000].map(bytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.3 MB',
      '812 MB',
      '1.4 GB',
    ]);
    expect([0, 420, 9_960, 12_400, 59_700, 185_000].map(duration)).toEqual([
      '0.0 s',
      '0.4 s',
      '10.0 s',
      '12 s',
      '1 min 0 s',
      '3 min 5 s',
    ]);
  });
});

describe('columns', () => {
  it('aligns names to the left and figures to the right', () => {
    expect(
      columns(
        [
          ['article', '51,224', 'most'],
          ['fix', '7', ''],
        ],
        [1],
      ),
    ).toEqual(['article  51,224  most', 'fix           7']);
  });
});
