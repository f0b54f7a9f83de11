import { spawn } from 'node:child_process';

/** What decides whether a person sits there to look at a browser. */
export interface Desktop {
  env: Readonly<Record<string, string | undefined>>;
  isInteractive: boolean;
  platform?: NodeJS.Platform;
}

/** The command that opens an address in the desktop's browser, or null where there is no interactive desktop. */
export function browserCommand(
  address: string,
  { env, isInteractive, platform = process.platform }: Desktop,
): readonly [string, ...string[]] | null {
  if (!isInteractive || env.CI || env.SSH_CONNECTION) return null;
  if (platform === 'darwin') return ['open', address];
  // The empty word is the window's title, which `start` would otherwise take the address for.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : null;
}

/** Opens a browser on an interactive desktop; the address is printed anyway, so a failure is silent. */
export function openBrowser(address: string, desktop: Desktop): void {
  const command = browserCommand(address, desktop);
  if (command === null) return;
  const [program, ...words] = command;
  const child = spawn(program, words, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
