/**
 * One service pack's or product's name without what its spellings differ in: 'SMS 2.0 SP4' and 'Systems Management Server
 * 2.0 SP4', 'Windows NT Server 4.0 SP4' and 'Windows NT 4.0 SP4' are one, as editions share their packs.
 */
export const sameName = (name: string): string =>
  name
    .replace(/^Systems Management Server/, 'SMS')
    .replace(/^Internet Explorer/, 'IE')
    .replace(/^(Exchange|SNA) Server/, '$1')
    .replace(/^(Windows NT) (?:Server|Workstation) (\d\.\d+)(?: Enterprise Edition)?(?= SP\d)/, '$1 $2')
    .replace(/ \([A-Z]\w{1,5}\)/, '');
