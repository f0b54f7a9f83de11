import { expect, test } from 'vitest';
import { extentOf, medianSpacing } from '../../viz/map/spacing.ts';

test('the spacing of a grid is its step, whatever lies far away', () => {
  const grid = Array.from({ length: 900 }, (_, index) => [(index % 30) * 2, Math.floor(index / 30) * 2]);
  const positions = Float32Array.from([...grid, [5000, 5000]].flat());
  expect(medianSpacing(positions)).toBeCloseTo(2);
  expect(extentOf(positions)).toBe(5000);
});

test('a map of one node or none has no spacing and no extent', () => {
  expect([medianSpacing(new Float32Array(0)), extentOf(new Float32Array(0))]).toEqual([0, 0]);
  expect([medianSpacing(new Float32Array(2)), extentOf(new Float32Array(2))]).toEqual([0, 0]);
});
