/** Since when the monthly updates of some systems contain all before them. */
export interface ServicingModel {
  /** The keys of the families that are serviced so. */
  families: RegExp;
  /** The first cumulative month, `YYYY-MM-DD`. */
  from: string;
  /** Since when a month also has a security-only update, which contains no other; null where there has never been one. */
  securityOnlyFrom: string | null;
}

/**
 * Sources: 'Windows 10 update servicing cadence' (Microsoft, August 2018); 'Further simplifying servicing models for
 * Windows 7 and Windows 8.1' (Microsoft, August 2016), for these and their servers; 'Windows Server 2008 SP2 servicing
 * changes' (Microsoft, June 2018). Windows RT 8.1 goes with 8.1: Windows Update offers it roll-ups alone, but feeds name
 * security-only updates for it all the same (KB5020010).
 */
export const SERVICING_MODELS: readonly ServicingModel[] = [
  {
    families: /^windows-(?:10|11|server-(?:2016|2019|202\d|1[5-9]\d\d|2004|20h2|23h2))(?:-|$)/,
    from: '2015-07-29',
    securityOnlyFrom: null,
  },
  {
    families: /^windows-(?:7|8\.1|rt-8\.1|server-2008-r2|server-2012|server-2012-r2)$/,
    from: '2016-10-01',
    securityOnlyFrom: '2016-10-01',
  },
  { families: /^windows-server-2008$/, from: '2018-09-01', securityOnlyFrom: '2018-09-01' },
];
