import type { HostSystem } from '../model/host.ts';
import { type CaptureFormat, NOTHING_KNOWN } from './capture-format.ts';
import { dword, type RegistryKey, registryKeys } from './registry-keys.ts';
import { architectureIn, plainSystemName, servicePackIn } from './system-words.ts';
import { sortUpdates, updateIn } from './update-ids.ts';

/** '…\Windows NT\CurrentVersion' and what stands right below it. */
const CURRENT_VERSION = /\\Microsoft\\Windows NT\\CurrentVersion$/i;
/** '…\Windows NT\CurrentVersion\Hotfix\Q147222' and '…\Hotfix\{a product}\KB…'; older packages have 'File 1' below. */
const HOTFIX = /\\Windows NT\\CurrentVersion\\Hotfix\\([^\\]+)/i;
/** '…\Microsoft\Updates\Windows XP\SP3\KB893756', '…\Updates\DataAccess\Q832483', with Filelist and others below. */
const UPDATES = /\\Microsoft\\Updates\\(.+)$/i;
/** '…\Component Based Servicing\Packages\Package_for_KB2849697~31bf3856ad364e35~amd64~~6.1.1.0' */
const PACKAGE = /\\Component Based Servicing\\Packages\\([^\\]+)$/i;
/** '…\CurrentVersion\Uninstall\KB893756' */
const UNINSTALL = /\\CurrentVersion\\Uninstall\\([^\\]+)$/i;
const ENVIRONMENT = /\\Control\\Session Manager\\Environment$/i;
const COMPUTER_NAME = /\\Control\\ComputerName\\(?:Active)?ComputerName$/i;

/** A package's CurrentState: installed (0x70), permanent (0x80), and replaced by a later one that is (0x50). */
const INSTALLED_STATES = new Set([0x50, 0x70, 0x80]);

/** Exported registry keys: `.reg` files of both versions, and what `reg query … /s` prints. */
export const registryExport: CaptureFormat = {
  name: 'registry-export',
  brief: 'exported registry keys (.reg): Updates, Hotfix, CurrentVersion, Component Based Servicing',
  read(text) {
    if (!/^\s*(?:Windows Registry Editor Version|REGEDIT4|\[?HK(?:EY_|LM\\))/i.test(text)) return null;
    const keys = registryKeys(text);
    if (keys.length === 0) return null;
    const { updates } = sortUpdates(keys.flatMap(updatesOf));
    const system = systemOf(keys);
    // NT 4.0 says 'Service Pack 6' with SP6a too; the key of SP6a's own article tells (KB246009).
    const isSp6a = system.version === '4.0.1381' && updates.some(({ id }) => id === '246009');
    return {
      ...NOTHING_KNOWN,
      host: valueIn(keys, COMPUTER_NAME, 'computername'),
      system: isSp6a && system.servicePack === '6' ? { ...system, servicePack: '6a' } : system,
      updates,
      hasUpdateList: keys.some(({ path }) => [HOTFIX, UPDATES, PACKAGE].some((place) => place.test(path))),
    };
  },
};

function updatesOf({ path, values }: RegistryKey): string[] {
  const hotfix = HOTFIX.exec(path)?.[1];
  if (hotfix !== undefined) return dword(values.get('installed')) === 0 ? [] : naming(hotfix);
  const update = UPDATES.exec(path)?.[1];
  if (update !== undefined) return naming(update.split('\\').find((part) => updateIn(part) !== null) ?? '');
  const name = PACKAGE.exec(path)?.[1];
  if (name !== undefined) return INSTALLED_STATES.has(dword(values.get('currentstate')) ?? 0x70) ? naming(name) : [];
  return naming(UNINSTALL.exec(path)?.[1] ?? '');
}

const naming = (part: string): string[] => {
  const plain = part.replace(/^Package_(?:\d+_)?for_/i, '');
  return updateIn(plain) === null ? [] : [plain];
};

function systemOf(keys: readonly RegistryKey[]): HostSystem {
  const current = keys.find(({ path }) => CURRENT_VERSION.test(path))?.values ?? new Map<string, string>();
  const build = current.get('currentbuildnumber') ?? current.get('currentbuild') ?? '';
  const major = dword(current.get('currentmajorversionnumber'));
  const kernel =
    major === null
      ? (current.get('currentversion') ?? '')
      : `${major}.${dword(current.get('currentminorversionnumber')) ?? 0}`;
  const printed = current.get('productname') ?? null;
  const isKnown = /^\d{3,5}$/.test(build) && /^\d{1,2}\.\d{1,2}$/.test(kernel);
  const pack = current.get('csdversion');
  const updated = printed === null && !isKnown ? updatedSystem(keys) : null;
  return {
    name: printed === null ? (updated?.name ?? null) : plainSystemName(printed),
    version: isKnown ? `${kernel}.${build}` : null,
    revision: isKnown ? dword(current.get('ubr')) || null : null,
    servicePack: pack === undefined ? (isKnown ? '' : (updated?.servicePack ?? null)) : servicePackIn(pack),
    architecture: architectureOf(keys, current),
  };
}

/**
 * Without CurrentVersion, the keys of updates tell for which system they are, and which service pack will hold them:
 * one with '…\Updates\Windows XP\SP4\KB893756' has Service Pack 3.
 */
function updatedSystem(keys: readonly RegistryKey[]): { name: string; servicePack: string } | null {
  const levels = new Map<string, number[]>();
  for (const { path } of keys) {
    const [, name, level] = /^(Windows [^\\]+)\\SP(\d)/i.exec(UPDATES.exec(path)?.[1] ?? '') ?? [];
    if (name !== undefined) levels.set(name, [...(levels.get(name) ?? []), Number(level)]);
  }
  const [most] = [...levels].sort((a, b) => b[1].length - a[1].length);
  if (most === undefined) return null;
  const before = Math.max(...most[1]) - 1;
  return { name: most[0], servicePack: before < 1 ? '' : String(before) };
}

function architectureOf(keys: readonly RegistryKey[], current: ReadonlyMap<string, string>) {
  const told = valueIn(keys, ENVIRONMENT, 'processor_architecture') ?? current.get('buildlabex')?.split('.')[2];
  if (told) return architectureIn(told);
  // 'Package_for_KB2849697~31bf3856ad364e35~amd64~~6.1.1.0'
  const named = keys.map(({ path }) => /~[0-9a-f]{16}~(\w+)~/i.exec(PACKAGE.exec(path)?.[1] ?? '')?.[1] ?? '');
  const found = new Set(named.map(architectureIn));
  return found.has('x64') ? 'x64' : found.has('x86') ? 'x86' : (found.values().next().value ?? null);
}

function valueIn(keys: readonly RegistryKey[], place: RegExp, name: string): string | null {
  return keys.find(({ path, values }) => place.test(path) && values.has(name))?.values.get(name) ?? null;
}
