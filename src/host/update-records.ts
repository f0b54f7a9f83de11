import type { HostCapture } from '../model/host.ts';
import { NOTHING_KNOWN } from './capture-format.ts';
import type { PropertyRecord } from './property-records.ts';
import { sortUpdates, updatesIn } from './update-ids.ts';

/**
 * What the objects of Win32_QuickFixEngineering say of the machine. ServicePackInEffect is no level of the machine's:
 * it names the service pack that will hold the update.
 */
export function readUpdateRecords(records: readonly PropertyRecord[]): Omit<HostCapture, 'format' | 'source'> {
  const told = records.map(nameOfUpdate).filter((name) => name !== '');
  const [host = null] = ['csname', 'pscomputername', '__server', 'source', 'node'].flatMap((name) => {
    const named = records.map((record) => record.get(name) ?? '').find((value) => /^[\w.-]{1,64}$/.test(value));
    return named ?? [];
  });
  return {
    ...NOTHING_KNOWN,
    host,
    ...sortUpdates(told),
    hasUpdateList: true,
  };
}

/** The id; where that is 'File 1' (Windows XP's packages of several files), the service pack's column may hold the article. */
function nameOfUpdate(record: PropertyRecord): string {
  const id = record.get('hotfixid') ?? '';
  if (updatesIn(id).length > 0) return id;
  const other = ['servicepackineffect', 'description', 'caption'].find(
    (name) => updatesIn(record.get(name) ?? '').length > 0,
  );
  return other === undefined ? id : (updatesIn(record.get(other)!)[0]?.printed ?? id);
}
