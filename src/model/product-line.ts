/**
 * How one line of products is named, so that every spelling of it folds into one identity.
 * A name belongs to a line only if the line accounts for each of its words: 'Exchange Windows 95/98 client'
 * begins like Exchange Server, but nothing below knows 'client', so it stays a product of its own.
 */
export interface ProductLine {
  /** Without version and edition: 'Exchange Server'. */
  name: string;
  /** The lines that belong together on a map ('Windows 95' and 'Windows 98'); absent where the line stands alone. */
  group?: string;
  /** Other ways to begin the name, in lower case and without punctuation: 'exchange'. */
  spellings?: readonly string[];
  /** The version, where the name holds it ('Windows 2000'); else it is read from the words that follow. */
  version?: string;
  /** Versions that are written in several ways: `{'4.0': ['4']}`. */
  versions?: Readonly<Record<string, readonly string[]>>;
  /** The versions that exist, where the name alone is too general ('Windows 3.1'); others are no product of this line. */
  only?: readonly string[];
  /** Versions at which the line has another name: `{'2000': 'Exchange 2000 Server'}`; the version is part of it. */
  named?: Readonly<Record<string, string>>;
  /** Products of one version that stand before it ('Windows NT Server 4.0'), with other ways to write them. */
  variants?: Readonly<Record<string, readonly string[]>>;
  /** What follows the version ('Enterprise Edition'), in the order of printing, with other ways to write it. */
  editions?: Readonly<Record<string, readonly string[]>>;
  /** Words that may stand in a name and tell nothing apart. */
  drop?: readonly string[];
  /** Editions that have a ladder of service packs of their own, and the family that they follow. */
  follows?: Readonly<Record<string, string>>;
  /** Editions that come with one variant only: 'Terminal Server Edition' is Windows NT Server even where 'Server' is left out. */
  implies?: Readonly<Record<string, string>>;
  /** A second, finer version that may follow ('Outlook 97 8.03'); it makes another product of the same family. */
  releases?: boolean;
  /** Editions that exist at one version only. */
  onlyAt?: Readonly<Record<string, string>>;
}

/** Editions with service packs of their own on whatever line they appear: another platform's, or another generation's. */
export const SERVICED_APART: readonly string[] = [
  '.NET 2002',
  '.NET 2003',
  'Scripting Edition',
  'for HP-UX',
  'for Macintosh',
  'for MS-DOS',
  'for UNIX',
  'for Windows CE',
];

/** Languages that an edition of any product may be in. */
export const LANGUAGE_EDITIONS: Readonly<Record<string, readonly string[]>> = {
  English: ['english edition', 'us english'],
  French: ['french edition'],
  German: ['german edition'],
  Spanish: ['spanish edition'],
  Japanese: ['japanese edition'],
  Korean: ['korean edition'],
  'Pan Chinese': ['pan chinese edition'],
  'Traditional Chinese': ['traditional chinese edition'],
  'Simplified Chinese': ['simplified chinese edition'],
};
