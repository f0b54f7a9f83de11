import type { MapManifest } from '../../src/model/map-manifest.ts';
import { type GraphData, loadGraphData, loadPlaces, type Places } from './graph-data.ts';
import type { FetchBytes } from './sections.ts';

/** The graph as it arrives: first what the map needs, then the rest. Asked again after a failure, it tries again. */
export interface GraphSource {
  places(): Promise<Places>;
  graph(): Promise<GraphData>;
}

/** Loads each part once. */
export function createGraphSource(fetchManifest: () => Promise<MapManifest>, fetchBytes: FetchBytes): GraphSource {
  const places = retried(async () => loadPlaces(await fetchManifest(), fetchBytes));
  return { places, graph: retried(async () => loadGraphData(await places(), fetchBytes)) };
}

/** Calls `load` at the first question, and again at the first one after it failed. */
function retried<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
