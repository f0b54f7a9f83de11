import { describe, expect, it } from 'vitest';
import { headEnd, readColumns } from '../../../src/extract/file-rows/columns.ts';
import { fileName } from '../../../src/extract/file-rows/file-name.ts';
import { createGluedRows } from '../../../src/extract/file-rows/glued-row.ts';
import { platformOf, statedPlatform } from '../../../src/extract/file-rows/platform-of.ts';
import { isoDate, isTime, isVersion, sizeInBytes } from '../../../src/extract/file-rows/values.ts';

describe('a date', () => {
  it.each([
    ['08-Dec-2000', '2000-12-08'],
    ['9-NOV-01', '2001-11-09'],
    ['Aug-1-2001', '2001-08-01'],
    ['June 7, 1996', '1996-06-07'],
    ['7 June 1996', '1996-06-07'],
    ['12/09/97', '1997-12-09'],
    ['26/01/2001', '2001-01-26'],
    ['2-24-2000', '2000-02-24'],
    ['2015-08-14', '2015-08-14'],
    ['13/13/97', null],
    ['5.0.2195', null],
  ])('printed as %s is %s', (printed, date) => expect(isoDate(printed)).toBe(date));
});

describe('a value', () => {
  it('is a time with seconds, a letter or a half of the day behind it', () => {
    expect(['11:01', '07:47p', '2:48:00PM', '5:54 P.M.', '11.31am'].every(isTime)).toBe(true);
    expect(['11', '1:2', '5.0:2195'].some(isTime)).toBe(false);
  });

  it('is a version with three parts or more, or a colon', () => {
    expect(['5.0.2195.2649', '5.0:2195.2097', '2000.080.0467.00', '3.5.23', '4,0,2,5927'].every(isVersion)).toBe(true);
    expect(['1,659,328', '4.00', '12/09/97', 'SP6a'].some(isVersion)).toBe(false);
  });

  it('is a size in bytes, also in kilobytes or with a letter behind it', () => {
    expect(['1,659,328', '185,760b', '19.5 KB', '2MB'].map((size) => sizeInBytes(size))).toEqual([
      1659328, 185760, 19968, 2097152,
    ]);
    expect(sizeInBytes('n/a')).toBeNull();
  });
});

describe('a file name', () => {
  it.each([
    ['Store.exe', 'store.exe'],
    ['40SP2TXT.EXE', '40sp2txt.exe'],
    ['P772.tpl', 'p772.tpl'],
    ['vnetbios.386', 'vnetbios.386'],
    ['<harbor>\\SYSTEM\\PIER.DLL', 'pier.dll'],
    ['Microsoft.harbor.adapter.dll', 'microsoft.harbor.adapter.dll'],
    ['Package_1~31bf~x86~~6.1.1.0.mum', 'package_1~31bf~x86~~6.1.1.0.mum'],
    ['ftp.exe', 'ftp.exe'],
  ])('is read from %s', (printed, name) => expect(fileName(printed)).toBe(name));

  it.each([
    '5.0.2195.2649',
    'ftp.example.com',
    'U.S.',
    'e.g.',
    '4.00b',
    'mail@example.com',
    'xxxx.xxx',
    'http://a.b/c.exe',
  ])('is none in %s', (printed) => expect(fileName(printed)).toBeNull());
});

describe('the head of a table', () => {
  it('names its columns, also where its words are glued', () => {
    expect(readColumns('Date   Time   Version   Size   File name   Platform')).toEqual([
      'date',
      'time',
      'version',
      'size',
      'name',
      'platform',
    ]);
    expect(readColumns('File nameFile versionFile sizeDateTimePlatformSP requirementService branch')).toEqual([
      'name',
      'version',
      'size',
      'date',
      'time',
      'platform',
      'baseline',
      'branch',
    ]);
  });

  it('is no sentence, and no line that names the file twice', () => {
    expect(readColumns('The file name and the version are shown')).toBeNull();
    expect(readColumns('Filename   Filename   Disk   Size')).toBeNull();
  });

  it('ends where its first row begins', () => {
    const text = 'later: File name Version Pier.dll 5.5.1';
    expect(text.slice(7, headEnd(text, 7, text.length))).toBe('File name Version');
  });
});

describe('a platform', () => {
  it('is the only one that a line names', () => {
    expect(platformOf('For all supported x86-based versions')).toBe('x86');
    expect(platformOf('Harbor 2003, 64-bit editions for Itanium-based systems')).toBe('Itanium');
    expect(platformOf('Intel and Alpha')).toBeNull();
    expect(platformOf("Intel's adapter")).toBeNull();
  });

  it("is a sentence's only where it says so of the fix", () => {
    expect(statedPlatform('The English-language, Intel version of this fix should have:')).toBe('Intel');
    expect(statedPlatform('Get the driver from Alpha Boats. This fix has the following attributes:')).toBeNull();
  });
});

describe('rows whose columns are glued', () => {
  it('are parted at the build that most of them share', () => {
    const rows = createGluedRows();
    const printed = [
      'Boat.exe6.0.6619.7315,39202-Mar-200622:40',
      'Boatadmin.dll6.0.6619.7491,52002-Mar-200622:40',
      'Boatmon.dll6.0.6619.716,38402-Mar-200622:41',
    ];
    for (const row of printed) rows.note(row);
    const columns = readColumns('File nameFile versionFile sizeDateTime')!;
    expect(printed.map((row) => rows.read(row, columns)).map((row) => [row?.name, row?.version, row?.size])).toEqual([
      ['boat.exe', '6.0.6619.7', 315392],
      ['boatadmin.dll', '6.0.6619.7', 491520],
      ['boatmon.dll', '6.0.6619.7', 16384],
    ]);
  });
});
