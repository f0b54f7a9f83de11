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

  it('that are two branches of servicing, or Server Core and not, are two', () => {
    expect(identifyAffected('SQL Server 2014 (GDR)').branch).toBe('GDR');
    expect(identifyAffected('SQL Server 2014 (CU)').branch).toBe('CU');
    expect(identifyAffected('Windows Server 2016 (Server Core installation)').isServerCore).toBe(true);
  });
});
