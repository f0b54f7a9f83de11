import type { ProductLine } from './product-line.ts';

const STANDARD_ENTERPRISE = {
  'Standard Edition': ['standard'],
  'Enterprise Edition': ['enterprise'],
  'Workgroup Edition': ['workgroup'],
  'Developer Edition': ['developer'],
  'Evaluation Edition': ['evaluation'],
} as const;

const SQL_EDITIONS = {
  'Enterprise Edition 64-bit': ['64-bit enterprise edition', 'enterprise x64 edition'],
  'Enterprise Evaluation Edition': ['enterprise evaluation'],
  ...STANDARD_ENTERPRISE,
  'Personal Edition': ['personal'],
  'Express Edition': ['express'],
  'Web Edition': ['web'],
  '64-bit': ['64-bit edition', '64-bit editions', '64 bit'],
} as const;

/** Server products. */
export const SERVER_LINES: readonly ProductLine[] = [
  {
    name: 'Exchange Server',
    spellings: ['exchange', 'ms exchange', 'ms exchange server'],
    versions: { '4.0': ['4'], '5.0': ['5'] },
    named: { '2000': 'Exchange 2000 Server' },
    editions: STANDARD_ENTERPRISE,
    drop: ['server', 'servers'],
  },
  {
    name: 'SQL Server',
    spellings: ['ms sql server', 'sql'],
    versions: { '7.0': ['7'] },
    releases: true,
    editions: SQL_EDITIONS,
    drop: ['all editions'],
  },
  { name: 'SQL Server 2008 R2', group: 'SQL Server', version: '2008 R2', editions: SQL_EDITIONS },
  {
    name: 'Internet Information Server',
    spellings: ['internet information services', 'iis', 'ms iis'],
    versions: { '4.0': ['4'], '5.0': ['5'], '3.0': ['3'], '2.0': ['2'], '6.0': ['6'], '7.0': ['7'], '1.0': ['1'] },
    named: {
      '5.0': 'Internet Information Services 5.0',
      '5.1': 'Internet Information Services 5.1',
      '6.0': 'Internet Information Services 6.0',
      '7.0': 'Internet Information Services 7.0',
      '7.5': 'Internet Information Services 7.5',
    },
    drop: ['iis'],
  },
  {
    name: 'Systems Management Server',
    spellings: ['sms', 'ms sms', 'system management server'],
    versions: { '2.0': ['2'] },
  },
  {
    name: 'SNA Server',
    spellings: ['sna'],
    drop: ['for windows nt', 'u.s.', 'u.s'],
    versions: { '4.0': ['4'], '3.0': ['3'] },
  },
  { name: 'Host Integration Server', group: 'SNA Server', spellings: ['his'], editions: STANDARD_ENTERPRISE },
  { name: 'Proxy Server', versions: { '2.0': ['2'], '1.0': ['1'] } },
  {
    name: 'Internet Security and Acceleration Server',
    spellings: ['isa server', 'isa', 'internet security & acceleration server'],
    editions: STANDARD_ENTERPRISE,
    drop: ['server'],
  },
  {
    name: 'Site Server',
    versions: { '3.0': ['3'], '2.0': ['2'] },
    editions: { 'Commerce Edition': ['commerce'], 'Enterprise Edition': [] },
  },
  { name: 'Commerce Server', editions: STANDARD_ENTERPRISE },
  { name: 'Content Management Server', editions: STANDARD_ENTERPRISE },
  {
    name: 'BizTalk Server',
    spellings: ['biztalk'],
    editions: { 'Partner Edition': ['partner'], ...STANDARD_ENTERPRISE },
  },
  { name: 'Application Center', drop: ['server'] },
  { name: 'Cluster Server', spellings: ['mscs'] },
  { name: 'Transaction Server', spellings: ['mts'], versions: { '1.0': ['1'], '2.0': ['2'] } },
  { name: 'Index Server', versions: { '1.0': ['1'], '2.0': ['2'] } },
  { name: 'Message Queue Server', spellings: ['msmq'] },
  {
    name: 'Small Business Server',
    group: 'BackOffice Server',
    spellings: ['backoffice small business server', 'windows small business server', 'sbs'],
    versions: { '4.0': ['4'] },
    editions: { R2: [], 'Standard Edition': ['standard'], 'Premium Edition': ['premium'], Essentials: [] },
  },
  { name: 'BackOffice Server', spellings: ['backoffice'], versions: { '4.0': ['4'] } },
  {
    name: 'Live Communications Server',
    spellings: ['office live communications server', 'lcs'],
    editions: { ...STANDARD_ENTERPRISE, 'Public IM Connectivity': [] },
  },
  {
    name: 'SharePoint Portal Server',
    group: 'SharePoint',
    spellings: ['office sharepoint portal server'],
    versions: { '2001': [], '2003': [] },
  },
  {
    name: 'SharePoint Server',
    group: 'SharePoint',
    spellings: ['office sharepoint server', 'sharepoint'],
    editions: STANDARD_ENTERPRISE,
    drop: ['server'],
  },
  { name: 'Windows SharePoint Services', spellings: ['wss'], versions: { '3.0': ['3'], '2.0': ['2'] } },
  {
    name: 'Services for UNIX',
    spellings: ['windows services for unix', 'windows nt services for unix', 'sfu'],
    versions: { '3.0': ['3'], '2.0': ['2'] },
  },
  { name: 'Services for NetWare', spellings: ['windows services for netware'] },
  { name: 'Metadirectory Services', spellings: ['mms'] },
  { name: 'Operations Manager', spellings: ['mom', 'system center operations manager', 'scom'] },
  { name: 'Outlook Web Access', group: 'Exchange Server', spellings: ['owa'] },
  { name: 'LAN Manager', versions: { '2.0': ['2'] } },
];
