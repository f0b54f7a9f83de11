import { readDay } from '../values/days.ts';
import { readUpdate } from '../values/ids.ts';
import type { XmlListener } from '../xml/read-xml.ts';

/** A product that a patch is for, with the service packs under it. */
export interface AffectedByPatch {
  product: string;
  /** The service pack in which it is corrected; '0' or '' where in none. */
  fixedIn: string;
  servicePacks: string[];
}

/** One package of a bulletin. */
export interface Patch {
  name: string;
  /** The article of the package; null where only the bulletin has articles. */
  article: string | null;
  /** '1' where it needs no restart; '0' of nearly all, which tells that it may. */
  noReboot: string;
  /** Which entry of the replacements names the packages that replace it; '0' or '' for none. */
  replacedBy: string;
  affected: AffectedByPatch[];
  fileChanges: string[];
}

export interface Bulletin {
  id: string;
  title: string;
  date: string | null;
  articles: string[];
  patches: Patch[];
}

export interface FileChange {
  file: string;
  version: string | null;
  date: string | null;
  size: number | null;
}

/** All of an mssecure.xml that is used; its parts refer to each other by number. */
export interface Datastore {
  date: string | null;
  bulletins: Bulletin[];
  products: Map<string, string>;
  servicePacks: Map<string, string>;
  fileChanges: Map<string, FileChange>;
  /** The names of the packages that each entry names. */
  replacements: Map<string, string[]>;
}

/** Collects a datastore from its elements. */
export function collectBulletins(): { listener: XmlListener; datastore: Datastore } {
  const datastore: Datastore = {
    date: null,
    bulletins: [],
    products: new Map(),
    servicePacks: new Map(),
    fileChanges: new Map(),
    replacements: new Map(),
  };
  let file = '';
  let replacement: string[] = [];
  const bulletin = () => datastore.bulletins.at(-1);
  const patch = () => bulletin()?.patches.at(-1);
  const affected = () => patch()?.affected.at(-1);
  const opened: Record<string, (a: Readonly<Record<string, string>>) => void> = {
    BulletinDatastore: ({ LastDataUpdate = '' }) => {
      datastore.date = readDay(LastDataUpdate);
    },
    Bulletin: ({ BulletinID = '', Title = '', DatePosted = '' }) =>
      datastore.bulletins.push({
        id: BulletinID,
        title: Title.trim(),
        date: readDay(DatePosted),
        articles: [],
        patches: [],
      }),
    QNumber: ({ QNumber = '' }) => {
      // 'Q216453 (FP98)'
      const article = readUpdate(/^\s*Q?\d+/i.exec(QNumber)?.[0] ?? '');
      if (article !== null) bulletin()?.articles.push(article);
    },
    Patch: ({ PatchName = '', SQNumber = '', SBID = '', NoReboot = '' }) =>
      bulletin()?.patches.push({
        name: PatchName,
        article: readUpdate(/^\s*Q?\d+/i.exec(SQNumber)?.[0] ?? ''),
        replacedBy: SBID,
        noReboot: NoReboot.trim(),
        affected: [],
        fileChanges: [],
      }),
    AffectedProduct: ({ ProductID = '', FixedInSP = '' }) =>
      patch()?.affected.push({ product: ProductID, fixedIn: FixedInSP, servicePacks: [] }),
    AffectedServicePack: ({ ServicePackID = '' }) => affected()?.servicePacks.push(ServicePackID),
    FileChg: ({ FileChangeID = '' }) => patch()?.fileChanges.push(FileChangeID),
    Product: ({ ProductID = '', Name = '' }) => datastore.products.set(ProductID, Name),
    ServicePack: ({ ServicePackID = '', Name = '' }) => datastore.servicePacks.set(ServicePackID, Name),
    File: ({ Name = '' }) => {
      file = Name;
    },
    FileChange: ({ FileChangeID = '', Version = '', Date: day = '', Size = '' }) =>
      datastore.fileChanges.set(FileChangeID, {
        file,
        version: /\d/.test(Version) ? Version.trim() : null,
        date: readDay(day),
        size: /^[1-9]\d{0,11}$/.test(Size) ? Number(Size) : null,
      }),
    SupercededBy: ({ SBID = '' }) => {
      replacement = [];
      datastore.replacements.set(SBID, replacement);
    },
    SupercededPatch: ({ PatchName = '' }) => replacement.push(PatchName),
  };
  return { datastore, listener: { open: (name, attributes) => void opened[name]?.(attributes) } };
}
