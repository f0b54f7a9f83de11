/**
 * Places for boxes that keep their order and do not come closer than they may, as near to where each wants to be as
 * the sum of squares tells (isotonic regression). `apart[i]` is the least distance of the middles of i-1 and i; the
 * first is not read.
 */
export function placeApart(wanted: readonly number[], apart: readonly number[]): number[] {
  // Without the least distances, the middles only have to ascend: runs that would not are put on their mean.
  const runs: { sum: number; count: number }[] = [];
  let offset = 0;
  const offsets = wanted.map((_, index) => {
    offset += index === 0 ? 0 : apart[index]!;
    return offset;
  });
  wanted.forEach((want, index) => {
    let run = { sum: want - offsets[index]!, count: 1 };
    for (let last = runs.at(-1); last && last.sum / last.count >= run.sum / run.count; last = runs.at(-1)) {
      runs.pop();
      run = { sum: last.sum + run.sum, count: last.count + run.count };
    }
    runs.push(run);
  });
  const places: number[] = [];
  for (const { sum, count } of runs) {
    for (let index = 0; index < count; index++) places.push(sum / count + offsets[places.length]!);
  }
  return places;
}
