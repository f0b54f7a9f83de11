import { describe, expect, it } from 'vitest';
import type { AssessAnswer } from '../../src/query/assess.ts';
import { assessQuery } from '../../src/query/registry.ts';
import { createApi } from '../../src/serve/api.ts';
import type { Store } from '../../src/store/open-store.ts';
import { feedView, someRow, WINDOWS_7 } from '../query/assess/feed-view.ts';
import { departures } from '../query/holds-schema.ts';

const view = feedView([
  someRow({ cve: 'CVE-2017-0143', article: '4012215' }),
  someRow({ cve: 'CVE-2017-8464', article: '4022719', supersedes: '4012215' }),
]);
// What a store adds to a view, no question here needs.
const { app } = createApi(view as Store);
const ask = async (words: Record<string, string>) => {
  const answer = await app.request(`/api/assess?${new URLSearchParams(words)}`);
  return { status: answer.status, json: (await answer.json()) as AssessAnswer };
};

describe('assess over HTTP', () => {
  it('takes a product and the updates that are installed, and answers as its schema says', async () => {
    const { status, json } = await ask({ product: WINDOWS_7, update: 'KB4012215', rows: '' });
    expect(status).toBe(200);
    expect(departures(json, assessQuery.schema)).toEqual([]);
    expect(json.exposed.map(({ id }) => id)).toEqual(['CVE-2017-8464']);
    expect(json.rows).toHaveLength(2);
  });

  it.each<[Record<string, string>, number, string]>([
    [{ product: 'Windows 77' }, 404, "No feed of this graph has a product 'Windows 77'."],
    [
      { product: WINDOWS_7, update: 'the latest' },
      400,
      "'update' is an article's number such as KB4012212, not 'the latest'.",
    ],
    [{ update: 'KB4012215' }, 400, "The question needs 'product'."],
  ])('refuses %j with a sentence', async (words, status, error) => {
    expect(await ask(words)).toMatchObject({ status, json: { error } });
  });
});
