import { BASES, type EdgeEvidence, type GraphEdge, type ShippedFile } from '../model/graph.ts';
import type { Scope } from '../model/relation.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** An edge without its kind and its ends: what a record repeats in both directions. */
export type EdgeBody = Omit<GraphEdge, 'kind' | 'source' | 'target'>;

// Bits of a body's first byte, above the basis.
const OR_LATER = 4;
const HAS_GROUP = 8;
const HAS_SCOPE = 16;
const HAS_FILE = 32;
const HAS_BECAUSE = 64;

/** A scope's fields by their bits: a field that is added to the model and not here does not compile. */
const SCOPE_BITS: Record<keyof Scope, number> = {
  product: 1,
  platform: 2,
  language: 4,
  branch: 8,
  baseline: 16,
  release: 32,
  encryption: 64,
  part: 128,
};
const SCOPE_FIELDS = Object.entries(SCOPE_BITS) as [keyof Scope, number][];

/** Appends an edge's body; `ruleNumber` is the place of its rule in the store's list of rules. */
export function writeEdgeBody(edge: EdgeBody, ruleNumber: number, to: ByteWriter): void {
  const { basis, orLater, group, scope, file, evidence, because } = edge;
  to.byte(
    BASES.indexOf(basis) |
      (orLater ? OR_LATER : 0) |
      (group === null ? 0 : HAS_GROUP) |
      (scope === null ? 0 : HAS_SCOPE) |
      (file === null ? 0 : HAS_FILE) |
      (because === undefined ? 0 : HAS_BECAUSE),
  );
  to.number(ruleNumber);
  if (group !== null) to.number(group);
  if (scope !== null) writeScope(scope, to);
  if (file !== null) writeFile(file, to);
  to.number(evidence.length);
  for (const piece of evidence) writeEvidence(piece, to);
  if (because !== undefined) to.string(because);
}

/** Reads what `writeEdgeBody` wrote. */
export function readEdgeBody(from: ByteReader, rules: readonly string[]): EdgeBody {
  const flags = from.byte();
  const basis = BASES[flags & 3];
  const rule = rules[from.number()];
  if (basis === undefined || rule === undefined) throw new RangeError('The record names an unknown basis or rule.');
  const group = flags & HAS_GROUP ? from.number() : null;
  const scope = flags & HAS_SCOPE ? readScope(from) : null;
  const file = flags & HAS_FILE ? readFile(from) : null;
  const evidence: EdgeEvidence[] = [];
  for (let left = from.number(); left > 0; left--) evidence.push(readEvidence(from));
  const body = { basis, rule, scope, evidence, group, orLater: (flags & OR_LATER) !== 0, file };
  return flags & HAS_BECAUSE ? { ...body, because: from.string() } : body;
}

function writeScope(scope: Scope, to: ByteWriter): void {
  let bits = 0;
  for (const [field, bit] of SCOPE_FIELDS) if (scope[field] !== undefined) bits |= bit;
  to.byte(bits);
  for (const [field] of SCOPE_FIELDS) {
    const value = scope[field];
    if (value !== undefined) to.string(value);
  }
}

function readScope(from: ByteReader): Scope {
  const scope: Scope = {};
  const bits = from.byte();
  for (const [field, bit] of SCOPE_FIELDS) if (bits & bit) scope[field] = from.string();
  return scope;
}

function writeFile({ version, platform, date, size }: ShippedFile, to: ByteWriter): void {
  to.byte((version === null ? 0 : 1) | (platform === null ? 0 : 2) | (date === null ? 0 : 4) | (size === null ? 0 : 8));
  if (version !== null) to.string(version);
  if (platform !== null) to.string(platform);
  if (date !== null) to.string(date);
  if (size !== null) to.number(size);
}

function readFile(from: ByteReader): ShippedFile {
  const bits = from.byte();
  return {
    version: bits & 1 ? from.string() : null,
    platform: bits & 2 ? from.string() : null,
    date: bits & 4 ? from.string() : null,
    size: bits & 8 ? from.number() : null,
  };
}

/** An article's id is a number doubled where it is digits without leading zeros, else an odd number and a string. */
function writeEvidence({ article, copy, from, to: end }: EdgeEvidence, to: ByteWriter): void {
  if (/^(?:0|[1-9]\d{0,14})$/.test(article)) to.number(Number(article) * 2);
  else {
    to.number(1);
    to.string(article);
  }
  to.number(copy);
  to.number(from);
  to.number(end - from);
}

function readEvidence(reader: ByteReader): EdgeEvidence {
  const number = reader.number();
  const article = number % 2 === 0 ? String(number / 2) : reader.string();
  const copy = reader.number();
  const from = reader.number();
  return { article, copy, from, to: from + reader.number() };
}
