/** Marks a SQLite file as ours ('KBGR'). */
export const APPLICATION_ID = 0x4b424752;

/** Goes up whenever an older program could not read what is written. */
export const FORMAT_VERSION = 4;

/** A store's tables. Every `crc` is `checksum(key, data)` with the key that stands beside it. */
export const SCHEMA = `
  -- 'summary', 'report', 'rules', 'words', 'advisories.NAME' as JSON; 'keys.TABLE' as a list; 'map.x', 'ends.kinds' and
  -- their like as arrays; 'map.manifest' and 'map.packed.SECTION' as the explorer reads them.
  -- Key: 'section/NAME'.
  CREATE TABLE section (name TEXT PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
  -- A node as JSON. Key: 'node/IDX/ID'.
  CREATE TABLE node (idx INTEGER PRIMARY KEY, id TEXT NOT NULL, data BLOB NOT NULL, crc INTEGER NOT NULL);
  -- The nodes that go by a folded name, as JSON. Key: 'name/KEY'.
  CREATE TABLE name (key TEXT PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
  -- A node's edges; see adjacency-codec.ts. Keys: 'from/IDX' and 'to/IDX'.
  CREATE TABLE adjacency (
    idx INTEGER PRIMARY KEY,
    from_crc INTEGER NOT NULL, to_crc INTEGER NOT NULL,
    from_data BLOB NOT NULL, to_data BLOB NOT NULL
  );
  -- A copy of an article: JSON of its header, and where its text stands. Key: 'article/NUMBER/ID/COPY'.
  CREATE TABLE article (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, copy INTEGER NOT NULL,
    data BLOB NOT NULL, crc INTEGER NOT NULL
  );
  -- The texts of several articles, in UTF-8, deflated together. Key: 'block/NUMBER'.
  CREATE TABLE block (number INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL);
  -- What feeds say of one product; see advisory-codec.ts. Key: 'advisory/PRODUCT'.
  CREATE TABLE advisory (product INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL);
  -- rowid is article.number.
  CREATE VIRTUAL TABLE text_search USING fts5(title, body, content='', tokenize='porter unicode61 remove_diacritics 2');
  -- rowid is node.idx; the kind is a word that narrows a search.
  CREATE VIRTUAL TABLE name_search USING fts5(name, kind, content='', tokenize='unicode61 remove_diacritics 2');
  -- Many small segments are a third faster to write; they are joined once, in the end (1 s for 51,224 articles).
  INSERT INTO text_search(text_search, rank) VALUES('automerge', 0), ('crisismerge', 2000);
`;

/** Made when all rows are there, which is faster. */
export const INDEXES = `
  CREATE UNIQUE INDEX node_by_id ON node (id);
  CREATE UNIQUE INDEX article_by_id ON article (id, copy);
`;
