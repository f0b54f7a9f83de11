import type { CaptureFormat } from './capture-format.ts';
import { propertyRecords } from './property-records.ts';
import { readUpdateRecords } from './update-records.ts';

/** PowerShell's `Get-HotFix` as a table, a list or CSV, whole or with chosen properties. */
export const getHotFix: CaptureFormat = {
  name: 'get-hotfix',
  brief: "the output of PowerShell's Get-HotFix",
  read(text) {
    const found = propertyRecords(text, 'hotfixid');
    if (found === null) return null;
    const isPowerShell =
      found.layout === 'ruled-table' ||
      found.layout === 'colon-list' ||
      found.names.has('pscomputername') ||
      found.names.has('source');
    return isPowerShell ? readUpdateRecords(found.records) : null;
  },
};
