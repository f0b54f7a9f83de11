import type { Mention } from '../reading/mentions.ts';

const OPERATING_SYSTEM =
  /^(?:Windows(?: NT| 2000| XP| Server| Me| Vista| 7| 8| for Workgroups| Millennium Edition| NT Server| NT Workstation| 2000 (?:Advanced |Datacenter )?Server| 2000 Professional| XP Professional| XP Home Edition)?|WinNT|NT|NT Server|NT Workstation|MS-DOS|OS\/2|WfW|WFWG|Windows 9x)$/;

/** Without its edition. */
const lineOf = (base: string): string => base.replace(/ (?:Server|Workstation|Professional)$/, '');

/** Two systems, or two levels of one product, cannot both be there: 'Windows 95 and Windows 98', 'SP5 and SP6'. */
export function areAlternatives(a: Mention, b: Mention): boolean {
  if (!('product' in a) || !('product' in b)) return false;
  const [first, second] = [a.product?.base ?? '', b.product?.base ?? ''];
  if (/Pack|Kit/.test(`${a.product?.edition} ${b.product?.edition}`)) return false;
  // 'Windows NT Server 4.0 and Windows NT 4.0 Service Pack 3' are there together.
  const packs = [a, b].filter((m) => m.kind === 'service-pack').length;
  if (packs === 1 && first !== '' && second !== '' && lineOf(first) === lineOf(second)) return false;
  if (first !== '' && first === second) return true;
  if (a.kind === 'service-pack' && b.kind === 'service-pack' && second === '') return true;
  return OPERATING_SYSTEM.test(first) && OPERATING_SYSTEM.test(second);
}
