import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areOneLine,
  compareVersions,
  formatVersion,
  isSameBuild,
  lineOf,
  readVersion,
} from '../../../src/graph/inference/version.ts';

const version = (text: string) => readVersion(text)!;

describe('readVersion', () => {
  it.each([
    ['5.5.2652.6', [5, 5, 2652, 6]],
    ['2.00.1493.3143', [2, 0, 1493, 3143]],
    ['4.02.0755', [4, 2, 755]],
    ['5.0:2195.2097', [5, 0, 2195, 2097]],
    ['1.2(build 786)', [1, 2, 786]],
    ['1.2(786)', [1, 2, 786]],
    ['5.0.2195.4555 shp', [5, 0, 2195, 4555]],
    ['2.5c', [2, 5, 3]],
    ['1493.3143', [1493, 3143]],
    ['v4.0', [4, 0]],
  ])('reads %s', (text, parts) => {
    expect(version(text).parts).toEqual(parts);
  });

  it.each([
    '',
    'unknown',
    '08/20/93',
    'x86',
    '5..5',
    '.5',
    '5.',
    '1.00/1.00',
    '1.2.3.4.5.6.7.8',
    `1${'.1'.repeat(9999)}`,
  ])('takes %s for no version', (text) => {
    expect(readVersion(text)).toBeNull();
  });
});

describe('compareVersions', () => {
  it.each([
    ['1493.3143', '2.0.1493.3143'],
    ['1493.3143', '2.00.1493.3143'],
    ['2.0.1493.3143', '2.00.1493.3143'],
    ['4.02.0755', '4.2.755.1'],
    ['5.5.2522', '5.5.2522.0'],
    ['5.5.2505.00', '5.5.2505.0'],
  ])('takes %s and %s for one build', (one, other) => {
    expect(isSameBuild(version(one), version(other))).toBe(true);
    expect(isSameBuild(version(other), version(one))).toBe(true);
  });

  it.each([
    ['5.5.2650.6', '5.5.2650.16'],
    ['5.5.2652.6', '5.5.2652.31'],
    ['5.5.2651.81', '5.5.2652.6'],
    ['5.5.2652', '5.5.2652.6'],
    ['1493.2210', '2.0.1493.3143'],
    ['5.5.999', '5.5.2410'],
    ['4.0', '4.1'],
  ])('puts %s before %s', (older, newer) => {
    expect(compareVersions(version(older), version(newer))).toBeLessThan(0);
    expect(compareVersions(version(newer), version(older))).toBeGreaterThan(0);
  });

  it('orders versions of four numbers as their numbers are ordered', () => {
    const four = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9999), fc.nat(40_000));
    fc.assert(
      fc.property(four, four, (one, other) => {
        const at = one.findIndex((part, place) => part !== other[place]);
        const expected = at < 0 ? 0 : Math.sign(one[at]! - other[at]!);
        expect(Math.sign(compareVersions(version(one.join('.')), version(other.join('.'))))).toBe(expected);
      }),
    );
  });
});

describe('the line of a build', () => {
  it("keeps Terminal Server's builds apart from those of Windows NT", () => {
    expect(areOneLine(version('4.0.1381.33472'), version('4.0.1381.7086'))).toBe(false);
    expect(lineOf(version('4.0.1381.33472'))).toBe('4.0 Terminal Server');
    expect(areOneLine(version('4.0.1381.7086'), version('4.0.1381.4'))).toBe(true);
  });

  it('is major and minor, and any for a build that prints neither', () => {
    expect(areOneLine(version('5.0.1461.72'), version('5.5.2417.0'))).toBe(false);
    expect(areOneLine(version('1493.3143'), version('2.00.1493.2210'))).toBe(true);
  });

  it('has one spelling', () => {
    expect(formatVersion(version('2.00.1493.3143'))).toBe('2.0.1493.3143');
  });
});
