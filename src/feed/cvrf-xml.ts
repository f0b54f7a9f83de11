import { emitVulnerability, type Threat, type VendorFix, type Vulnerability } from './cvrf/vulnerability.ts';
import type { Feed } from './feed.ts';
import { readDay } from './values/days.ts';
import { readRestart } from './values/restarts.ts';
import { readXml, type XmlListener } from './xml/read-xml.ts';

/** A vulnerability while it is read. */
interface OpenVulnerability {
  cve: string;
  title: string;
  threats: Threat[];
  fixes: VendorFix[];
}

/** MSRC's security updates in CVRF, XML. Source: http://docs.oasis-open.org/csaf/csaf-cvrf/v1.2/ */
export const cvrfXml: Feed = {
  name: 'cvrf',
  recognises: ({ text }) => /<(?:\w+:)?cvrfdoc[\s>]/.test(text),
  read(source, sink, report) {
    const names = new Map<string, string>();
    const found: Vulnerability[] = [];
    let date: string | null = null;
    let open: OpenVulnerability = { cve: '', title: '', threats: [], fixes: [] };
    let products: string[] = [];
    let fields = new Map<string, string>();
    const listener: XmlListener = {
      open(name) {
        if (name === 'Vulnerability') open = { cve: '', title: '', threats: [], fixes: [] };
        if (name !== 'Remediation' && name !== 'Threat') return;
        products = [];
        fields = new Map();
      },
      close(name, text, path, attributes) {
        const parent = path.at(-2);
        if (name === 'CurrentReleaseDate') date = readDay(text);
        else if (name === 'FullProductName') names.set(attributes.ProductID ?? '', text);
        else if (parent === 'Remediation' || parent === 'Threat') {
          if (name === 'ProductID') products.push(text);
          else fields.set(name, text);
        } else if (name === 'Threat') {
          const kind = THREATS[attributes.Type ?? ''];
          if (kind !== undefined) open.threats.push({ kind, text: fields.get('Description') ?? '', products });
        } else if (name === 'Remediation' && attributes.Type === 'Vendor Fix') {
          const updates = fields.get('Description') ?? '';
          const replaces = fields.get('Supercedence') ?? '';
          const build = fields.get('FixedBuild') ?? '';
          const restart = readRestart('RestartRequired', fields.get('RestartRequired') ?? '');
          open.fixes.push({ updates, replaces, build, restart, date: null, products });
        } else if (parent === 'Vulnerability' && name === 'CVE') open.cve = text;
        else if (parent === 'Vulnerability' && name === 'Title') open.title = text;
        else if (name === 'Vulnerability') found.push({ ...open, date });
      },
    };
    readXml(source, report, listener);
    sink.source({ feed: 'cvrf', file: source.name, date });
    for (const [at, vulnerability] of found.entries()) emitVulnerability(vulnerability, at + 1, names, sink);
  },
};

const THREATS: Readonly<Record<string, Threat['kind']>> = { Impact: 'impact', Severity: 'severity' };
