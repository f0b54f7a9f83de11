import type { Theme } from './kinds.ts';

/** The colours of drawings that are also saved as files, where no style sheet follows; the same as in base.css. */
export interface Palette {
  ground: string;
  surface: string;
  raised: string;
  ink: string;
  quiet: string;
  line: string;
  edge: string;
  accent: string;
  good: string;
  danger: string;
}

export const PALETTE: Record<Theme, Palette> = {
  light: {
    ground: '#f7f8fa',
    surface: '#ffffff',
    raised: '#f0f2f6',
    ink: '#1c2430',
    quiet: '#566072',
    line: '#d8dde6',
    edge: '#6b7688',
    accent: '#1f5cc0',
    good: '#0a6b57',
    danger: '#a82632',
  },
  dark: {
    ground: '#12161c',
    surface: '#1a2029',
    raised: '#242c38',
    ink: '#e8ecf2',
    quiet: '#a5afbf',
    line: '#323c4a',
    edge: '#8592a8',
    accent: '#7db2ff',
    good: '#7fe0c3',
    danger: '#ff98a1',
  },
};

/** Letters of drawings, on the page and in files. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
