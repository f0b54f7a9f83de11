import type { EdgeView, GraphView } from '../../model/graph-view.ts';
import { productsOf } from '../product-scope.ts';
import { openSlice } from '../slice.ts';
import { openSupersession } from '../supersession.ts';
import { walkSteps } from '../walk-steps.ts';
import { isAtLeast, rungsOf } from './ladder.ts';
import { holdsHere, isOperatingSystem, type Setting } from './setting.ts';

/** Something that stands for a fix: it, or what replaces or contains it. */
export type Standing =
  | { kind: 'node'; node: number; isCurrent: boolean; steps: number; because: EdgeView | null }
  | {
      kind: 'service-pack';
      family: string;
      level: string;
      isCurrent: boolean;
      steps: number;
      because: EdgeView | null;
    };

/** Looks up, in one setting, what replaces what and whether the machine has it. */
export interface Replacements {
  /** The node itself first, then all that replaces or contains it, by steps. */
  of(node: number): readonly Standing[];
  /** What on the machine makes a node needless, or null. */
  installed(node: number): { by: Standing; of: 'itself' | 'replaced' | 'contained' } | null;
}

const byView = new WeakMap<GraphView, Map<string, Map<number, readonly Standing[]>>>();
/** Settings whose replacements are remembered; then they are read anew. */
const MOST_SETTINGS = 500;

/** What was worked out before for the same product at the same level. */
function remembered(view: GraphView, { product, host, stated }: Setting): Map<number, readonly Standing[]> {
  const settings = byView.get(view) ?? new Map<string, Map<number, readonly Standing[]>>();
  byView.set(view, settings);
  const key = JSON.stringify([product, host.levels.get(product.family) ?? null, stated]);
  if (settings.size > MOST_SETTINGS) settings.clear();
  const known = settings.get(key) ?? new Map<number, readonly Standing[]>();
  settings.set(key, known);
  return known;
}

/** Opens the replacements that hold in a setting. */
export function openReplacements(view: GraphView, setting: Setting): Replacements {
  const { product, host, stated } = setting;
  const isKnown = product.family !== '';
  const supersession = openSupersession(view, {
    product: isKnown ? product : null,
    within: isKnown ? 'platform' : 'outside',
    stated,
  });
  const corrections = openSlice(view, ['fixed-in']);
  const known = remembered(view, setting);

  /** The rungs of this family that are stated to contain a fix: that one, and those after it. */
  function containers(node: number): Standing[] {
    const found: Standing[] = [];
    for (const edge of corrections.out(node)) {
      if (stated && edge.basis === 'inferred') continue;
      const { family, level } = view.node(edge.target).attributes;
      if (family === undefined || level === undefined || !isOwn(family, edge.source) || !isScoped(family, edge))
        continue;
      const rungs = rungsOf(family) ?? [level];
      const later = stated
        ? rungs.filter((rung) => rung === level)
        : rungs.filter((rung) => isAtLeast(family, rung, level));
      for (const rung of later) {
        found.push({
          kind: 'service-pack',
          family,
          level: rung,
          isCurrent: rung === later.at(-1),
          steps: 1,
          because: edge,
        });
      }
    }
    return found;
  }

  /**
   * A pack of this family, or of one that the machine has; or of another product's, where the fix is of nothing but one
   * product without packs of its own.
   */
  function isOwn(family: string, source: number): boolean {
    if (family === product.family || host.products.some((each) => each.family === family)) return true;
    const isSole = productsOf(view, source).every((each) => each.family === product.family);
    return isSole && rungsOf(product.family) === null && !host.products.some(isOperatingSystem);
  }

  /** What is stated below another product's heading holds for that one; a pack of this family tells by itself. */
  const isScoped = (family: string, edge: EdgeView) => family === product.family || holdsHere(edge.scope, setting);

  function standingsOf(start: number): readonly Standing[] {
    const { groups } = walkSteps(start, (node) => supersession.newer(node));
    const found: Standing[] = [];
    const packs = new Map<string, Standing>();
    const addPack = (pack: Standing & { kind: 'service-pack' }) => {
      const key = `${pack.family} ${pack.level}`;
      if (!packs.has(key)) packs.set(key, pack);
    };
    for (const group of groups) {
      const before = groups[group.before];
      const because = before?.ahead.find((way) => groups[way.group] === group)?.hop.link ?? null;
      for (const node of group.nodes) {
        const { kind, attributes } = view.node(node);
        if (kind === 'service-pack') {
          const { family, level } = attributes;
          const from = because === null ? node : because.target;
          const isStep = view.node(from).kind === 'service-pack';
          if (
            family !== undefined &&
            level !== undefined &&
            (isStep ? packs.size > 0 || node === start : isOwn(family, from))
          ) {
            const isCurrent = group.ahead.length === 0;
            addPack({ kind: 'service-pack', family, level, isCurrent, steps: group.steps, because });
          }
        } else if (node === start || kind === 'article' || group.nodes.length === 1) {
          const contained = containers(node);
          for (const pack of contained)
            addPack({ ...pack, steps: group.steps + 1 } as Standing & { kind: 'service-pack' });
          const isCurrent = contained.length === 0 && !group.ahead.some(({ hop }) => hop.steps === 1);
          found.push({ kind: 'node', node, isCurrent, steps: group.steps, because });
        }
      }
    }
    return [...found, ...currentRungs([...packs.values()])];
  }

  return {
    of(node) {
      let standings = known.get(node);
      if (standings === undefined) {
        standings = standingsOf(node);
        known.set(node, standings);
      }
      return standings;
    },
    installed(node) {
      for (const by of this.of(node)) {
        if (by.kind === 'node') {
          if (host.installed.has(by.node)) return { by, of: by.node === node ? 'itself' : 'replaced' };
        } else {
          const level = host.levels.get(by.family);
          if (level !== undefined && isAtLeast(by.family, level, by.level)) return { by, of: 'contained' };
        }
      }
      return null;
    },
  };
}

/** Of the rungs of one family only the last is current, whichever way each was found. */
function currentRungs(packs: Standing[]): Standing[] {
  const rungs = packs.filter((pack) => pack.kind === 'service-pack');
  return rungs.map((pack) => ({
    ...pack,
    isCurrent: !rungs.some(
      (other) =>
        other.family === pack.family && other.level !== pack.level && isAtLeast(pack.family, other.level, pack.level),
    ),
  }));
}
