import { SERVICE_PACK_LADDERS } from '../../model/service-pack-ladders.ts';

const LADDERS = new Map(SERVICE_PACK_LADDERS.map((ladder) => [ladder.family, ladder]));

/** The service packs of a family that may be installed, oldest first; null where its ladder is not known. */
export function rungsOf(family: string): readonly string[] | null {
  const ladder = LADDERS.get(family);
  return ladder === undefined ? null : ladder.levels.filter((level) => !ladder.withdrawn?.includes(level));
}

/** Every level of a family that machines may have, withdrawn ones too; null where its ladder is not known. */
export function levelsOf(family: string): readonly string[] | null {
  return LADDERS.get(family)?.levels ?? null;
}

/** Whether a level was taken back: machines may have it, and nothing installs it. */
export function isWithdrawn(family: string, level: string): boolean {
  return LADDERS.get(family)?.withdrawn?.includes(level) === true;
}

/** The rung that a level stands for when it is to be installed: itself, or the one after a withdrawn one. */
export function standing(family: string, level: string): string {
  const ladder = LADDERS.get(family);
  if (ladder === undefined || !isWithdrawn(family, level)) return level;
  return ladder.levels.slice(ladder.levels.indexOf(level)).find((each) => !isWithdrawn(family, each)) ?? level;
}

/** Whether level `a` is `b` or a later one; levels of different kinds ('SR1' and '1') are never compared. */
export function isAtLeast(family: string, a: string, b: string): boolean {
  if (a === b) return true;
  const levels = levelsOf(family);
  if (levels !== null) {
    const [left, right] = [levels.indexOf(a), levels.indexOf(b)];
    return left >= 0 && right >= 0 && left >= right;
  }
  const [, prefix = '', number = '', letter = ''] = /^(SR)?(\d{1,2}(?:\.\d)?)([a-z]?)$/i.exec(a) ?? [];
  const [, ownPrefix = '', ownNumber = '', ownLetter = ''] = /^(SR)?(\d{1,2}(?:\.\d)?)([a-z]?)$/i.exec(b) ?? [];
  if (number === '' || ownNumber === '' || prefix !== ownPrefix) return false;
  return Number(number) > Number(ownNumber) || (Number(number) === Number(ownNumber) && letter >= ownLetter);
}

/** 'SP4', 'SR1'. */
export const levelName = (level: string): string => (/^\d/.test(level) ? `SP${level}` : level);
