import type { Report } from '../model/diagnostic.ts';
import { containerOf, isPassedOver, leavesArchive } from './member-name.ts';
import { formatBytes, type ReadLimits } from './read-limits.ts';

/** What an archive says of one of its members. */
export interface Member {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  size: number;
}

/** Decides what of an archive may be read, and reports what may not. */
export interface ArchiveGuard {
  /** Whether to read a member, before any of it is unpacked; its size is another question. */
  admits(member: Member): boolean;
  /** Whether a member is small enough: as text, or as a feed, which is streamed. */
  fits(member: Member, as: 'text' | 'feed'): boolean;
  /** Whether a member that was unpacked from so many bytes is a plausible one. */
  isPlausible(member: Member, packedBytes: number): boolean;
  /** Whether to go on, after so much of the archive. */
  mayGoOn(unpackedBytes: number, packedBytes: number): boolean;
  /** Reports that a member, or the whole archive (null), is not read. */
  refuse(member: string | null, rule: string, message: string): void;
  /** Reports that the archive is damaged after some of it was read. */
  damaged(detail: string): void;
}

/** A guard over one archive; `archive` is its path as it was given. */
export function createArchiveGuard(archive: string, limits: ReadLimits, report: Report): ArchiveGuard {
  const refuse = (member: string | null, rule: string, message: string): false => {
    report({ source: member === null ? archive : `${archive}!${member}`, rule, message });
    return false;
  };
  return {
    refuse,
    admits({ name, kind }) {
      if (kind === 'folder') return false;
      if (leavesArchive(name)) {
        return refuse(name, 'read/leaves-archive', 'The name points outside the archive, so this entry is not read.');
      }
      if (isPassedOver(name)) return false;
      if (kind === 'link') return refuse(name, 'read/link', 'Links inside an archive are not followed.');
      if (kind === 'other') return refuse(name, 'read/not-a-file', 'This entry is neither a file nor a folder.');
      if (containerOf(name) !== null) {
        return refuse(name, 'read/nested-archive', 'An archive inside an archive is not read; unpack it first.');
      }
      return true;
    },
    fits({ name, size }, as) {
      const most = as === 'text' ? limits.fileBytes : limits.feedBytes;
      if (size <= most) return true;
      const limit = formatBytes(most);
      return refuse(name, 'read/too-large', `The entry is ${formatBytes(size)} large; at most ${limit} are read.`);
    },
    isPlausible({ name, size }, packedBytes) {
      if (size <= limits.bombFloor || size <= packedBytes * limits.bombRatio) return true;
      const times = Math.round(size / Math.max(1, packedBytes));
      return refuse(
        name,
        'read/bomb',
        `The entry unpacks to ${formatBytes(size)}, ${times} times its packed size; at most ${limits.bombRatio} times are read.`,
      );
    },
    mayGoOn(unpackedBytes, packedBytes) {
      const isTooMuch = unpackedBytes > limits.archiveBytes;
      const isBomb = unpackedBytes > limits.archiveFloor && unpackedBytes > packedBytes * limits.bombRatio;
      if (!isTooMuch && !isBomb) return true;
      const limit = isTooMuch ? formatBytes(limits.archiveBytes) : `${limits.bombRatio} times the packed size`;
      const message = `The archive unpacks to more than ${limit}; the rest of it is not read.`;
      report({ source: archive, rule: 'read/bomb', message });
      return false;
    },
    damaged(detail) {
      const message = `The archive is damaged or cut off (${detail}); what stands before the damage was read.`;
      report({ source: archive, rule: 'read/damaged-archive', message });
    },
  };
}
