/** `51224` → `51,224`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1`, `article` → `1 article`; `2` → `2 articles`. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** A share as `99.9%`; never rounded up to 100% while something is missing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '-';
  if (part === whole) return '100%';
  return `${Math.min(99.9, Math.round((part / whole) * 1000) / 10)}%`;
}

/** Bytes as `812 kB` or `1.4 GB`. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let shown = value;
  while (shown >= 1000 && unit < units.length - 1) {
    shown /= 1000;
    unit++;
  }
  return `${unit === 0 || shown >= 100 ? Math.round(shown) : shown.toFixed(1)} ${units[unit]}`;
}

/** Milliseconds as `0.4 s`, `12 s` or `3 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
