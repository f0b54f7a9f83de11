/** Since when the monthly updates of some systems contain all before them. */
export interface ServicingModel {
  /** The keys of the families that are serviced so. */
  families: RegExp;
  /** The first cumulative month, `YYYY-MM-DD`. */
  from: string;
  /** Whether a month also has a security-only update, which contains no other. */
  hasSecurityOnly: boolean;
}

/**
 * Sources: 'Windows 10 update servicing cadence' (2018), 'Simplifying updates for Windows 7 and 8.1' (2016) and 'Windows
 * Server 2008 SP2 servicing changes' (2018), all of Microsoft's Windows IT Pro blog.
 */
export const SERVICING_MODELS: readonly ServicingModel[] = [
  {
    families: /^windows-(?:10|11|server-(?:2016|2019|202\d|1[5-9]\d\d|2004|20h2|23h2))(?:-|$)/,
    from: '2015-07-29',
    hasSecurityOnly: false,
  },
  { families: /^windows-server-2008$/, from: '2018-09-01', hasSecurityOnly: true },
  {
    families: /^windows-(?:7|8\.1|rt-8\.1|8-embedded|server-2008-r2|server-2012|server-2012-r2)$/,
    from: '2016-10-01',
    hasSecurityOnly: true,
  },
];
