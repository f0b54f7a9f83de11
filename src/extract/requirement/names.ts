import type { Mention } from '../reading/mentions.ts';
import { endsThing } from './objects.ts';

/**
 * Things that are required by a name that no list knows: 'Scripting Additions', 'Winsock 2.0 Update', 'TAPI 2.1',
 * 'Exchange Server policy module'. They are read where a sentence requires something that has no known name.
 */
const NAME =
  /(?<![\w.\\/-])(?:(?!Requires?\b|Required\b|Must\b|Needs?\b)[A-Z][\w+/&'-]{1,30}(?:\.(?:\w{1,8}))?)(?:\s(?:(?!Requires?\b|Required\b|Must\b|Needs?\b|Or\b|And\b)[A-Z][\w+/&'-]{0,30}(?:\.(?:\w{1,8}))?|versions?\s\d[\w.]{0,12}\w|build\s\d[\w.]{0,12}\w|[vV]?\d[\w.]{0,12}\w|\d|\([A-Z]\w{1,7}\)|for(?=\s[A-Z])|of(?=\s[A-Z])|and(?=\s[A-Z][\w-]{1,20}\s(?:Update|Upgrade|Pack|Patch|Hotfix))|(?:(?!and |or |to |is |are |the |for |with |on |in |of |that |which )[a-z]{3,12}\s)?(?:software|client|module|fix|hotfix|update|patch|programs?|add-in|components?|utility|tool|extensions?|library|controls?|engine|provider|toolkit|viewer|package)(?![\w-]))){0,9}/g;

/** Words that begin a sentence or clause and no name. */
const OPENING =
  /^(?:You|Your|To|If|The|This|These|That|Those|In|On|It|Its|Note|NOTE|IMPORTANT|Important|CAUTION|WARNING|Before|After|When|For|A|An|And|Or|But|As|At|By|From|All|Any|Each|Both|Also|However|Because|Since|Although|While|Once|Click|Type|Use|Install|Apply|Run|Some|Most|Other|Only|No|Not|With|Under|Make|Please|See|Microsoft|Therefore|Additionally|Finally|Then|First|Second|Windows)$/;
/** Hardware, rights, protocols and parts of the system: no fix, tool or product that one installs first. */
const NO_PRODUCT =
  /\b(?:registry|control panel|bios|abios|rom|ram|hal|mps|cd-rom|tcp\/ip|ipx|ipx\/spx|netbeui|nwlink|ssl|cpu|pentium|intel|mb|kb|vga|svga|dns|dhcp|wins|fat|ntfs|dos|exe|com|sys|386|usb|dma|irq|scsi|ide|mfm|tsr|web site|http|www)\b|\b(?:protocols?|drivers?|services?|adapters?|cards?|modems?|printers?|administrators?|keys?|modes?|licenses?|permissions?|rights|accounts?|servers?|computers?|systems?|files?|mouse|monitor|controller|users?|passwords?|id|menu|dialog|internet|networks?|domain|disks?|access|dlls|certificates?)$|^(?:dll|pc|firmware|smartrom)\b/i;
const VERSION = /\b(?:versions?\s|build\s)?v?\d{1,3}(?:\.\w{1,5}){1,3}\b|\bversions?\s\d/i;
const FIX = /\s(?:fix|hotfix|update|patch|upgrade|rollup)$/i;

/** A name with what its form says of it. */
export interface NamedThing {
  mention: Mention;
  /** Its version or its last word tells that it is software, whatever the sentence says. */
  sure: boolean;
}

/** The names of a sentence that look like software, in order. */
export function namesIn(text: string): NamedThing[] {
  const found: NamedThing[] = [];
  NAME.lastIndex = 0;
  for (let m = NAME.exec(text); m; m = NAME.exec(text)) {
    let from = m.index;
    let name = m[0];
    for (let word = /^\S+/.exec(name)?.[0] ?? ''; OPENING.test(word); word = /^\S+/.exec(name)?.[0] ?? '') {
      const rest = name.slice(word.length).trimStart();
      // 'Windows 2000 Adminpak': the year belongs to the name.
      if (/^\d/.test(rest) && / [A-Z]/.test(rest)) break;
      from += name.length - rest.length;
      name = rest;
    }
    const capitals = (name.match(/(?:^|\s)\(?[A-Z]/g) ?? []).length;
    const sure = VERSION.test(name) || FIX.test(name);
    // 'QuickTime', 'Win32s'; an acronym alone says too little.
    const odd =
      /^[A-Z][a-z]+[A-Z0-9]\w*$/.test(name) || /\s(?:client|toolkit|viewer|add-in|engine|provider)$/.test(name);
    // The one acronym that names a fix; with its article beside it, the article is meant.
    if (name === 'SRP' && !/^\s\((?:Q|KB)\d/.test(text.slice(from + 3, from + 8))) {
      found.push({ sure: true, mention: { kind: 'fix', name, from, to: from + 3 } });
      continue;
    }
    if (
      !/^[A-Z](?:[A-Za-z]|\s(?:version\s)?\d)/.test(name) ||
      /^[Vv]ersions?\s/.test(name) ||
      NO_PRODUCT.test(name) ||
      (!sure && capitals < 2 && !odd)
    )
      continue;
    const to = from + name.length;
    const written = name.replace(/\bversions?\s/gi, '').replace(/\bbuild\s/g, '');
    found.push({
      sure,
      mention: FIX.test(name)
        ? { kind: 'fix', name, from, to }
        : {
            kind: 'product',
            product: { names: [written], base: written, versions: [''], edition: '', next: 0 },
            orLater: /^\s?\(?(?:or|and) (?:later|higher|greater|above|newer)/i.test(text.slice(to, to + 12)),
            from,
            to,
          },
    });
  }
  return found;
}

/** The mentions of a sentence with its names: a name takes the place of a mention that is only a part of it. */
export function withNames(
  text: string,
  mentions: readonly Mention[],
): { merged: Mention[]; unsure: ReadonlySet<Mention> } {
  const names = namesIn(text).filter(({ mention: { from, to } }) =>
    mentions.every(
      (known) =>
        known.to <= from || known.from >= to || (from <= known.from && known.to < to && !endsThing(text, known.to)),
    ),
  );
  const covered = (known: Mention): boolean =>
    names.some(({ mention: { from, to } }) => from <= known.from && known.to <= to);
  return {
    merged: [...mentions.filter((known) => !covered(known)), ...names.map(({ mention }) => mention)].sort(
      (a, b) => a.from - b.from,
    ),
    unsure: new Set(names.filter(({ sure }) => !sure).map(({ mention }) => mention)),
  };
}

/** A fix as an earlier sentence names it in full: 'the Rollup fix' after 'the SP6 RADIUS Rollup fix'. */
export function fullName(text: string, name: string): string {
  if (/-fix$/i.test(name) || name.split(' ').length > 2) return name;
  const at = text.indexOf(name);
  const before = at > 0 ? /(?:[A-Z][\w-]{0,20}\s{1,12}){1,4}$/.exec(text.slice(Math.max(0, at - 90), at)) : null;
  return before ? `${before[0].replace(/^(?:(?:The|This|A)|.*\bRequires?)\s+/, '')}${name}`.replace(/\s+/g, ' ') : name;
}
