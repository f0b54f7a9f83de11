import type { ProductLine } from './product-line.ts';

/** The editions that development tools come in. */
const DEVELOPER_EDITIONS = {
  '16-bit': ['16-bit edition', '16-bit editions'],
  '32-bit': ['32-bit edition', '32-bit editions'],
  'Enterprise Architect': [],
  'Enterprise Developer': [],
  'Enterprise Edition': ['enterprise'],
  'Professional Edition': ['professional'],
  'Standard Edition': ['standard'],
  'Learning Edition': ['learning'],
  'Developer Edition': ['developer'],
  'Academic Edition': ['academic'],
  'Control Creation Edition': [],
  'Working Model': ['working model edition'],
  'Scripting Edition': [],
  'Subscription Edition': ['subscription'],
  'Express Edition': ['express'],
  'for Macintosh': ['for the macintosh', 'for mac'],
  'for MS-DOS': [],
  'for Windows CE': [],
} as const;

const ON_WINDOWS = [
  'for windows',
  'for windows 95',
  'for windows 98',
  'for windows nt',
  'for windows 95 and windows nt',
  'for windows 2000',
  'editions',
  'edition',
];
const ON_MACINTOSH = { 'for Macintosh': ['for the macintosh', 'for mac', 'for power macintosh', 'macintosh'] } as const;
const DOT_NET = { '.NET 2002': ['.net (2002)', '.net'], '.NET 2003': [] } as const;

const WINDOWS_PLATFORMS = {
  'for Windows 3.1': ['for windows 3.x', 'for windows 3.1x', 'for windows 3.1 and windows nt 3.51'],
  'for Windows 95': [],
  'for Windows 98': [],
  'for Windows 98 Second Edition': [],
  'for Windows Millennium Edition': ['for windows me'],
  'for Windows NT 3.51': [],
  'for Windows NT 4.0': [],
  'for Windows NT': [],
  'for Windows 2000': [],
  'for Windows XP': [],
  'for Windows Server 2003': [],
  'for Windows CE': [],
  'for UNIX': ['for unix on sun solaris', 'on unix', 'for solaris'],
  'for HP-UX': ['for unix on hpux'],
} as const;

/** Applications with enough articles for a place of their own on the map. */
const ON_ITS_OWN = ['Outlook', 'Word', 'FrontPage'];

/** The applications of one Office release: 'Word 97 for Windows' is Word 97. */
function officeApplication(name: string, spellings: readonly string[] = [], on95 = '7.0'): ProductLine {
  return {
    name,
    ...(ON_ITS_OWN.includes(name) ? {} : { group: 'Office' }),
    spellings,
    versions: { '2002': ['xp'], [on95]: ['95'] },
    releases: true,
    onlyAt: { 'for Windows 95': on95 },
    editions: {
      ...ON_MACINTOSH,
      'for Windows 95': [],
      'for MS-DOS': [],
      'Small Business Edition': [],
      'Standard Edition': ['standard'],
      'Professional Edition': ['professional'],
      'Developer Edition': ['developer'],
      'Premium Edition': ['premium'],
      Runtime: [],
      RT: [],
    },
    drop: [...ON_WINDOWS, 'setup'],
  };
}

function withEdition(line: ProductLine, edition: string): ProductLine {
  return { ...line, editions: { ...line.editions, [edition]: [] } };
}

