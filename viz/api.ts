import type { MapManifest } from '../src/model/map-manifest.ts';
import type { ArticleText, Neighbourhood, NodeAnswer, SearchHit } from './answers.ts';

/** The server was asked and said no, in a sentence. */
export class ServerRefusal extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.name = 'ServerRefusal';
    this.status = status;
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

export function fetchStats(): Promise<unknown> {
  return fetchJson('/api/stats');
}

export function fetchMap(): Promise<MapManifest> {
  return fetchJson('/api/map');
}

export async function fetchBytes(path: string): Promise<ArrayBuffer> {
  return (await ask(path)).arrayBuffer();
}

export async function fetchHits(query: string, signal: AbortSignal): Promise<SearchHit[]> {
  const answer = await fetchJson<{ hits: SearchHit[] }>(`/api/search?q=${encodeURIComponent(query)}`, signal);
  return answer.hits;
}

export function fetchNode(id: string): Promise<NodeAnswer> {
  return fetchJson(`/api/node/${encodeURIComponent(id)}`);
}

export function fetchNeighbourhood(id: string): Promise<Neighbourhood> {
  return fetchJson(`/api/neighbourhood/${encodeURIComponent(id)}`);
}

export function fetchArticleText(key: string): Promise<ArticleText> {
  return fetchJson(`/api/article/${encodeURIComponent(key)}/text`);
}

async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
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
  const body = (await response.json().catch(() => null)) as { error?: string } | null;
  throw new ServerRefusal(response.status, body?.error ?? `The server answered ${response.status} to ${path}.`);
}
