/** A system whose updates were for one service pack alone from a day on. */
interface SupportedLevel {
  system: RegExp;
  /** When the support of the service pack before it had ended. */
  since: string;
  level: string;
}

/**
 * Windows Update names systems without their service packs, whose detection it leaves to rules. From the end of the
 * support of all earlier ones an update is for the last. Source: Microsoft's product lifecycle, 'end of servicing'.
 */
export const SUPPORTED_LEVELS: readonly SupportedLevel[] = [
  { system: /\bWindows (?:7|Server 2008 R2)\b/i, since: '2013-04-10', level: 'Service Pack 1' },
  { system: /\bWindows (?:Vista|Server 2008)\b(?! R2)/i, since: '2011-07-13', level: 'Service Pack 2' },
  { system: /\bWindows XP\b.{0,20}\bx64\b/i, since: '2009-04-15', level: 'Service Pack 2' },
  { system: /\bWindows XP\b/i, since: '2010-07-14', level: 'Service Pack 3' },
  { system: /\bWindows Server 2003\b/i, since: '2009-04-15', level: 'Service Pack 2' },
  { system: /\bWindows 2000\b/i, since: '2005-07-01', level: 'Service Pack 4' },
];
