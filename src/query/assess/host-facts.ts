import type { HostCapture, HostSystem, ListedFile } from '../../model/host.ts';

/** What is known of one machine, from all its captures together. */
export interface HostFacts {
  machine: string | null;
  system: HostSystem;
  /** The updates that are listed, by number, as first printed. */
  installed: Map<string, string>;
  files: ListedFile[];
  captures: { source: string; format: string }[];
  /** What a person must know of the captures: sentences. */
  notes: string[];
}

/** Puts captures of one machine together: of what several tell, the first counts. */
export function mergeCaptures(captures: readonly HostCapture[]): HostFacts {
  const facts: HostFacts = {
    machine: null,
    system: { name: null, version: null, revision: null, servicePack: null, architecture: null },
    installed: new Map(),
    files: [],
    captures: captures.map(({ source, format }) => ({ source, format })),
    notes: [],
  };
  for (const { host, system, updates, files } of captures) {
    facts.machine ??= host;
    facts.system = {
      name: facts.system.name ?? system.name,
      version: facts.system.version ?? system.version,
      revision: laterRevision(facts.system, system),
      servicePack: facts.system.servicePack ?? system.servicePack,
      architecture: facts.system.architecture ?? system.architecture,
    };
    for (const { id, printed } of updates) if (!facts.installed.has(id)) facts.installed.set(id, printed);
    facts.files.push(...files);
  }
  facts.notes = notesOn(captures, facts);
  return facts;
}

/** Of captures of one build the higher revision counts: no part of a machine is newer than its build. */
export function laterRevision(known: HostSystem, { version, revision }: HostSystem): number | null {
  if (known.version !== null && version !== known.version) return known.revision;
  return Math.max(known.revision ?? 0, revision ?? 0) || null;
}

function notesOn(captures: readonly HostCapture[], { installed, system }: HostFacts): string[] {
  const notes: string[] = [];
  const lists = captures.filter(({ hasUpdateList }) => hasUpdateList);
  const cut = captures.find(({ announced }) => announced !== null);
  // Another capture of the machine may tell what this one cuts off.
  if (cut?.announced && installed.size < cut.announced && lists.length === 1) {
    const read = cut.updates.length + cut.unnamed.length;
    notes.push(
      `The list of updates is cut off: it announces ${cut.announced} and holds ${read}. What is beyond counts as not installed; 'wmic qfe list' has them all.`,
    );
  }
  const hasFiles = captures.some(({ files }) => files.length > 0);
  if (lists.length === 0 && !hasFiles) {
    const { name, version, revision } = system;
    const build = revision === null ? version : `${version}.${revision}`;
    const read = [name, build].filter((part) => part !== null).join(', ') || 'nothing else';
    const what = revision === null ? 'every update' : 'what its build is not known to contain';
    notes.push(`There is no list of updates in it (read were ${read}): ${what} counts as not installed.`);
  } else if (lists.length > 0 && installed.size === 0) notes.push('It lists no update as installed.');
  const unnamed = captures.reduce((sum, capture) => sum + capture.unnamed.length, 0);
  if (unnamed > 0)
    notes.push(
      `${unnamed} of its entries name no article ('${captures.flatMap((capture) => capture.unnamed)[0]}') and were left out.`,
    );
  return notes;
}
