import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyFix } from '../../../src/graph/identity/identify-fix.ts';
import { identifyProduct } from '../../../src/graph/identity/identify-product.ts';
import { identifyServicePack } from '../../../src/graph/identity/identify-service-pack.ts';
import { processorTime } from '../../processor-time.ts';

const cases = readFileSync(new URL('spellings.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' => ') as [string, string]);

function identify(name: string): { id: string; label: string } {
  const pack = identifyServicePack(name);
  if (pack !== null) return { id: `service-pack:${pack.key}`, label: pack.label };
  const { product } = identifyProduct(name);
  return { id: `product:${product?.key}`, label: product?.label ?? '' };
}

describe('the identity of a product or service pack', () => {
  it.each(cases)('of "%s" is %s', (spelling, id) => {
    expect(identify(spelling).id).toBe(id);
  });

  it.each(cases)('of the canonical name of "%s" is the same', (spelling, id) => {
    expect(identify(identify(spelling).label).id).toBe(id);
  });

  it.each(cases)('of "%s" does not depend on case or maker', (spelling, id) => {
    expect(identify(spelling.toUpperCase()).id).toBe(id);
    expect(
      identify(`Microsoft ${spelling.replace(/^Microsoft[ .]/, (maker) => (maker.endsWith('.') ? '.' : ''))}`).id,
    ).toBe(id);
  });

  it('is never lost, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const { product, level } = identifyProduct(name);
        expect(product !== null || level !== null).toBe(true);
        expect(product?.key).not.toBe('');
      }),
    );
  });

  it('of a canonical name is itself for any words', () => {
    const word = fc.constantFrom(
      'Exchange',
      'Server',
      'Windows',
      'NT',
      '4.0',
      '5.5',
      'Mail',
      'for',
      'SP4',
      'Edition',
      'Professional',
      '97',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const first = identifyProduct(words.join(' ')).product;
        if (first !== null) expect(identifyProduct(first.label).product?.key).toBe(first.key);
      }),
    );
  });

  it('takes time linear in nothing: a hostile name is cut', () => {
    const took = processorTime(() => {
      for (const phrase of ['(', ' use 241', 'version ', 'Service Pack ', '4.0 ', '*EDITOR '])
        identifyProduct(phrase.repeat(500_000));
    });
    expect(took).toBeLessThan(4000);
  });
});

describe('a family', () => {
  const familyOf = (name: string) => identifyProduct(name).product?.family.key;

  it('is shared by the editions that are serviced together', () => {
    for (const name of [
      'Windows NT Workstation 4.0',
      'Windows NT Server 4.0',
      'Windows NT Server 4.0 Enterprise Edition',
    ]) {
      expect(familyOf(name)).toBe('windows-nt-4.0');
    }
  });

  it('is its own for Terminal Server', () => {
    expect(familyOf('Windows NT 4.0 Terminal Server Edition')).toBe('windows-nt-server-4.0-terminal-server-edition');
  });

  it('of Windows XP Professional x64 Edition is that of Windows Server 2003', () => {
    expect(familyOf('Windows XP Professional x64 Edition')).toBe('windows-server-2003');
    expect(familyOf('Windows XP Professional')).toBe('windows-xp');
  });

  it('of another platform is another one', () => {
    expect(familyOf('Internet Explorer 5.0 for Macintosh')).not.toBe(familyOf('Internet Explorer 5.0 for Windows 95'));
  });
});

describe('a service pack that is named in short', () => {
  const about = (...names: string[]) => names.flatMap((name) => identifyProduct(name).product ?? []);

  it('is completed from the one family that the article is about', () => {
    expect(identifyServicePack('SP4', about('Exchange Server 5.5'))?.key).toBe('exchange-server-5.5-sp4');
    const editions = about('Windows NT Server 4.0', 'Windows NT Workstation 4.0');
    expect(identifyServicePack('Service Pack 5', editions)?.key).toBe('windows-nt-4.0-sp5');
  });

  it('takes the version of the one product of its name', () => {
    const products = about('Windows NT Server 4.0', 'Exchange Server 5.5');
    expect(identifyServicePack('Windows NT Server SP6a', products)?.key).toBe('windows-nt-4.0-sp6a');
    expect(identifyServicePack('Exchange Server SP4', products)?.key).toBe('exchange-server-5.5-sp4');
  });

  it('is not completed from a ladder without that rung', () => {
    const both = about('Windows NT Server 4.0', 'Windows NT Server 4.0 Terminal Server Edition');
    expect(identifyServicePack('SP6a', both)?.key).toBe('windows-nt-4.0-sp6a');
    expect(identifyServicePack('SP6a', about('Exchange Server 5.5'))?.key).toBe('sp6a');
  });

  it('stays as printed where several families fit', () => {
    const both = about('Windows NT Server 4.0', 'Windows NT Server 4.0 Terminal Server Edition');
    expect(identifyServicePack('SP4', both)).toMatchObject({ key: 'sp4', label: 'SP4', product: null });
  });
});

describe('the identity of a fix', () => {
  const exchange = identifyProduct('Exchange Server 2007').product;
  it.each([
    ['Teardrop2-fix', 'teardrop2-fix'],
    ['teardrop2 fix', 'teardrop2-fix'],
    ['the Teardrop2 hotfix', 'teardrop2-fix'],
    ['TEARDROP2-FIX', 'teardrop2-fix'],
    ['Lsa2-fix hotfix', 'lsa2-fix'],
    ['MS02-017', 'ms02-017'],
    ['Microsoft Security Bulletin MS02-017', 'ms02-017'],
    ['ms02-017:', 'ms02-017'],
    ['SP6 RADIUS Rollup fix', 'sp6-radius-rollup-fix'],
    ['RU1', 'ru1'],
    ['Update Rollup 1 for Exchange Server 2007 Service Pack 1', 'exchange-server-2007-sp1-ru1'],
    ['Exchange Server 2007 SP1 RU1', 'exchange-server-2007-sp1-ru1'],
    ['SRP', 'srp'],
  ])('"%s" is %s', (name, key) => {
    expect(identifyFix(name).key).toBe(key);
  });

  it.each([
    ['RU1', 'exchange-server-2007-sp1-ru1'],
    ['Update Rollup 1', 'exchange-server-2007-sp1-ru1'],
    ['cumulative update package 8', 'exchange-server-2007-sp1-cu8'],
    ['CU8', 'exchange-server-2007-sp1-cu8'],
    ['Security Rollup Package', 'exchange-server-2007-srp'],
    ['Teardrop2-fix', 'teardrop2-fix'],
  ])('"%s" counts from its article\'s product: %s', (name, key) => {
    expect(identifyFix(name, { product: exchange, level: '1' }).key).toBe(key);
  });
});
