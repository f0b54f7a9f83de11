import type { Output } from './context.ts';
import { bytes, duration } from './terminal/figures.ts';
import { cut } from './terminal/wrap.ts';

/** One line on a terminal that says how far the work is; on anything else it does nothing. */
export interface Progress {
  readonly isShown: boolean;
  /** Names the step that begins; it shows at once, since the step may block. */
  step(name: string): void;
  /** `total` is null where nobody knows it. */
  bytesRead(read: number, total: number | null): void;
  /** Clears the line. */
  stop(): void;
}

const REDRAW_AFTER_MS = 100;
const ERASE_LINE = '\r\x1b[2K';

/** Shows progress where `output` is a terminal, and not in continuous integration. */
export function createProgress(output: Output, env: Readonly<Record<string, string | undefined>>): Progress {
  const isShown = output.isTerminal && !env.CI && env.TERM !== 'dumb';
  const { dim, cyan } = output.colors;
  let started = performance.now();
  let drawn = 0;
  let name = '';

  const draw = (figures: string): void => {
    drawn = performance.now();
    const room = output.width - name.length - 4;
    void output.write(`${ERASE_LINE}${cyan('·')} ${name} ${dim(cut(figures, room))}`);
  };

  return {
    isShown,
    step(next) {
      if (!isShown) return;
      name = next;
      started = performance.now();
      draw('');
    },
    bytesRead(read, total) {
      const now = performance.now();
      if (!isShown || now - drawn < REDRAW_AFTER_MS) return;
      draw(readingFigures(read, total, now - started));
    },
    stop() {
      if (isShown && name !== '') void output.write(ERASE_LINE);
    },
  };
}

/** `45% · 18.1 MB of 42.0 MB · 4.2 MB/s · 6 s left` after `elapsed` milliseconds. */
export function readingFigures(read: number, total: number | null, elapsed: number): string {
  const rate = elapsed > 0 && `${bytes((read / elapsed) * 1000)}/s`;
  if (total === null || total <= 0) return [bytes(read), rate].filter(Boolean).join(' · ');
  const part = Math.min(1, read / total);
  const left = part > 0.01 && `${duration((elapsed / part) * (1 - part))} left`;
  return [`${Math.floor(part * 100)}%`, `${bytes(read)} of ${bytes(total)}`, rate, left].filter(Boolean).join(' · ');
}
