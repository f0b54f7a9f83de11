import { captureLines } from './capture-lines.ts';

/** A key of an exported registry with its values. */
export interface RegistryKey {
  /** 'HKEY_LOCAL_MACHINE\SOFTWARE\…', as printed. */
  path: string;
  /** By their names, in lower case; the key's own is ''. Numbers stand as 'dword:00000001'. */
  values: ReadonlyMap<string, string>;
}

/** '"CSDVersion"="Service Pack 6"', '@="…"', '"Installed"=dword:00000001'; `reg query` prints 'Installed    REG_DWORD    0x1'. */
const EXPORTED = /^(?:@|"((?:[^"\\]|\\.){0,300})")\s*=\s*(.*)$/;
const QUERIED = /^\s+(\S.{0,200}?)\s+REG_(SZ|EXPAND_SZ|MULTI_SZ|DWORD|QWORD|BINARY|NONE)(?:\s+(.*)|)$/;
const KEY = /^\[?-?(HKEY_[A-Z_]+\\[^\]\r\n]*?|HK(?:LM|CU|CR)\\[^\]\r\n]*?)\\?\]?\s*$/i;

/** The keys of a `.reg` file, or of what `reg query /s` prints, in their order. */
export function registryKeys(text: string): RegistryKey[] {
  const keys: { path: string; values: Map<string, string> }[] = [];
  for (const line of captureLines(text)) {
    const path = KEY.exec(line)?.[1];
    const last = keys.at(-1);
    if (path !== undefined) keys.push({ path, values: new Map() });
    else if (last !== undefined) {
      const [name, value] = namedValue(line);
      if (name !== null) last.values.set(name, value);
    }
  }
  return keys;
}

function namedValue(line: string): [name: string | null, value: string] {
  const exported = EXPORTED.exec(line.trim());
  if (exported !== null) {
    const [, name = '', value = ''] = exported;
    const quoted = /^"(.*)"$/.exec(value)?.[1];
    return [name.toLowerCase(), quoted === undefined ? value : quoted.replaceAll(/\\(.)/g, '$1')];
  }
  const [, name = '', type = '', value = ''] = QUERIED.exec(line) ?? [];
  if (name === '') return [null, ''];
  const number = /^0x([0-9a-f]{1,8})$/i.exec(value)?.[1];
  return [name.toLowerCase(), type === 'DWORD' && number ? `dword:${number.padStart(8, '0')}` : value];
}

/** The number of a 'dword:0000001c', or null. */
export function dword(value: string | undefined): number | null {
  const digits = /^dword:([0-9a-f]{1,8})$/i.exec(value ?? '')?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
