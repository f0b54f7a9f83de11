/** A first piece, which was looked at, and those after it. */
export function* withFirst<Piece>(first: Piece, rest: Iterable<Piece>): Generator<Piece> {
  yield first;
  yield* rest;
}
