import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** The page loads its own files, talks to its own server and nothing else; no inline script or style runs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer carries, pages and data alike. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a Host header names this server. Another name that leads to loopback belongs to a web page that tries to
 * read the graph through its visitor's browser. A server that its owner bound to the network also goes by its
 * addresses and the machine's name; any port passes, since a tunnel changes it.
 */
export function isOwnHost(header: string | undefined, boundTo: string): boolean {
  if (header === undefined) return false;
  const name = header.toLowerCase().replace(/:\d{1,5}$/, '');
  if (LOOPBACK.has(name)) return true;
  const bound = boundTo.toLowerCase();
  if (name === bound || name === `[${bound}]`) return true;
  if (isLoopback(bound)) return false;
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === hostname().toLowerCase();
}

/** Whether an address to bind to is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
