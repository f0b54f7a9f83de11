import { emitVulnerability, type Threat } from './cvrf/vulnerability.ts';
import type { Feed } from './feed.ts';
import type { Json } from './json/json.ts';
import { readJson } from './json/read-json.ts';
import { readDay } from './values/days.ts';
import { readRestart } from './values/restarts.ts';

/** Numbers of MSRC's API: a remediation of type 2 is a vendor's fix, 5 a known issue. */
const VENDOR_FIX = '2';
const THREATS: Readonly<Record<string, Threat['kind']>> = { 0: 'impact', 3: 'severity' };

/** MSRC's security updates in CVRF, JSON. Source: https://api.msrc.microsoft.com/cvrf/v3.0/swagger/index */
export const cvrfJson: Feed = {
  name: 'cvrf',
  recognises: ({ text }) => /^\s*\{/.test(text) && /"DocumentTitle"|"DocumentTracking"/.test(text),
  read(source, sink, report) {
    const document = readJson(source, report);
    if (document === null) return;
    const date = readDay(document.at('DocumentTracking', 'CurrentReleaseDate').text());
    sink.source({ feed: 'cvrf', file: source.name, date });
    const names = new Map(
      document
        .at('ProductTree', 'FullProductName')
        .items()
        .map((product) => [product.at('ProductID').text(), product.at('Value').text()]),
    );
    for (const [at, vulnerability] of document.at('Vulnerability').items().entries()) {
      const threats = vulnerability
        .at('Threats')
        .items()
        .flatMap((threat): Threat[] => {
          const kind = THREATS[threat.at('Type').text()];
          return kind ? [{ kind, text: threat.at('Description', 'Value').text(), products: productsOf(threat) }] : [];
        });
      const fixes = vulnerability
        .at('Remediations')
        .items()
        .filter((remediation) => remediation.at('Type').text() === VENDOR_FIX)
        .map((remediation) => ({
          updates: remediation.at('Description', 'Value').text(),
          replaces: remediation.at('Supercedence').text(),
          build: remediation.at('FixedBuild').text(),
          restart: readRestart('RestartRequired', remediation.at('RestartRequired', 'Value').text()),
          date: null,
          products: productsOf(remediation),
        }));
      const [cve, title] = [vulnerability.at('CVE').text(), vulnerability.at('Title', 'Value').text()];
      emitVulnerability({ cve, title, date, threats, fixes }, at + 1, names, sink);
    }
  },
};

const productsOf = (part: Json): string[] =>
  part
    .at('ProductID')
    .items()
    .map((id) => id.text());
