import type { CaptureFormat } from './capture-format.ts';
import { NOTHING_KNOWN } from './capture-format.ts';
import { plainSpaces } from './capture-lines.ts';
import { parseRows } from './delimited-rows.ts';
import { revisionOf } from './full-build.ts';
import { type LabelledValue, labelledValues } from './labelled-values.ts';
import { architectureIn, isSystemName, plainSystemName, servicePackIn } from './system-words.ts';
import { sortUpdates, updateIn } from './update-ids.ts';

/**
 * '10.0.17134 N/A Build 17134', '6.1.7601 Service Pack 1 version 7601', '10.0.17134 暂缺 Build 17134',
 * '5.2.3790 Build 3790': the build stands twice, whatever the words between are.
 */
const VERSION = /^(\d{1,2}\.\d{1,2}\.(\d{3,5}))(?:\.(\d+))?\s(.*?)(\d{3,5})\.?$/;

/** The output of `systeminfo`, as a list or as CSV, in any language: read by the order and the shape of its values. */
export const systeminfo: CaptureFormat = {
  name: 'systeminfo',
  brief: "the output of 'systeminfo', in any language",
  read(text) {
    const values = readCsv(text) ?? labelledValues(text);
    const at = versionAt(values);
    if (at < 0) return null;
    const [, version = '', , revision, between = ''] = VERSION.exec(values[at]!.value)!;
    const nameAt = values.findLastIndex(({ value }, place) => place < at && isSystemName(value));
    const name = nameAt < 0 ? null : plainSystemName(values[nameAt]!.value);
    const host = nameAt > 0 && nameAt === at - 1 ? values[nameAt - 1]!.value : null;
    const list = updateList(values);
    const entries = (list?.items ?? []).filter((item) => item !== '');
    const announced = Number(/\d+/.exec(list?.value ?? '')?.[0] ?? 0);
    const isCut = announced > entries.length;
    return {
      ...NOTHING_KNOWN,
      host: host === '' ? null : host,
      system: {
        name,
        version,
        revision: revisionOf(revision),
        servicePack: servicePackIn(between) ?? servicePackBefore(between) ?? '',
        architecture: architectureOf(values, at) ?? (name === null ? null : architectureIn(name)),
      },
      ...sortUpdates(isCut ? withoutCutId(entries) : entries),
      hasUpdateList: list !== null,
      announced: isCut ? announced : null,
    };
  },
};

/** Where systeminfo cuts a long list, it may do so within a number: 'KB31272' of KB3127220. */
function withoutCutId(entries: readonly string[]): string[] {
  const [last = '', before = ''] = [entries.at(-1), entries.at(-2)];
  const isShorter = (updateIn(last)?.id.length ?? 0) < (updateIn(before)?.id.length ?? 0);
  return isShorter && /\d$/.test(last) ? entries.slice(0, -1) : [...entries];
}

/** In a language that translates 'Service Pack', the level is a number of its own between version and build. */
const servicePackBefore = (between: string): string | null => /(?:^|\s)(\d[a-z]?)(?=\s)/.exec(between)?.[1] ?? null;

function versionAt(values: readonly LabelledValue[]): number {
  return values.findIndex(({ value }) => {
    const [, , build, , , again] = VERSION.exec(value) ?? [];
    return build !== undefined && build === again;
  });
}

/** 'x64-based PC', 'X86-basierter PC', 'PC basado en x64': a short value below the version, and not the processor's. */
function architectureOf(values: readonly LabelledValue[], version: number) {
  const below = values.slice(version + 1).filter(({ value, items }) => items.length === 0 && value.length <= 40);
  const typed = below.filter(({ value }) => architectureIn(value) !== null);
  const type = typed.find(({ value }) => /\bPC\b|base|basi|基于|基於|ベース|기반|основ/i.test(value)) ?? typed[0];
  return type === undefined ? null : architectureIn(type.value);
}

/**
 * The list of updates: the value whose items name articles; where there is none, the one before the network cards,
 * the only value with items that have lines of their own ('Hotfix(s): N/A', or 'File 1' alone).
 */
function updateList(values: readonly LabelledValue[]): LabelledValue | null {
  const named = values.filter(({ items }) => items.some((item) => updateIn(item) !== null));
  const [most] = named.sort((a, b) => b.items.length - a.items.length);
  if (most !== undefined) return most;
  const cards = values.findIndex(({ isNested }) => isNested);
  const server = values.findLastIndex(({ value }) => value.startsWith('\\\\'));
  const at = cards > 0 ? cards - 1 : server >= 0 ? server + 1 : values.findIndex(({ label }) => /hotfix/i.test(label));
  const value = values[at];
  return value !== undefined && /^(?:\d|\D{1,40}\d|\p{L}[\p{L}/ .]{0,30}$)/u.test(value.value) ? value : null;
}

/** `systeminfo /fo csv`: labels in one row, values in the next; the lists stand in one cell, joined by commas. */
function readCsv(text: string): LabelledValue[] | null {
  const [labels, values] = parseRows(text, ',').filter((row) => row.length > 8);
  if (labels === undefined || values === undefined) return null;
  return labels.map((label, at) => {
    const [value = '', ...items] = (values[at] ?? '').split(/,?\s*\[\d{1,4}\]\s*[:：]\s*/);
    return {
      label: plainSpaces(label),
      value: plainSpaces(value),
      items: items.map((item) => plainSpaces(item).replace(/,$/, '')),
      isNested: items.some((item) => /^\d{1,3}(?:\.\d{1,3}){3}/.test(item)),
    };
  });
}
