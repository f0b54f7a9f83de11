import type { EdgeKind, GraphEdge, GraphNode } from '../../src/model/graph.ts';
import type { GraphView } from '../../src/model/graph-view.ts';
import { arrayView, someEdge, someNode } from './array-view.ts';

const OFFICE = { family: 'exchange-server-5.5', line: 'Exchange Server', version: '5.5' };
const OLD = { family: 'exchange-server-5.0', line: 'Exchange Server', version: '5.0' };
const NT4 = { family: 'windows-nt-4.0', line: 'Windows NT', version: '4.0' };
const TSE = { family: 'windows-nt-server-4.0-terminal-server-edition', line: 'Windows NT', version: '4.0' };

const product = (key: string, label: string, attributes: object) => someNode(`product:${key}`, { label, attributes });
const pack = (family: typeof OFFICE, name: string, level: string) =>
  someNode(`service-pack:${family.family}-sp${level}`, {
    label: `${name} SP${level}`,
    attributes: { ...family, level },
  });
const present = (id: string, label: string, keywords: string[] = []) =>
  someNode(`article:${id}`, { label, attributes: { keywords } });

const NODES: readonly GraphNode[] = [
  someNode('family:exchange-server-5.5', { label: 'Exchange Server 5.5', attributes: OFFICE }),
  someNode('family:exchange-server-5.0', { label: 'Exchange Server 5.0', attributes: OLD }),
  someNode('family:windows-nt-4.0', { label: 'Windows NT 4.0', attributes: NT4 }),
  product('exchange-server-5.5', 'Exchange Server 5.5', OFFICE),
  product('exchange-server-5.0', 'Exchange Server 5.0', OLD),
  product('windows-nt-server-4.0', 'Windows NT Server 4.0', NT4),
  product('windows-nt-server-4.0-terminal-server-edition', 'Windows NT Server 4.0 Terminal Server Edition', TSE),
  ...['1', '2', '3', '4'].map((level) => pack(OFFICE, 'Exchange Server 5.5', level)),
  ...['3', '4', '5', '6', '6a'].map((level) => pack(NT4, 'Windows NT 4.0', level)),
  pack(TSE, 'Windows NT Server 4.0 Terminal Server Edition', '6'),
  someNode('file:queue.dll'),
  someNode('file:sock.dll'),
  someNode('fix:queue2-fix', { label: 'Queue2-fix' }),
  present('900001', 'Queue stops sorting of letters', ['kbqueue']),
  present('900002', 'Queue loses letters at night', ['kbqueue']),
  present('900003', 'Fixes for the queue of letters', ['kbqueue']),
  present('900004', 'Backup stops after the queue fix is installed'),
  present('900005', 'Sockets wait for each other'),
  present('900006', 'Fonts look thin after the service pack is installed'),
  present('900007', 'Clock jumps after the service pack is installed'),
  present('900008', 'List of what a service pack corrects'),
  present('900009', 'Older queue on an older server'),
];

/** `[from, kind, to, more]` between the nodes above. */
type Line = readonly [string, EdgeKind, string, Partial<GraphEdge>?];
const build = (version: string | null, platform: string | null = null, date: string | null = null) => ({
  file: { version, platform, date, size: null },
});

const LINES: readonly Line[] = [
  ['900001', 'ships', 'file:queue.dll', build('5.5.2600.3')],
  ['900001', 'fixed-in', 'service-pack:exchange-server-5.5-sp3'],
  ['900001', 'applies-to', 'product:exchange-server-5.5'],
  ['900001', 'requires', 'service-pack:exchange-server-5.5-sp2'],
  ['900002', 'ships', 'file:queue.dll', build('5.5.2700')],
  ['900002', 'applies-to', 'product:exchange-server-5.5'],
  ['900002', 'applies-to', 'product:exchange-server-5.0'],
  ['900002', 'requires', 'service-pack:exchange-server-5.5-sp3'],
  ['900003', 'ships', 'file:queue.dll', { ...build('5.5.2702.1'), scope: { release: 'March' } }],
  ['900003', 'ships', 'file:queue.dll', { ...build('5.5.2701.9'), scope: { release: 'January' } }],
  ['900003', 'ships', 'file:queue.dll', build('5.5.2702.1')],
  ['900003', 'applies-to', 'product:exchange-server-5.5'],
  ['900003', 'includes', '900004'],
  ['900003', 'publishes', 'fix:queue2-fix'],
  ['900003', 'supersedes', '900002', { basis: 'inferred', because: 'queue.dll 5.5.2701.9 against 5.5.2700' }],
  ['900004', 'broken-by', '900003'],
  ['900004', 'fixed-in', 'service-pack:exchange-server-5.5-sp4'],
  ['900008', 'includes', '900004'],
  ['900009', 'ships', 'file:queue.dll', build('5.0.1460.2')],
  ['900009', 'applies-to', 'product:exchange-server-5.0'],
  ['900009', 'applies-to', 'product:exchange-server-5.5'],
  [
    '900005',
    'ships',
    'file:sock.dll',
    { ...build('4.0.1381.33472', 'Intel'), scope: { product: 'Windows NT Server 4.0 Terminal Server Edition' } },
  ],
  ['900005', 'ships', 'file:sock.dll', { ...build('4.0.1381.7086', 'Intel'), scope: { product: 'Windows NT 4.0' } }],
  ['900005', 'ships', 'file:sock.dll', { ...build(null, 'Alpha', '2000-11-15'), scope: { product: 'Windows NT 4.0' } }],
  ['900005', 'applies-to', 'product:windows-nt-server-4.0'],
  ['900005', 'applies-to', 'product:windows-nt-server-4.0-terminal-server-edition'],
  ['900006', 'broken-by', 'service-pack:windows-nt-4.0-sp4'],
  ['900006', 'fixed-in', 'service-pack:windows-nt-4.0-sp6a'],
  ['900007', 'broken-by', 'service-pack:windows-nt-4.0-sp3'],
  ['service-pack:exchange-server-5.5-sp3', 'service-pack-of', 'family:exchange-server-5.5'],
  ...['3', '4', '5', '6', '6a'].map(
    (level): Line => [`service-pack:windows-nt-4.0-sp${level}`, 'service-pack-of', 'family:windows-nt-4.0'],
  ),
];

/** A graph of files, service packs and breakage, in the families that the program knows. */
export function postOfficeGraph(): GraphView {
  const indexes = new Map(NODES.map(({ id }, index) => [id, index]));
  const at = (name: string) => indexes.get(/^\d/.test(name) ? `article:${name}` : name)!;
  return arrayView(
    NODES,
    LINES.map(([from, kind, to, more]) => someEdge(at(from), kind, at(to), more)),
  );
}
