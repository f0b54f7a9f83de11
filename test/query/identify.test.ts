import { describe, expect, it } from 'vitest';
import { identify, identifyQuery } from '../../src/query/identify.ts';
import { departures } from './holds-schema.ts';
import { postOfficeGraph } from './post-office-graph.ts';

const ask = (name: string, version: string) => identify(postOfficeGraph(), name, version)!;
const places = (version: string) =>
  ask('queue.dll', version).found.flatMap(({ servicePacks }) =>
    servicePacks.map(({ relation, servicePack }) => `${relation} ${servicePack.label}`),
  );

describe('identify', () => {
  it('names the articles that ship a build, and what stands beside it', () => {
    const [found, ...others] = ask('queue.dll', '5.5.2700.0').found;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      product: 'Exchange Server 5.5',
      exact: { version: '5.5.2700', carriers: [{ id: 'article:900002' }] },
      older: { version: '5.5.2600.3' },
      newer: { version: '5.5.2701.9' },
    });
  });

  it('names the two builds between which one lies', () => {
    const [found] = ask('queue.dll', '5.5.2650.1').found;
    expect(found).toMatchObject({ exact: null, older: { version: '5.5.2600.3' }, newer: { version: '5.5.2700' } });
    expect(ask('queue.dll', '5.5.1').found[0]).toMatchObject({ older: null, newer: { version: '5.5.2600.3' } });
  });

  it('finds the place among the service packs', () => {
    expect(places('5.5.2600.2')).toEqual(['contained Exchange Server 5.5 SP3']);
    expect(places('5.5.2600.3')).toEqual(['contained Exchange Server 5.5 SP3', 'newer Exchange Server 5.5 SP2']);
    expect(places('5.5.2702.1')).toEqual(['newer Exchange Server 5.5 SP3']);
  });

  it('never compares a build of Terminal Server with those of Windows NT', () => {
    const [found, ...others] = ask('sock.dll', '4.0.1381.33473').found;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ older: { version: '4.0.1381.33472' }, newer: null });
    expect(ask('sock.dll', '4.0.1381.7087').found[0]).toMatchObject({
      older: { version: '4.0.1381.7086' },
      newer: null,
    });
  });

  it('says which lines of builds are known where this one is not', () => {
    expect(ask('queue.dll', '6.0.1.1')).toMatchObject({ found: [], otherLines: ['5.0', '5.5'] });
  });

  it('refuses what is no version and knows no file of another name', () => {
    expect(() => ask('queue.dll', 'newest')).toThrow(expect.objectContaining({ code: 'bad-version' }));
    expect(identify(postOfficeGraph(), 'absent.dll', '1.0')).toBeNull();
  });

  it.each(['5.5.2700', '5.5.1', '2700.0', '9.9'])('holds its schema for %s', (version) => {
    expect(departures(ask('queue.dll', version), identifyQuery.schema)).toEqual([]);
  });
});
