import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Compiles src to dist before the tests, which run the program and its worker threads from there.
 * Types are checked by `npm run typecheck`; an error of types alone does not stop a test.
 */
export function setup(): void {
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src'], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    if (!existsSync(new URL('../dist/cli/main.js', import.meta.url))) throw error;
  }
}
