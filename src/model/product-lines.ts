import { DESKTOP_LINES } from './desktop-lines.ts';
import type { ProductLine } from './product-line.ts';
import { SERVER_LINES } from './server-lines.ts';
import { WINDOWS_LINES } from './windows-lines.ts';

/** The product lines whose spellings fold into one identity; every other product is known by its own words. */
export const PRODUCT_LINES: readonly ProductLine[] = [...WINDOWS_LINES, ...SERVER_LINES, ...DESKTOP_LINES];
