import type { HostCapture } from '../model/host.ts';

/** One way in which machines tell what is installed on them. */
export interface CaptureFormat {
  name: string;
  /** What it is, for help and for the sentence about a capture that nothing reads. */
  brief: string;
  /** What the text says, or null where it is no capture of this format. */
  read(text: string): Omit<HostCapture, 'format' | 'source'> | null;
}

/** The parts that a format does not know. */
export const NOTHING_KNOWN: Omit<HostCapture, 'format' | 'source'> = {
  host: null,
  system: { name: null, version: null, revision: null, servicePack: null, architecture: null },
  updates: [],
  unnamed: [],
  hasUpdateList: false,
  announced: null,
  files: [],
};
