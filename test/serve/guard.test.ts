import { describe, expect, test } from 'vitest';
import { isLoopback, isOwnHost } from '../../src/serve/guard.ts';

describe('the Host header', () => {
  test.each(['127.0.0.1:7117', 'localhost:7117', 'LOCALHOST', '[::1]:7117', '127.0.0.1:9000'])(
    '%s names a server on loopback, behind whatever port a tunnel gives it',
    (header) => {
      expect(isOwnHost(header, '127.0.0.1')).toBe(true);
    },
  );

  test.each([
    undefined,
    '',
    'kb.example',
    'kb.example:7117',
    '127.0.0.1.kb.example',
    'localhost.kb.example',
    'localhost:7117:80',
    '192.168.0.7:7117',
    'localhost@kb.example',
  ])('%s is foreign to a server on loopback', (header) => {
    expect(isOwnHost(header, '127.0.0.1')).toBe(false);
  });

  test('a server bound to the network goes by its addresses, not by any name', () => {
    expect(isOwnHost('192.168.0.7:7117', '0.0.0.0')).toBe(true);
    expect(isOwnHost('[fe80::1]:7117', '::')).toBe(true);
    expect(isOwnHost('kb.example:7117', '0.0.0.0')).toBe(false);
    expect(isOwnHost('build-host:7117', 'build-host')).toBe(true);
  });

  test('loopback is every address of 127/8, ::1 and localhost', () => {
    expect(['127.0.0.1', '127.8.0.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example'].some(isLoopback)).toBe(false);
  });
});
