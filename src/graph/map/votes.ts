/** Counts what each node's neighbours speak for, without a table for each node. */
export interface Votes {
  add(node: number, choice: number, weight: number): void;
  /** Writes the heaviest choice of every node that has votes and no choice yet (below 0); of equals the lowest. */
  elect(chosen: Int32Array): void;
}

/** Starts without votes, for so many nodes. */
export function createVotes(size: number): Votes {
  // Each node's votes are a chain through these lists.
  const newest = new Int32Array(size).fill(-1);
  const next: number[] = [];
  const choices: number[] = [];
  const weights: number[] = [];
  return {
    add(node, choice, weight) {
      for (let at = newest[node] ?? -1; at >= 0; at = next[at] ?? -1) {
        if (choices[at] !== choice) continue;
        weights[at] = (weights[at] ?? 0) + weight;
        return;
      }
      next.push(newest[node] ?? -1);
      choices.push(choice);
      weights.push(weight);
      newest[node] = next.length - 1;
    },
    elect(chosen) {
      for (let node = 0; node < size; node++) {
        if ((chosen[node] ?? 0) >= 0) continue;
        let [best, most] = [-1, Number.NEGATIVE_INFINITY];
        for (let at = newest[node] ?? -1; at >= 0; at = next[at] ?? -1) {
          const [choice, weight] = [choices[at] ?? 0, weights[at] ?? 0];
          if (weight > most || (weight === most && choice < best)) [best, most] = [choice, weight];
        }
        if (best >= 0) chosen[node] = best;
      }
    },
  };
}
