import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Report } from '../model/diagnostic.ts';
import { containerOf, isPassedOver } from './member-name.ts';

/** A file on disk to read: as it is, or as an archive. */
export interface Input {
  path: string;
  container: 'tar' | 'zip' | 'other-archive' | null;
}

/** The files that paths name, folders searched through in order of names; each file once. */
export function listInputs(paths: readonly string[], report: Report): Input[] {
  const inputs = new Map<string, Input>();
  const add = (path: string) => {
    const key = resolve(path);
    if (!inputs.has(key)) inputs.set(key, { path, container: containerOf(path) });
  };
  for (const path of paths) {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) walk(path, add, report);
      else if (stat.isFile()) add(path);
      else report({ source: path, rule: 'read/not-a-file', message: 'This is neither a file nor a folder.' });
    } catch (error) {
      report(unreadable(path, error));
    }
  }
  return [...inputs.values()];
}

/** The diagnostic for a path that the system would not give. */
export function unreadable(path: string, error: unknown): { source: string; rule: string; message: string } {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { source: path, rule: 'read/missing', message: 'There is no such file or folder.' };
  }
  const reason = code === 'EACCES' || code === 'EPERM' ? 'permission is denied' : (error as Error).message;
  return { source: path, rule: 'read/unreadable', message: `This cannot be read: ${reason}.` };
}

function walk(folder: string, add: (path: string) => void, report: Report): void {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(folder);
  } catch (error) {
    report(unreadable(folder, error));
    return;
  }
  for (const entry of entries) {
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, add, report);
    else if (entry.isFile()) add(path);
    else if (entry.isSymbolicLink()) addLinked(path, add, report);
    else report({ source: path, rule: 'read/not-a-file', message: 'This is neither a file nor a folder.' });
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A link to a file is that file; a link to a folder may lead back up and is not followed. */
function addLinked(path: string, add: (path: string) => void, report: Report): void {
  try {
    if (statSync(path).isFile()) add(path);
    else
      report({
        source: path,
        rule: 'read/link',
        message: 'A link to a folder is not followed; name the folder itself.',
      });
  } catch (error) {
    report(unreadable(path, error));
  }
}
