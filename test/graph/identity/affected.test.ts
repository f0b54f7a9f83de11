import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identifyAffected } from '../../../src/graph/identity/identify-platform.ts';

const CASES = readFileSync(new URL('affected.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', expected = ''] = line.split(' => ');
    const [key = '', product = '', platform = ''] = expected.split(' | ');
    return { name, key, product, platform };
  });

describe('a product as feeds print it', () => {
  it.each(CASES)('$name', ({ name, key, product, platform }) => {
    const found = identifyAffected(name);
    expect(found.key).toBe(key);
    if (product !== '-') expect(found.product.key).toBe(product);
    expect(found.platform?.key ?? '-').toBe(platform);
  });

  it.each([
    ['Windows 11 version 21h2 for x64-based Systems', 'Windows 11 21H2 (x64)'],
    ['Windows 10 Version 22H2 for 32-bit Systems', 'Windows 10 22H2 (x86)'],
    ['Windows Server, version 20h2 (Server Core installation)', 'Windows Server 20H2'],
    ['Windows Server 2012 r2', 'Windows Server 2012 R2'],
  ])('%s is on the platform that everybody writes %s', (name, label) => {
    const { platform } = identifyAffected(name);
    expect(platform?.label).toBe(label);
    expect(platform?.key).toBe(platform?.key.toLowerCase());
    expect(identifyAffected(label).platform?.key).toBe(platform?.key);
  });

  it('that are two branches of servicing, or Server Core and not, are two', () => {
    expect(identifyAffected('SQL Server 2014 (GDR)').branch).toBe('GDR');
    expect(identifyAffected('SQL Server 2014 (CU)').branch).toBe('CU');
    expect(identifyAffected('Windows Server 2016 (Server Core installation)').isServerCore).toBe(true);
  });
});
