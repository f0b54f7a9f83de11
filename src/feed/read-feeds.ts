import type { Report } from '../model/diagnostic.ts';
import type { FeedSink } from '../model/feed.ts';
import type { Diversion } from '../model/source-file.ts';
import { decodeChunks } from '../read/decode-chunks.ts';
import type { Feed, FeedHead } from './feed.ts';
import * as registry from './registry.ts';

const feeds: readonly Feed[] = Object.values(registry);

/** How much of a file is decoded to see what it is. */
const HEAD_BYTES = 4 * 1024;

/** The format of a file, or null where it is no feed. */
export function recogniseFeed(file: string, bytes: Buffer): Feed | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  const described: FeedHead = { file, bytes: head, text: [...decodeChunks([head])].join('') };
  return feeds.find((feed) => feed.recognises(described)) ?? null;
}

/** Takes the feeds out of what is read: what they say goes to the sink. `onFeed` hears of each. */
export function createFeedDiversion(sink: FeedSink, report: Report, onFeed: () => void): Diversion {
  let recognised: { name: string; feed: Feed } | null = null;
  return {
    wants(name, head) {
      const feed = recogniseFeed(name, head);
      recognised = feed && { name, feed };
      return feed !== null;
    },
    async take(source) {
      if (recognised?.name !== source.name) return;
      onFeed();
      await recognised.feed.read(source, sink, report);
    },
  };
}
