/** 'SP81X86', 'SPSRV3X64SP2': service packs that have no article, as WES-NG numbers them. */
const SERVICE_PACK = /^SP[A-Z\d]{2,30}$/;
const UPDATE = /^(?:KB|Q)?0*(\d{3,9})$/i;

/** An update's number ('KB4493472', 'Q294370' or plain digits), or a service pack's own id; null for anything else. */
export function readUpdate(text: string): string | null {
  const trimmed = text.trim();
  return UPDATE.exec(trimmed)?.[1] ?? (SERVICE_PACK.test(trimmed) ? trimmed : null);
}

/** Several updates in one text, each once and joined by ';', and what was wrong with it, in words. */
export interface UpdateList {
  list: string;
  dirt: readonly string[];
}

/** '4018309;4011703', also glued with markup ('4018309<br><br>4011703') or with line ends behind. */
export function readUpdates(text: string): UpdateList {
  if (/^(?:\d{3,9}(?:;\d{3,9})*)?$/.test(text)) return { list: [...new Set(text.split(';'))].join(';'), dirt: [] };
  const dirt = new Set<string>();
  const ids = new Set<string>();
  for (const token of text.split(/[;,]/)) {
    if (token !== token.trim()) dirt.add('replaced updates with stray line ends or spaces');
    const parts = token.trim().split(/(?:<[^<>]{0,20}>|\s)+/);
    if (parts.length > 1) dirt.add('replaced updates glued with markup');
    for (const part of parts) {
      const id = readUpdate(part);
      if (id !== null) ids.add(id);
      else if (part !== '') dirt.add('replaced updates that are no KB number');
    }
  }
  return { list: [...ids].join(';'), dirt: [...dirt] };
}

/** Vulnerabilities of one cell: `[null]` where it names none. */
export interface CveList {
  ids: readonly (string | null)[];
  isMended: boolean;
}

/** 'CVE-2019-0708', 'ADV180002', a service pack's row ('SP7X64SP1'); also 'CVE20163247', 'cve-…' and two glued together. */
export function readCves(text: string): CveList {
  const trimmed = text.trim();
  if (/^(?:CVE-\d{4}-\d{3,7}|ADV\d{4,8})$/.test(trimmed)) return { ids: [trimmed], isMended: false };
  if (trimmed === '') return { ids: [null], isMended: false };
  if (SERVICE_PACK.test(trimmed)) return { ids: [trimmed], isMended: false };
  const found = [...trimmed.matchAll(/CVE-?(\d{4})-?(\d{3,7})|CAN-(\d{4})-(\d{4})|(ADV\d{4,8})/gi)].map(
    ([, year, number, canYear, canNumber, advisory]) =>
      advisory?.toUpperCase() ?? `CVE-${year ?? canYear}-${number ?? canNumber}`,
  );
  return { ids: found.length === 0 ? [null] : [...new Set(found)], isMended: true };
}
