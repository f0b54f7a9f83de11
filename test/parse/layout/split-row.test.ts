import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/parse/layout/columns.ts';
import { splitsOf } from '../../../src/parse/layout/split-row.ts';

const FULL = 'File nameFile versionFile sizeDateTimePlatformSP requirementService branch';
const SHORT = 'File nameFile versionFile sizeDateTimePlatform';
const SPACED = 'Date         Time   Version       Size    File name    Platform';

/** A head, a row, and the row's cells as a reader of the table sees them. */
const ROWS: [string, string, string[]][] = [
  [
    FULL,
    'Tape.sys5.2.3790.28938,70402-Mar-200711:03x86SP1SP1QFE',
    ['Tape.sys', '5.2.3790.2893', '8,704', '02-Mar-2007', '11:03', 'x86', 'SP1', 'SP1QFE'],
  ],
  [
    FULL,
    'Tape.sys5.2.3790.289310,75203-Mar-20076:41x64SP1WOW',
    ['Tape.sys', '5.2.3790.2893', '10,752', '03-Mar-2007', '6:41', 'x64', 'SP1', 'WOW'],
  ],
  [
    FULL,
    'Tape.sys5.2.3790.16138,40003-Mar-200706:41IA-64NoneRTMGDR',
    ['Tape.sys', '5.2.3790.161', '38,400', '03-Mar-2007', '06:41', 'IA-64', 'None', 'RTMGDR'],
  ],
  [
    SHORT,
    'Port.sys6.1.7600.20791148,35202-Sep-201005:58x86',
    ['Port.sys', '6.1.7600.20791', '148,352', '02-Sep-2010', '05:58', 'x86'],
  ],
  [
    SHORT,
    'Port.sys6.0.6002.18005148,35202-Sep-201005:58Not applicable',
    ['Port.sys', '6.0.6002.18005', '148,352', '02-Sep-2010', '05:58', 'Not applicable'],
  ],
  [
    SHORT,
    'Mail.exe15.0.4753.100018,739,91214-Aug-201510:02x64',
    ['Mail.exe', '15.0.4753.1000', '18,739,912', '14-Aug-2015', '10:02', 'x64'],
  ],
  [
    SHORT,
    'Base.exe2005.90.3186.039,420,27204-Aug-200705:31x64',
    ['Base.exe', '2005.90.3186.0', '39,420,272', '04-Aug-2007', '05:31', 'x64'],
  ],
  [
    SHORT,
    'A_b~31bf3856ad364e35~x86~~6.1.1.0.mumNot Applicable1,68202-Sep-201011:47Not Applicable',
    ['A_b~31bf3856ad364e35~x86~~6.1.1.0.mum', 'Not Applicable', '1,682', '02-Sep-2010', '11:47', 'Not Applicable'],
  ],
  [SHORT, 'Setup.inf97214-Aug-201510:02x86', ['Setup.inf', '', '972', '14-Aug-2015', '10:02', 'x86']],
  [
    SHORT,
    'Menu.dll.mui6.0.6001.220002,56022-Apr-200805:40x86',
    ['Menu.dll.mui', '6.0.6001.22000', '2,560', '22-Apr-2008', '05:40', 'x86'],
  ],
  [
    SPACED,
    '06-Nov-2003  22:32  5.2.3790.101  25,600  Usb.sys  x86',
    ['06-Nov-2003', '22:32', '5.2.3790.101', '25,600', 'Usb.sys', 'x86'],
  ],
  [SPACED, '06-Nov-2003  22:32                25,600  Usb.sys', ['06-Nov-2003', '22:32', '', '25,600', 'Usb.sys', '']],
  [
    SPACED,
    '05-MAR-2002 22:48 6.0.5770.61 4,628,480 store.exe Intel',
    ['05-MAR-2002', '22:48', '6.0.5770.61', '4,628,480', 'store.exe', 'Intel'],
  ],
  [
    SPACED,
    '03/16/2000 09:12a 4.0.1381.7054 33552 Lpdsvc.dll Alpha',
    ['03/16/2000', '09:12a', '4.0.1381.7054', '33552', 'Lpdsvc.dll', 'Alpha'],
  ],
];

describe('the cells of a file table', () => {
  it.each(ROWS)('are found below %s in %s', (head, row, cells) => {
    const columns = columnsOf(head, 0, head.length);
    const best = splitsOf(
      row,
      0,
      row.length,
      columns!.map(({ type }) => type),
    )[0];
    expect(best?.cells.map(({ from, to }) => row.slice(from, to))).toEqual(cells);
  });

  it.each([
    'This hotfix does not replace any other hotfixes.',
    'Tape.sys',
    'In 2007, Tape.sys 5.2.3790.2893 was withdrawn.',
    '',
  ])('are not found in %j', (line) => {
    expect(
      splitsOf(
        line,
        0,
        line.length,
        columnsOf(SHORT, 0, SHORT.length)!.map(({ type }) => type),
      ),
    ).toEqual([]);
  });

  it.each(['File information', 'Date and time', 'The file name, version and size', 'Size'])(
    'have no head in %j',
    (line) => {
      expect(columnsOf(line, 0, line.length)).toBeNull();
    },
  );
});
