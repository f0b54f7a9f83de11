import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/cli/context.ts';
import { browserCommand } from '../../src/cli/open-browser.ts';
import { createProgress, readingFigures } from '../../src/cli/progress.ts';

function shown(isTTY: boolean, env: Record<string, string> = {}): string {
  let text = '';
  const stream = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    }),
    { isTTY, columns: 60 },
  );
  const progress = createProgress(createContext(stream, stream, env).err, env);
  progress.step('Reading');
  progress.bytesRead(1, 2);
  progress.stop();
  return text;
}

describe('progress', () => {
  it('is one line on a terminal, which goes away', () => {
    expect(shown(true)).toContain('Reading');
    expect(shown(true).endsWith('\r\u001b[2K')).toBe(true);
    expect(shown(true)).not.toContain('\n');
  });

  it('is nothing in a file, in continuous integration or on a terminal that cannot do it', () => {
    expect([shown(false), shown(true, { CI: 'true' }), shown(true, { TERM: 'dumb' })]).toEqual(['', '', '']);
  });

  it('tells the rate and the time left', () => {
    expect(readingFigures(10_500_000, 42_000_000, 2000)).toBe('25% · 10.5 MB of 42.0 MB · 5.3 MB/s · 6.0 s left');
    expect(readingFigures(10_500_000, null, 2000)).toBe('10.5 MB · 5.3 MB/s');
    expect(readingFigures(0, 42_000_000, 0)).toBe('0% · 0 B of 42.0 MB');
  });
});

describe('a browser', () => {
  const address = 'http://127.0.0.1:4750/';

  it.each([
    ['opens on macOS', { platform: 'darwin', env: {} }, 'open'],
    ['opens on Windows', { platform: 'win32', env: {} }, 'cmd'],
    ['opens on a Linux desktop', { platform: 'linux', env: { DISPLAY: ':0' } }, 'xdg-open'],
    ['stays closed on a Linux server', { platform: 'linux', env: {} }, null],
    ['stays closed over SSH', { platform: 'linux', env: { DISPLAY: ':10', SSH_CONNECTION: '10.0.0.1' } }, null],
    ['stays closed in continuous integration', { platform: 'darwin', env: { CI: '1' } }, null],
  ] as const)('%s', (_name, desktop, program) => {
    expect(browserCommand(address, { ...desktop, isInteractive: true })?.[0] ?? null).toBe(program);
  });

  it('stays closed when nobody watches', () => {
    expect(browserCommand(address, { env: {}, isInteractive: false, platform: 'darwin' })).toBeNull();
  });
});
