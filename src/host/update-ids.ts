import type { ListedUpdate } from '../model/host.ts';

/**
 * 'KB4487029', 'Q147222', 'KB893803v2 - Update', 'KB2803821-v2_WM9', 'M886903', 'S867460', 'Q311967_W2K_SP3'.
 * Articles have 5 to 7 digits; a longer run of digits is another thing.
 */
const UPDATE = /(?<![A-Za-z0-9])(?:KB|Q|M|S)[ -]?(\d{5,7})(?!\d)/i;

/** The article that a line of a list of updates names, or null ('File 1', a program's GUID). */
export function updateIn(printed: string): ListedUpdate | null {
  const id = UPDATE.exec(printed)?.[1];
  return id === undefined ? null : { id: id.replace(/^0+/, ''), printed };
}

/** Every article that a text names in that way. */
export function updatesIn(text: string): ListedUpdate[] {
  const all = text.matchAll(new RegExp(UPDATE, 'gi'));
  return [...all].map(([printed, id = '']) => ({ id: id.replace(/^0+/, ''), printed }));
}

/** What a list's entries say: those that name an article, each once, and the others as printed. */
export function sortUpdates(printed: Iterable<string>): { updates: ListedUpdate[]; unnamed: string[] } {
  const updates = new Map<string, ListedUpdate>();
  const unnamed: string[] = [];
  for (const entry of printed) {
    const update = updateIn(entry);
    if (update === null) unnamed.push(entry);
    else if (!updates.has(update.id)) updates.set(update.id, update);
  }
  return { updates: [...updates.values()], unnamed };
}
