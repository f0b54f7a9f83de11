import type { Feed } from './feed.ts';
import { collectBulletins } from './mssecure/bulletins.ts';
import { emitPatches } from './mssecure/emit-patches.ts';
import { readXml } from './xml/read-xml.ts';

/**
 * The bulletins of Microsoft's and Shavlik's HFNetChk and MBSA, `mssecure.xml`: patches of the years from 1998 on, with
 * the products and service packs that each is for, the files that it brings and the patches that replace it.
 */
export const mssecure: Feed = {
  name: 'mssecure',
  recognises: ({ text }) => /<BulletinDatastore[\s>]/.test(text),
  read(source, sink, report) {
    const { listener, datastore } = collectBulletins();
    readXml(source, report, listener);
    sink.source({ feed: 'mssecure', file: source.name, date: datastore.date });
    emitPatches(datastore, sink);
  },
};
