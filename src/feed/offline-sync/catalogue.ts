import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { readDay } from '../values/days.ts';
import { readXml } from '../xml/read-xml.ts';

/** One entry of the catalogue: an update, a bundle of updates, a category, or a rule that looks at a machine. */
export interface OfflineUpdate {
  /** Its place in the catalogue, from 1. */
  number: number;
  /** The entry over all its revisions, a GUID in lower case. */
  id: string;
  /** This revision of it, a number; '' where none is said. */
  revision: string;
  created: string | null;
  /** The language that its texts have at least, 'en'. */
  language: string;
  /** What must be there first: all of the lists, and of each list one. GUIDs of entries. */
  prerequisites: string[][];
  /** GUIDs of the products that it is for. */
  products: string[];
  /** Revisions that replace it. */
  supersededBy: string[];
  /** Revisions of bundles that it is part of. */
  bundledBy: string[];
  /** Digests of the files that it installs. */
  payloads: string[];
}

/** A catalogue's `package.xml`. */
export interface Catalogue {
  updates: OfflineUpdate[];
  /** The latest day in it, `YYYY-MM-DD`. */
  date: string | null;
  /** Numbers of articles by the digests of files whose address names one ('…/windows10.0-kb4512508-x64_….cab'). */
  articleOfFile: Map<string, string>;
}

/** '…/windows10.0-kb4512508-x64_0f1e….cab' */
const ARTICLE_IN_ADDRESS = /[/\-_.]kb(\d{5,8})[-_.]/i;

/** Reads `package.xml`, of which the real one has 110 MB; null where it could not be read at all. */
export function readCatalogue(source: ByteSource, report: Report): Catalogue | null {
  const catalogue: Catalogue = { updates: [], date: null, articleOfFile: new Map() };
  const own = keepTexts();
  let update: OfflineUpdate | null = null;
  let isCatalogue = false;
  readXml(source, report, {
    open(name, attributes, path) {
      const parent = path.at(-2);
      if (path.length === 1) isCatalogue = name === 'OfflineSyncPackage';
      const id = own(attributes.Id?.toLowerCase() ?? '');
      if (name === 'Update' && parent === 'Updates') {
        const created = readDay(attributes.CreationDate ?? '');
        if (created !== null && (catalogue.date === null || created > catalogue.date)) catalogue.date = created;
        update = {
          number: catalogue.updates.length + 1,
          id: own(attributes.UpdateId?.toLowerCase() ?? ''),
          revision: own(attributes.RevisionId ?? ''),
          created: created && own(created),
          language: own(attributes.DefaultLanguage?.toLowerCase() ?? 'en'),
          prerequisites: [],
          products: [],
          supersededBy: [],
          bundledBy: [],
          payloads: [],
        };
        catalogue.updates.push(update);
      } else if (name === 'FileLocation') {
        const article = ARTICLE_IN_ADDRESS.exec(attributes.Url ?? '')?.[1];
        if (article !== undefined) catalogue.articleOfFile.set(own(attributes.Id ?? ''), own(article));
      } else if (update === null) return;
      else if (name === 'Or' && parent === 'Prerequisites') update.prerequisites.push([]);
      else if (name === 'UpdateId' && parent === 'Prerequisites') update.prerequisites.push([id]);
      else if (name === 'UpdateId' && parent === 'Or') update.prerequisites.at(-1)?.push(id);
      else if (name === 'Category' && attributes.Type === 'Product') update.products.push(id);
      else if (name === 'Revision' && parent === 'SupersededBy') update.supersededBy.push(id);
      else if (name === 'Revision' && parent === 'BundledBy') update.bundledBy.push(id);
      else if (name === 'File' && parent === 'PayloadFiles') update.payloads.push(own(attributes.Id ?? ''));
    },
  });
  return isCatalogue ? catalogue : null;
}

/** One copy of each text, apart from the document that it is a slice of, which it would keep alive. */
function keepTexts(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    let own = kept.get(text);
    if (own === undefined) {
      own = Buffer.from(text).toString();
      kept.set(own, own);
    }
    return own;
  };
}