/** Office, development tools, browsers and what comes with Windows but is serviced on its own. */
export const DESKTOP_LINES: readonly ProductLine[] = [
  {
    name: 'Internet Explorer',
    spellings: ['ie', 'msie', 'ms internet explorer', 'windows internet explorer'],
    versions: {
      '3.0': ['3'],
      '4.0': ['4'],
      '5.0': ['5'],
      '6.0': ['6'],
      '7.0': ['7'],
      '8.0': ['8'],
      '9.0': ['9'],
      '10.0': ['10'],
      '11.0': ['11'],
    },
    editions: {
      ...WINDOWS_PLATFORMS,
      ...ON_MACINTOSH,
    },
    drop: ['programming', 'browser'],
  },
  {
    name: 'Outlook Express',
    spellings: ['oe'],
    versions: { '5.0': ['5'], '4.0': ['4'], '6.0': ['6'] },
    editions: { ...WINDOWS_PLATFORMS, ...ON_MACINTOSH },
    drop: ['for windows'],
  },
  withEdition(officeApplication('Outlook', ['office outlook']), 'Exchange Server Edition'),
  officeApplication('Word', ['office word']),
  officeApplication('Excel', ['office excel']),
  officeApplication('PowerPoint', ['office powerpoint', 'power point']),
  officeApplication('Access', ['office access']),
  officeApplication('FrontPage', ['office frontpage'], '1.1'),
  officeApplication('Publisher', ['office publisher'], '3.0'),
  officeApplication('Project', ['office project'], '4.1'),
  officeApplication('Visio', ['office visio']),
  { ...officeApplication('InfoPath', ['office infopath']) },
  ...['Word', 'Excel', 'PowerPoint', 'Visio'].map(
    (name): ProductLine => ({
      name: `${name} Viewer`,
      group: 'Office',
      spellings: [`office ${name.toLowerCase()} viewer`],
      drop: ON_WINDOWS,
    }),
  ),
  {
    name: 'Office Compatibility Pack',
    group: 'Office',
    drop: ['for word excel and powerpoint 2007 file formats'],
  },
  { name: 'Office Web Apps Server', group: 'Office' },
  { name: 'Office Web Apps', group: 'Office' },
  { name: 'Office Online Server', group: 'Office' },
  {
    name: 'Lync',
    editions: {
      Basic: [],
      'Attendee (admin level install)': ['attendee admin level install'],
      'Attendee (user level install)': ['attendee user level install'],
      Attendant: [],
      ...ON_MACINTOSH,
    },
    drop: ['skype for business basic', 'skype for business', 'editions', 'edition'],
  },
  { name: 'Lync Basic', group: 'Lync', drop: ['skype for business basic', 'skype for business'] },
  { name: 'Skype for Business', group: 'Lync', editions: { Basic: [] }, drop: ['editions', 'edition'] },
  { ...officeApplication('Office'), named: { '2002': 'Office XP' }, drop: [...ON_WINDOWS, 'setup', 'suite'] },
  {
    name: 'Visual Basic',
    spellings: ['vb'],
    versions: { '6.0': ['6'], '5.0': ['5'], '4.0': ['4'], '3.0': ['3'] },
    editions: { ...DOT_NET, ...DEVELOPER_EDITIONS },
    drop: ON_WINDOWS,
  },
  {
    name: 'Visual C++',
    spellings: ['vc++', 'visual c'],
    versions: { '6.0': ['6'], '5.0': ['5'], '4.0': ['4'] },
    editions: { ...DOT_NET, ...DEVELOPER_EDITIONS },
    drop: ON_WINDOWS,
  },
  { name: 'Visual C#', editions: { ...DOT_NET, ...DEVELOPER_EDITIONS }, drop: ON_WINDOWS },
  { name: 'Visual J++', spellings: ['vj++'], editions: DEVELOPER_EDITIONS, drop: ON_WINDOWS },
  { name: 'Visual InterDev', editions: DEVELOPER_EDITIONS, drop: ON_WINDOWS },
  {
    name: 'Visual FoxPro',
    spellings: ['vfp'],
    editions: DEVELOPER_EDITIONS,
    drop: ON_WINDOWS,
    versions: { '7.0': ['7'], '6.0': ['6'], '5.0': ['5'] },
  },
  {
    name: 'Visual SourceSafe',
    spellings: ['vss'],
    editions: DEVELOPER_EDITIONS,
    drop: ON_WINDOWS,
    versions: { '6.0': ['6'], '5.0': ['5'] },
  },
  {
    name: 'Visual Studio',
    spellings: ['vs'],
    versions: { '6.0': ['6'] },
    editions: { ...DOT_NET, ...DEVELOPER_EDITIONS },
    drop: ON_WINDOWS,
  },
  { name: 'Edge', drop: ['edgehtml-based', 'html-based'] },
  {
    name: '.NET',
    only: ['5.0', '6.0', '7.0', '8.0', '9.0', '10.0'],
    editions: {
      'on Linux': ['installed on linux'],
      'on Mac OS': ['installed on mac os'],
      'on Windows': ['installed on windows'],
    },
  },
  { name: '.NET Core', group: '.NET' },
  { name: 'ASP.NET Core', group: '.NET' },
  {
    name: '.NET Framework',
    spellings: ['dotnet framework', 'net framework'],
    editions: { 'Software Development Kit': ['sdk'], 'Client Profile': [] },
  },
  {
    name: 'Data Access Components',
    spellings: ['mdac'],
    editions: { 'General Availability': ['ga'] },
  },
  { name: 'XML Core Services', spellings: ['msxml', 'xml parser', 'xml'] },
  {
    name: 'DirectX',
    spellings: ['direct x'],
    versions: { '5.0': ['5'], '6.0': ['6'], '7.0': ['7'], '8.0': ['8'], '9.0': ['9'] },
  },
  {
    name: 'Windows Media Player',
    spellings: ['media player', 'wmp'],
    versions: { '7.0': ['7'], '9.0': ['9'] },
    editions: { ...ON_MACINTOSH, 'for Windows XP': [] },
  },
  { name: 'Windows Installer', spellings: ['msi', 'software installer'], versions: { '2.0': ['2'] } },
  { name: 'The Microsoft Network', spellings: ['msn', 'the microsoft network'] },
  { name: 'Macro Assembler', spellings: ['masm'] },
  { name: 'Jet Database Engine', spellings: ['jet', 'jet engine'] },
  { name: 'Active Directory Service Interfaces', spellings: ['adsi'] },
  { name: 'ActiveX Data Objects', spellings: ['ado'] },
  { name: 'Management Console', spellings: ['mmc'] },
  { name: 'Windows Script Host', spellings: ['windows scripting host', 'wsh'] },
  { name: 'Windows Management Instrumentation', spellings: ['wmi'] },
  { name: 'Open Database Connectivity', spellings: ['odbc'] },
  { name: 'Foundation Classes', spellings: ['foundation class library', 'mfc'] },
  { name: 'Active Template Library', spellings: ['atl'] },
];
