import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { readDay } from '../values/days.ts';
import { readXml } from '../xml/read-xml.ts';

/** One update of the catalogue. */
export interface OfflineUpdate {
  /** Its place in the catalogue, from 1. */
  number: number;
  /** The update over all its revisions, a GUID in lower case. */
  id: string;
  revision: string;
  created: string | null;
  isBundle: boolean;
  /** What must be there first: all of the lists, and of each list one. GUIDs of updates. */
  prerequisites: string[][];
  /** GUIDs of the products that it is for. */
  products: string[];
  supersededBy: string[];
  bundledBy: string[];
}

/** Reads a catalogue's `package.xml`, and the latest day in it. */
export function collectUpdates(source: ByteSource, report: Report): { updates: OfflineUpdate[]; date: string | null } {
  const updates: OfflineUpdate[] = [];
  let date: string | null = null;
  let inUpdate: OfflineUpdate | null = null;
  readXml(source, report, {
    open(name, attributes, path) {
      const id = attributes.Id?.toLowerCase() ?? '';
      const parent = path.at(-2);
      if (name === 'Update' && parent === 'Updates') {
        const created = readDay(attributes.CreationDate ?? '');
        if (created !== null && (date === null || created > date)) date = created;
        inUpdate = {
          number: updates.length + 1,
          id: attributes.UpdateId?.toLowerCase() ?? '',
          revision: attributes.RevisionId ?? '',
          created,
          isBundle: attributes.IsBundle === 'true',
          prerequisites: [],
          products: [],
          supersededBy: [],
          bundledBy: [],
        };
        updates.push(inUpdate);
      } else if (inUpdate === null) return;
      else if (name === 'Or' && parent === 'Prerequisites') inUpdate.prerequisites.push([]);
      else if (name === 'UpdateId' && parent === 'Prerequisites') inUpdate.prerequisites.push([id]);
      else if (name === 'UpdateId' && parent === 'Or') inUpdate.prerequisites.at(-1)?.push(id);
      else if (name === 'Category' && attributes.Type === 'Product') inUpdate.products.push(id);
      else if (name === 'Revision' && parent === 'SupersededBy') inUpdate.supersededBy.push(id);
      else if (name === 'Revision' && parent === 'BundledBy') inUpdate.bundledBy.push(id);
    },
  });
  return { updates, date };
}
