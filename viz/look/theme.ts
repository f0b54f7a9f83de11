import type { Theme } from './kinds.ts';

const KEY = 'kbgraph-theme';

/** The theme chosen before, else the system's. */
export function firstTheme(): Theme {
  const chosen = remembered();
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows a theme, and names the button after what it does. */
export function showTheme(theme: Theme, button: HTMLElement): void {
  document.documentElement.dataset.theme = theme;
  button.textContent = theme === 'dark' ? 'Light theme' : 'Dark theme';
}

/** Keeps the choice for the next visit, where the browser allows that. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
