import { createGraphBuilder } from '../../src/graph/graph-builder.ts';
import type { ExtractedArticle } from '../../src/model/extracted.ts';
import type { Relation } from '../../src/model/relation.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';

/** What article 910001 says of its replacement. */
export const REPLACED = 'This hotfix is replaced by the hotfix that article Q910002 describes.';
/** What an article says that wants to be more than text. */
export const HOSTILE =
  '<script>window.owned = 1</script><img src=x onerror="window.owned = 2"><a href="javascript:window.owned = 3">x</a>';
const NEEDS = 'You must first install Service Pack 3 for Exchange Server 5.5.';
const BREAKS = 'The queue stops after you install the hotfix of article Q910001.';
const CITES = 'For background, see article Q910002.';
/** More articles than a group of the panel shows at first. */
export const CITING = 40;

type Statement = Relation extends infer R ? (R extends Relation ? Omit<R, 'evidence'> : never) : never;

function article(id: string, title: string, sentences: readonly [string, Statement?][]): ExtractedArticle {
  let text = `${title}\n\nSUMMARY\n`;
  const relations: Relation[] = [];
  for (const [sentence, statement] of sentences) {
    const evidence = [{ from: text.length, to: text.length + sentence.length, quote: sentence }];
    if (statement) relations.push({ ...statement, evidence } as Relation);
    text += `${sentence}\n\n`;
  }
  return {
    id,
    dialect: 'fixture',
    title,
    modified: '2000-01-02',
    category: 'exchange',
    source: `${id}.txt`,
    span: { from: 0, to: text.length },
    text,
    keywords: ['kbfix'],
    relations,
  };
}

/** Writes a small store whose articles replace, need and break each other, and of which one is hostile. */
export function writeFixtureStore(file: string): void {
  const onExchange = [
    'Exchange Server 5.5',
    { type: 'appliesTo', target: { product: 'Exchange Server 5.5' } },
  ] as const;
  const articles = [
    article('910001', 'The message queue loses its order', [
      [...onExchange],
      [REPLACED, { type: 'supersededBy', target: { article: '910002' } }],
      [HOSTILE],
      ['Queue order. '.repeat(400)],
    ]),
    article('910002', 'The message queue stops while it is sorted', [
      [...onExchange],
      [NEEDS, { type: 'requires', target: { servicePack: 'Exchange Server 5.5 SP3' }, scope: { platform: 'x86' } }],
      [
        'Queue.dll  5.5.2650.1  x86',
        {
          type: 'ships',
          target: { file: 'queue.dll' },
          version: '5.5.2650.1',
          platform: 'x86',
          date: '2000-01-01',
          size: 4096,
        },
      ],
    ]),
    article('910003', `A title that tries ${HOSTILE}`, [
      [...onExchange],
      [BREAKS, { type: 'brokenBy', target: { article: '910001' } }],
    ]),
    ...Array.from({ length: CITING }, (_, index) =>
      article(String(920_000 + index), `A note on queues, part ${index + 1}`, [
        [...onExchange],
        [CITES, { type: 'references', target: { article: '910002' } }],
      ]),
    ),
  ];
  const builder = createGraphBuilder();
  const writer = createStoreWriter(file);
  for (const each of articles) writer.addArticle(each, builder.add(each));
  writer.finish(
    builder.finish({
      builtAt: '2020-01-01T00:00:00.000Z',
      paths: ['fixture'],
      filesRead: articles.length,
      feeds: [],
      diagnostics: {},
    }),
  );
}
