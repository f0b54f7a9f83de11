import { WINDOWS_RELEASES } from '../model/windows-releases.ts';
import { captureLines, plainSpaces } from './capture-lines.ts';

/** A build with its revision, as Windows 10 and later tell both. */
export interface FullBuild {
  /** '10.0.17763' */
  version: string;
  /** 1999 of '10.0.17763.1999'; null where only the build is told. */
  revision: number | null;
}

/** 'Microsoft Windows [Version 10.0.17763.1999]', 'Microsoft Windows [版本 10.0.22000.194]', 'Microsoft Windows XP [Version 5.1.2600]' */
const BANNER =
  /^.{0,40}\bMicrosoft Windows(?: \w{1,8})? \[[^\][\d]{0,30}(\d{1,2})\.(\d{1,2})\.(\d{3,5})(?:\.(\d{1,5}))?\]/;
/** 'Version 1809 (OS Build 17763.1999)' of winver, 'OS build  19045.3803' of the settings' page. */
const TOLD = /(?<![\d.])(\d{5})\.(\d{1,5})(?![\d.])/;

/** The build that a line of a console or of `winver` tells; null where none does. */
export function fullBuildIn(text: string): FullBuild | null {
  for (const line of captureLines(text)) {
    const [, major, minor = '', build = '', revision] = BANNER.exec(line) ?? [];
    // '5.00.2195' of Windows 2000.
    if (major !== undefined) return { version: `${major}.${Number(minor)}.${build}`, revision: revisionOf(revision) };
    const [, told, own] = TOLD.exec(line) ?? [];
    const release = WINDOWS_RELEASES.find((each) => each.kernel === '10.0' && each.build === Number(told));
    if (release !== undefined && isAboutBuild(line))
      return { version: `10.0.${release.build}`, revision: revisionOf(own) };
  }
  return null;
}

/** In the languages of Western Europe and many others the line has one of these words. */
const isAboutBuild = (line: string): boolean =>
  /build|version|versi[oó]n|versão|版本|сборка|ビルド|빌드/i.test(plainSpaces(line));

/** A revision as printed; the 0 of '10.0.17763.0', which programs put in place of what they are not told, is none. */
export function revisionOf(printed: string | undefined): number | null {
  const revision = Number(printed ?? 0);
  return revision > 0 ? revision : null;
}
