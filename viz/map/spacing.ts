/** So many nodes are asked for their nearest neighbour. */
const SAMPLE = 240;

/** The median distance of a node to the nearest other one, in the map's units; 0 for fewer than two nodes. */
export function medianSpacing(positions: Float32Array): number {
  const count = positions.length / 2;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const nearest: number[] = [];
  for (let node = 0; node < count; node += step) {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < count; other++) {
      if (other === node) continue;
      const dx = positions[other * 2]! - positions[node * 2]!;
      const dy = positions[other * 2 + 1]! - positions[node * 2 + 1]!;
      least = Math.min(least, dx * dx + dy * dy);
    }
    if (Number.isFinite(least)) nearest.push(Math.sqrt(least));
  }
  nearest.sort((a, b) => a - b);
  return nearest[nearest.length >> 1] ?? 0;
}

/** The longer side of the box around all nodes, in the map's units. */
export function extentOf(positions: Float32Array): number {
  const range = [0, 1].map((axis) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = axis; at < positions.length; at += 2) {
      least = Math.min(least, positions[at]!);
      most = Math.max(most, positions[at]!);
    }
    return most - least;
  });
  return Math.max(0, ...range.filter(Number.isFinite));
}
