import type { CaptureFormat } from './capture-format.ts';
import { propertyRecords } from './property-records.ts';
import { readUpdateRecords } from './update-records.ts';

/** `wmic qfe list` as a table, brief or full, and with /format:csv or /format:list. */
export const wmicQfe: CaptureFormat = {
  name: 'wmic-qfe',
  brief: "the output of 'wmic qfe list', also with /format:csv or full",
  read(text) {
    const found = propertyRecords(text, 'hotfixid');
    if (found === null || !['table', 'delimited', 'equals-list'].includes(found.layout)) return null;
    // PowerShell's objects know where they were read.
    if (found.names.has('pscomputername') || found.names.has('source')) return null;
    return readUpdateRecords(found.records);
  },
};
