import { DESKTOP_LINES } from './desktop-lines.ts';
import type { ProductLine } from './product-line.ts';
import { SERVER_LINES } from './server-lines.ts';
import { WINDOWS_LINES } from './windows-lines.ts';

/** The product lines whose spellings fold into one identity; every other product is known by its own words. */
export const PRODUCT_LINES: readonly ProductLine[] = [...WINDOWS_LINES, ...SERVER_LINES, ...DESKTOP_LINES];

/** Short names, in lower case, that stand for a product at a version: 'SP4 for Terminal Server'. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  ntas: 'Windows NT Advanced Server',
  'terminal server': 'Windows NT Server 4.0 Terminal Server Edition',
  'terminal server edition': 'Windows NT Server 4.0 Terminal Server Edition',
  'terminal server 4.0': 'Windows NT Server 4.0 Terminal Server Edition',
  'terminal server edition 4.0': 'Windows NT Server 4.0 Terminal Server Edition',
  'windows terminal server': 'Windows NT Server 4.0 Terminal Server Edition',
  'windows terminal server 4.0': 'Windows NT Server 4.0 Terminal Server Edition',
  'windows terminal server edition': 'Windows NT Server 4.0 Terminal Server Edition',
  'backoffice sbs': 'Small Business Server',
};
