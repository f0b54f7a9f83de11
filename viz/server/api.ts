import type { MapManifest } from '../../src/model/map-manifest.ts';
import type { ArticleText, NodeAnswer, NodeName, SearchAnswer, StatsAnswer } from './answers.ts';

/** The server was asked and said no, in a sentence. */
export class ServerRefusal extends Error {
  /** What may have been meant, where something was not in the graph. */
  readonly near: readonly NodeName[];
  constructor(sentence: string, near: readonly NodeName[]) {
    super(sentence);
    this.name = 'ServerRefusal';
    this.near = near;
  }
}

/** The server was not there. */
export class ServerGone extends Error {
  constructor() {
    super(
      `The server at ${location.origin} does not answer. Start it again with 'kbgraph serve' and try again; what the page shows stays as it is.`,
    );
    this.name = 'ServerGone';
  }
}

export function fetchStats(): Promise<StatsAnswer> {
  return fetchJson('/api/stats');
}

export function fetchMap(): Promise<MapManifest> {
  return fetchJson('/api/map');
}

export async function fetchBytes(path: string): Promise<ArrayBuffer> {
  return (await ask(path)).arrayBuffer();
}

export function fetchHits(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  return fetchJson(`/api/search?q=${encodeURIComponent(query)}`, signal);
}

export function fetchNode(id: string): Promise<NodeAnswer> {
  return fetchJson(`/api/node/${encodeURIComponent(id)}?limit=200`);
}

/** The current copy of an article, or the one that is named by its number. */
export function fetchArticleText(key: string, copy?: number): Promise<ArticleText> {
  return fetchJson(`/api/article/${encodeURIComponent(key)}/text${copy === undefined ? '' : `?copy=${copy}`}`);
}

/** Asks the API for JSON; throws ServerRefusal or ServerGone, or what an abort throws. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask(path, signal)).json() as Promise<T>;
}

async function ask(path: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ServerGone();
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => null)) as { error?: string; near?: NodeName[] } | null;
  throw new ServerRefusal(body?.error ?? `The server answered ${response.status} to ${path}.`, body?.near ?? []);
}
