/** A slice that took less time than the first is followed by one twice as large, one that took more than the second by a smaller one; in milliseconds. */
const SHORT = 90;
const LONG = 180;
/** All slices together are meant to take this long. */
const WHOLE = 700;
const FIRST_SLICE = 6000;

/** How many edges are drawn at rest, and in what slices: measured, since no one knows what a machine draws with. */
export interface EdgeBudget {
  /** How many edges to draw next; 0 when the time is spent or all are drawn. */
  next(): number;
  /** `edges` were drawn in so many milliseconds. */
  measured(edges: number, milliseconds: number): void;
  /** Begins a new picture; what was learned stays. */
  restart(): void;
  drawn(): number;
}

export function createEdgeBudget(total: number): EdgeBudget {
  let slice = FIRST_SLICE;
  let drawn = 0;
  let spent = 0;
  let isFirst = true;
  return {
    next: () => (spent >= WHOLE ? 0 : Math.min(total - drawn, slice)),
    measured(edges, milliseconds) {
      drawn += edges;
      // A frame costs much by itself where the processor draws it: slices grow until the edges are what takes the time.
      if (milliseconds < SHORT) slice *= 2;
      else if (milliseconds > LONG && !isFirst) slice = Math.max(1000, Math.round(slice / 2));
      // The first slice of all also waits for shaders, buffers and the nodes: it says little.
      if (!isFirst) spent += milliseconds;
      isFirst = false;
    },
    restart() {
      drawn = 0;
      spent = 0;
    },
    drawn: () => drawn,
  };
}
