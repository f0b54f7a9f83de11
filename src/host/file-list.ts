import type { ListedFile } from '../model/host.ts';
import { type CaptureFormat, NOTHING_KNOWN } from './capture-format.ts';
import { captureLines } from './capture-lines.ts';

/** Programs, libraries and drivers: what has a version. A folder may stand before the name. */
const FILE =
  /(?:^|[\s"',;=\\/|[(])([\w$~!@#%&+{}-][\w$~!@#%&+{}.-]{0,80}\.(?:exe|dll|sys|ocx|drv|cpl|ax|acm|tsp|scr|com|mui|tlb|efi|vxd|386|fon|nls|olb|msc|rll|ime|winmd|aspx|node))(?![\w.])/i;
/** '5.1.2600.5512', '5.00.2195.6717', '6,1,7601,17514'; words such as '(xpsp.080413-2111)' may follow. */
// An address of a network card follows a number in brackets: '[01]: 192.0.2.40'.
const VERSION = /(?<!\]\s?:\s{0,3})(?:^|[\s"',;=:|[(v])(\d{1,5}[.,]\d{1,5}[.,]\d{1,5}[.,]\d{1,5})(?![\d.])/i;
const MOST_APART = 160;
/** wmic's lists and PowerShell's have a property a line. */
const PROPERTY = /^\s*(\w{2,30})\s*[:=]\s*(.*)$/;
const NAME_PROPERTIES = new Set([
  'name',
  'filename',
  'originalfilename',
  'internalname',
  'path',
  'fullname',
  'caption',
]);
const VERSION_PROPERTIES = new Set(['version', 'fileversion', 'productversion', 'fileversionraw']);

/** A list of files with the versions of their builds, one a line or one a block of properties: filever, wmic datafile, PowerShell. */
export const fileList: CaptureFormat = {
  name: 'file-list',
  brief: "files with their versions, one a line ('ese.dll 5.5.2652.31'), also from filever, wmic or PowerShell",
  read(text) {
    // The registry's lists of updates name files too.
    if (/^\s*\[?HK(?:EY_|LM\\)/im.test(text)) return null;
    const files = new Map<string, ListedFile>();
    let pending: string | null = null;
    for (const line of captureLines(text)) {
      const named = FILE.exec(line);
      const name = named?.[1]?.toLowerCase() ?? null;
      const versioned = VERSION.exec(line);
      // Far apart on a long line they belong to other things: a page file's name and a network address.
      const isNear = named !== null && versioned !== null && Math.abs(named.index - versioned.index) <= MOST_APART;
      const version = name !== null && !isNear ? null : (versioned?.[1] ?? null);
      const [, property = ''] = PROPERTY.exec(line) ?? [];
      if (name !== null && version !== null) add(files, name, version);
      else if (name !== null && NAME_PROPERTIES.has(property.toLowerCase())) pending = name;
      else if (version !== null && pending !== null && VERSION_PROPERTIES.has(property.toLowerCase())) {
        add(files, pending, version);
        pending = null;
      }
    }
    if (files.size === 0) return null;
    return { ...NOTHING_KNOWN, files: [...files.values()] };
  },
};

function add(files: Map<string, ListedFile>, name: string, printed: string): void {
  const version = printed.split(/[.,]/).map(Number).join('.');
  files.set(`${name} ${version}`, { name, version });
}
