import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/diagnostic.ts';
import { type FileOptions, file, fileQuery } from '../../src/query/file.ts';
import { departures } from './holds-schema.ts';
import { postOfficeGraph } from './post-office-graph.ts';

const ask = (name: string, options: FileOptions = {}) => file(postOfficeGraph(), name, options)!;
const told = (name: string, options: FileOptions = {}) =>
  ask(name, options).groups.map(({ product, platform, builds }) =>
    [product, platform, ...builds.map(({ version, date }) => version ?? date)].filter(Boolean).join(' | '),
  );

describe('file', () => {
  it('tells builds by product and platform, the newest first', () => {
    expect(told('Queue.DLL')).toEqual([
      'Exchange Server 5.0 | 5.0.1460.2',
      'Exchange Server 5.5 | 5.5.2702.1 | 5.5.2701.9 | 5.5.2700 | 5.5.2600.3',
    ]);
    expect(told('file:sock.dll')).toEqual([
      'Windows NT 4.0 | Alpha | 2000-11-15',
      'Windows NT 4.0 | x86 | 4.0.1381.7086',
      'Windows NT Server 4.0 Terminal Server Edition | x86 | 4.0.1381.33472',
    ]);
  });

  it('says of each article whether it is current, and what replaced it', () => {
    const [, group] = ask('queue.dll').groups;
    const states = group!.builds.flatMap(({ carriers }) =>
      carriers.map(({ id, isCurrent, replacedBy }) => [id, isCurrent, ...replacedBy.map((by) => `${by.by} ${by.id}`)]),
    );
    expect(states).toEqual([
      ['article:900003', true],
      ['article:900003', false, 'newer-release article:900003'],
      ['article:900002', false, 'supersedes article:900003'],
      ['article:900001', false, 'fixed-in service-pack:exchange-server-5.5-sp3'],
    ]);
  });

  it('leaves out replacements that are inferred where it should', () => {
    const builds = ask('queue.dll', { stated: true, product: 'Exchange Server 5.5' }).groups[0]!.builds;
    expect(builds.find(({ version }) => version === '5.5.2700')?.carriers[0]?.isCurrent).toBe(true);
  });

  it('keeps to builds of one line that are no older, and counts what it left out', () => {
    expect(told('queue.dll', { atLeast: '5.5.2701' })).toEqual(['Exchange Server 5.5 | 5.5.2702.1 | 5.5.2701.9']);
    expect(ask('queue.dll', { atLeast: '5.5.2701' }).leftOut).toEqual({ otherLines: 1, unversioned: 0 });
    expect(told('sock.dll', { atLeast: '4.0.1381.4' })).toEqual(['Windows NT 4.0 | x86 | 4.0.1381.7086']);
    expect(ask('sock.dll', { atLeast: '4.0.1381.4' }).leftOut).toEqual({ otherLines: 1, unversioned: 1 });
  });

  it('keeps to a product and to a platform', () => {
    expect(told('queue.dll', { product: 'Exchange 5.0' })).toEqual(['Exchange Server 5.0 | 5.0.1460.2']);
    expect(told('sock.dll', { platform: 'i386', product: 'Windows NT 4.0' })).toEqual([
      'Windows NT 4.0 | x86 | 4.0.1381.7086',
    ]);
    expect(told('queue.dll', { product: 'Windows NT 4.0' })).toEqual([]);
  });

  it('refuses what is no version, no product and no platform, and knows no file of another name', () => {
    const code = (options: FileOptions) => {
      try {
        ask('queue.dll', options);
      } catch (error) {
        if (error instanceof UsageError) return error.code;
      }
      return null;
    };
    expect(code({ atLeast: 'new' })).toBe('bad-version');
    expect(code({ product: '' })).toBe('unknown-product');
    expect(code({ platform: 'abacus' })).toBe('bad-platform');
    expect(file(postOfficeGraph(), 'absent.dll')).toBeNull();
  });

  it.each<FileOptions>([{}, { stated: true }, { atLeast: '5.5', platform: 'x86', product: 'Exchange Server 5.5' }])(
    'holds its schema with %o',
    (options) => {
      for (const name of ['queue.dll', 'sock.dll']) {
        expect(departures(ask(name, options), fileQuery.schema)).toEqual([]);
      }
    },
  );
});
