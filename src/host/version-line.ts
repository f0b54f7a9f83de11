import { type CaptureFormat, NOTHING_KNOWN } from './capture-format.ts';
import { captureLines } from './capture-lines.ts';
import { fullBuildIn } from './full-build.ts';
import { plainSystemName } from './system-words.ts';
import { updatesIn } from './update-ids.ts';

/** A console's banner, winver's window or the settings' page is a few lines. */
const MOST_LINES = 15;
/** What belongs to other formats: a table of updates, files, keys. */
const OTHER = /\bhotfixid\b|\.(?:exe|dll|sys)\b|\bHK(?:EY_|LM\\)/i;
/** 'The Windows 10 Pro operating system and its user interface …', 'Edition  Windows Server 2019 Standard'. */
const NAME =
  /\bWindows (?:Server )?(?:10|11|20\d\d)(?: (?:R2|Pro|Home|Enterprise|Education|Standard|Datacenter|LTSC|for Workstations|N))*\b/;

/** The version of Windows alone, with its build and revision: what `ver` prints, `winver` shows, the settings list. */
export const versionLine: CaptureFormat = {
  name: 'version-line',
  brief: "the version with its build and revision ('ver', winver: '10.0.17763.1999')",
  read(text) {
    const lines = captureLines(text).filter((line) => line.trim() !== '');
    if (lines.length > MOST_LINES || OTHER.test(text) || updatesIn(text).length > 0) return null;
    const told = fullBuildIn(text);
    if (told === null) return null;
    const name = NAME.exec(plainSystemName(text))?.[0] ?? null;
    return { ...NOTHING_KNOWN, system: { ...NOTHING_KNOWN.system, name, ...told } };
  },
};
