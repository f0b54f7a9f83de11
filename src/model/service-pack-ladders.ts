/** The service packs of one family, oldest first. */
export interface ServicePackLadder {
  /** The family's key: 'windows-nt-4.0'. */
  family: string;
  levels: readonly string[];
  /** Levels that were taken back: recognised on machines, never to be installed anew. */
  withdrawn?: readonly string[];
}

/** The ladders that are known whole; no rung is ever taken from another family's. */
export const SERVICE_PACK_LADDERS: readonly ServicePackLadder[] = [
  { family: 'windows-nt-3.1', levels: ['1', '2', '3'] },
  { family: 'windows-nt-3.5', levels: ['1', '2', '3'] },
  { family: 'windows-nt-3.51', levels: ['1', '2', '3', '4', '5'] },
  { family: 'windows-nt-4.0', levels: ['1', '2', '3', '4', '5', '6', '6a'], withdrawn: ['6'] },
  { family: 'windows-nt-server-4.0-terminal-server-edition', levels: ['4', '5', '6'] },
  { family: 'windows-2000', levels: ['1', '2', '3', '4'] },
  { family: 'windows-xp', levels: ['1', '1a', '2', '3'] },
  { family: 'windows-server-2003', levels: ['1', '2'] },
  { family: 'windows-vista', levels: ['1', '2'] },
  { family: 'windows-server-2008', levels: ['2'] },
  { family: 'windows-7', levels: ['1'] },
  { family: 'windows-server-2008-r2', levels: ['1'] },
  { family: 'exchange-server-4.0', levels: ['1', '2', '3', '4', '5'] },
  { family: 'exchange-server-5.0', levels: ['1', '2'] },
  { family: 'exchange-server-5.5', levels: ['1', '2', '3', '4'] },
  { family: 'exchange-2000-server', levels: ['1', '2', '3'] },
  { family: 'exchange-server-2003', levels: ['1', '2'] },
  { family: 'exchange-server-2007', levels: ['1', '2', '3'] },
  { family: 'sql-server-6.5', levels: ['1', '2', '3', '4', '5', '5a'] },
  { family: 'sql-server-7.0', levels: ['1', '2', '3', '4'] },
  { family: 'sql-server-2000', levels: ['1', '2', '3', '3a', '4'] },
  { family: 'sql-server-2005', levels: ['1', '2', '3', '4'] },
  { family: 'systems-management-server-1.2', levels: ['1', '2', '3', '4'] },
  { family: 'systems-management-server-2.0', levels: ['1', '2', '3', '4', '5'] },
  { family: 'sna-server-3.0', levels: ['1', '2', '3', '4'] },
  { family: 'sna-server-4.0', levels: ['1', '2', '3', '4'] },
];
