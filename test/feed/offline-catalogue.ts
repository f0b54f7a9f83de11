import { type CabFile, type CabPacking, cabOf } from './cab.ts';

/** One entry of a catalogue in the form of wsusscn2; others are named by their revisions. */
export interface Entry {
  revision: number;
  created?: string;
  language?: string;
  is?: 'bundle' | 'leaf' | 'category' | 'rule';
  products?: readonly number[];
  /** All of them; of a list one. */
  needs?: readonly (number | readonly number[])[];
  supersededBy?: readonly number[];
  bundledBy?: readonly number[];
  /** Addresses of its files. */
  files?: readonly string[];
  article?: string;
  severity?: string;
  bulletin?: string;
  /** By language. */
  titles?: Readonly<Record<string, string>>;
}

const COMPANY = '56309036-4c77-4dd9-951a-99ee9c246a94';
const SECURITY_UPDATES = '0fa1201d-4330-4fa8-8ae9-b877473b6441';

/** The GUID of the entry that a revision is of. */
export const guidOf = (revision: number) =>
  `${revision.toString(16).padStart(8, '0')}-0000-4000-8000-${(revision * 7919).toString(16).padStart(12, '0')}`;
const digestOf = (address: string) => Buffer.from(address).toString('base64').slice(-27).padStart(27, 'A');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const IS: Readonly<Record<string, string>> = {
  bundle: ' IsBundle="true"',
  leaf: ' IsLeaf="true" DeploymentAction="Bundle"',
  category: ' DeploymentAction="Evaluate" IsSoftware="false"',
  rule: ' DeploymentAction="Evaluate" IsSoftware="false"',
};

/** `package.xml`, in one line as the real one is. */
export function packageXmlOf(entries: readonly Entry[]): string {
  const updates = entries.map((entry) => {
    const { revision, created = '2019-08-13T17:00:00Z', language = 'en', is = 'bundle' } = entry;
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? '' : `<${name}>${items.join('')}</${name}>`;
    const revisions = (of: readonly number[] = []) => of.map((id) => `<Revision Id="${id}" />`);
    const needs = (entry.needs ?? []).map((need) =>
      typeof need === 'number'
        ? `<UpdateId Id="${guidOf(need)}" />`
        : `<Or>${need.map((one) => `<UpdateId Id="${guidOf(one)}" />`).join('')}</Or>`,
    );
    const categories = (entry.products ?? []).map((id) => `<Category Type="Product" Id="${guidOf(id)}" />`);
    const others = [
      `<Category Type="Company" Id="${COMPANY}" />`,
      `<Category Type="UpdateClassification" Id="${SECURITY_UPDATES}" />`,
    ];
    return [
      `<Update CreationDate="${created}" DefaultLanguage="${language}" UpdateId="${guidOf(revision)}" RevisionNumber="200" RevisionId="${revision}"${IS[is]}>`,
      list('Categories', categories.length === 0 ? [] : [...others, ...categories]),
      list('Prerequisites', needs),
      is === 'leaf' ? '<Languages><Language Name="en" /></Languages>' : '',
      list(
        'PayloadFiles',
        (entry.files ?? []).map((file) => `<File Id="${digestOf(file)}=" />`),
      ),
      list('BundledBy', revisions(entry.bundledBy)),
      list('SupersededBy', revisions(entry.supersededBy)),
      '</Update>',
    ].join('');
  });
  const files = entries.flatMap(({ files: own }) => own ?? []);
  const locations = [...new Set(files)].map(
    (file) => `<FileLocation Id="${digestOf(file)}=" Url="http://download.example.test/${escaped(file)}" />`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OfflineSyncPackage xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" MinimumClientVersion="5.8.0.2678" ProtocolVersion="1.0" PackageVersion="1.1" PackageId="00000000-0000-4000-8000-000000000001" SourceId="00000000-0000-4000-8000-000000000002" CreationDate="2019-08-13T17:00:00Z" xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync">',
    `<Updates>${updates.join('')}</Updates><FileLocations>${locations.join('')}</FileLocations></OfflineSyncPackage>`,
  ].join('');
}

/** The parts of each entry: its rules (`c`), what it is (`x`) and what it is called in each language (`l`). */
export function partsOf(entries: readonly Entry[]): CabFile[] {
  const part = (name: string, text: string): CabFile => ({ name, content: Buffer.from(text) });
  return (['c', 'l', 'x'] as const).flatMap((kind) =>
    entries.flatMap(({ revision, is = 'bundle', article, bulletin, severity, titles = {}, language = 'en' }) => {
      if (kind === 'c') {
        const type = { bundle: 'Software', leaf: 'Software', category: 'Category', rule: 'Detectoid' }[is];
        return [
          part(
            `c\\${revision}`,
            `<UpdateIdentity UpdateID="${guidOf(revision)}" RevisionNumber="200" /><Properties UpdateType="${type}" /><Relationships><Prerequisites /></Relationships><ApplicabilityRules><IsInstalled><True /></IsInstalled></ApplicabilityRules>`,
          ),
        ];
      }
      if (kind === 'l') {
        return Object.entries(titles).map(([own, title]) =>
          part(
            `l\\${own}\\${revision}`,
            `<LocalizedProperties><Language>${own}</Language><Title>${escaped(title)}</Title><Description>A security issue has been identified in a Microsoft software product.</Description></LocalizedProperties>`,
          ),
        );
      }
      const severe = severity === undefined ? '' : ` MsrcSeverity="${severity}"`;
      const ids = [
        bulletin === undefined ? '' : `<SecurityBulletinID>${bulletin}</SecurityBulletinID>`,
        article === undefined ? '' : `<KBArticleID>${article}</KBArticleID>`,
      ];
      return [
        part(
          `x\\${revision}`,
          `<ExtendedProperties DefaultPropertiesLanguage="${language}" Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Cbs"${severe} IsBeta="false"><SupportUrl>https://support.example.test/help</SupportUrl>${ids.join('')}</ExtendedProperties>`,
        ),
      ];
    }),
  );
}

/** `index.xml`, `package.cab` and `package2.cab` and on, each for the revisions from one number to the next. */
export function offlineCabs(entries: readonly Entry[], { packing = 'mszip' as CabPacking, perCab = 1000 } = {}) {
  const ordered = [...entries].sort((a, b) => a.revision - b.revision);
  const shards = Array.from({ length: Math.ceil(ordered.length / perCab) }, (_, at) =>
    ordered.slice(at * perCab, (at + 1) * perCab),
  );
  const index = shards.map(
    ([first], at) => `<CAB NAME="package${at + 2}.cab" RANGESTART="${at === 0 ? 0 : first?.revision}"/>`,
  );
  const files: CabFile[] = [
    {
      name: 'index.xml',
      content: Buffer.from(
        `<?xml version="1.0"?><INDEX><CABLIST><CAB NAME="package.cab"/>${index.join('')}</CABLIST></INDEX>`,
      ),
    },
    {
      name: 'package.cab',
      content: cabOf([{ name: 'package.xml', content: Buffer.from(packageXmlOf(entries)) }], packing),
    },
    ...shards.map((shard, at) => ({ name: `package${at + 2}.cab`, content: cabOf(partsOf(shard), packing) })),
  ];
  return files;
}

/** The whole of `wsusscn2.cab`. */
export const offlineCab = (
  entries: readonly Entry[],
  options: { packing?: CabPacking; perCab?: number; outer?: CabPacking } = {},
): Buffer => cabOf(offlineCabs(entries, options), options.outer ?? 'stored');
