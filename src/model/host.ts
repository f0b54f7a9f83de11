import type { Architecture } from './advisories.ts';

/** The operating system, as far as a capture tells it; what it does not tell is null. */
export interface HostSystem {
  /** As printed, white space and trade marks made plain: 'Microsoft Windows 10 Enterprise'. */
  name: string | null;
  /** '10.0.17134', '5.2.3790': major, minor and build. */
  version: string | null;
  /** The revision of that build, which every cumulative update raises: 1999 of '10.0.17763.1999'. */
  revision: number | null;
  /** The level alone: '3', '6a'; '' where the capture shows that there is none. */
  servicePack: string | null;
  architecture: Architecture | null;
}

/** One update that a capture lists. */
export interface ListedUpdate {
  /** Digits only: '4487029'. */
  id: string;
  /** As printed: 'KB893803v2 - Update'. */
  printed: string;
}

/** A file on the machine with the version of its build. */
export interface ListedFile {
  /** Without its folder, in lower case: 'ntoskrnl.exe'. */
  name: string;
  /** Four numbers: '5.1.2600.5512'. */
  version: string;
}

/** What one capture of a machine says, nothing of it compared with a graph. */
export interface HostCapture {
  /** The name of the format that read it: 'systeminfo'. */
  format: string;
  /** The file that it came from, or '-'. */
  source: string;
  /** The machine's name, or null. */
  host: string | null;
  system: HostSystem;
  /** In the order of the capture, each id once. */
  updates: ListedUpdate[];
  /** Lines of the list of updates that name no article: 'File 1'. */
  unnamed: string[];
  /** Whether there is a list of updates at all, also an empty one. */
  hasUpdateList: boolean;
  /** How many updates the capture says that it lists, where that is more than it does list; else null. */
  announced: number | null;
  files: ListedFile[];
}
