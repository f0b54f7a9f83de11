interface Known<Value> {
  text: string;
  value: Value;
  /** What came after it the last time. */
  next: Known<Value> | null;
}

/**
 * Works each text of a column out once. Rows come in runs, and the runs in the same order again and again, so a text is
 * first compared with the one before, then with what followed that one before: both are faster than looking it up.
 */
export function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Known<Value>>();
  let last: Known<Value> | null = null;
  return (text) => {
    if (last !== null) {
      if (last.text === text) return last.value;
      if (last.next !== null && last.next.text === text) {
        last = last.next;
        return last.value;
      }
    }
    let found = known.get(text);
    if (found === undefined) {
      // A copy of its own: a slice would keep the whole block of rows alive.
      const own = Buffer.from(text).toString();
      found = { text: own, value: work(own), next: null };
      known.set(own, found);
    }
    if (last !== null) last.next = found;
    last = found;
    return found.value;
  };
}
