/** A value of a document that may hold anything: what is not of the form asked for is empty. */
export interface Json {
  /** The member of an object; empty where there is none. */
  at(...names: string[]): Json;
  /** The items of a list. */
  items(): Json[];
  /** A string, or a number in its usual form; '' for anything else. */
  text(): string;
}

/** Wraps a parsed value. */
export function jsonOf(value: unknown): Json {
  return {
    at(...names) {
      let found: unknown = value;
      for (const name of names) {
        const isObject = typeof found === 'object' && found !== null && Object.hasOwn(found, name);
        found = isObject ? (found as Record<string, unknown>)[name] : undefined;
      }
      return jsonOf(found);
    },
    items: () => (Array.isArray(value) ? value.map(jsonOf) : []),
    text: () => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''),
  };
}
