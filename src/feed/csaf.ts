import { emitVulnerability, type Threat, type VendorFix } from './cvrf/vulnerability.ts';
import type { Feed } from './feed.ts';
import type { Json } from './json/json.ts';
import { readJson } from './json/read-json.ts';
import { readDay } from './values/days.ts';
import { readRestart } from './values/restarts.ts';

/** Branches within branches: more are no list of products. */
const DEEPEST = 30;
/** 'https://support.microsoft.com/help/4499175', '…/Search.aspx?q=KB4499175' */
const IN_ADDRESS = /(?:\bKB|\/help\/|\/topic\/kb)(\d{6,8})\b/i;
/** '<10.0.17763.678' at the end of a name. */
const BUILD_AT_END = /\s[<>=]{0,2}\d{1,5}(?:\.\d{1,6}){2,4}$/;
/** '10.0.14393.2969:Security Update:https://support.microsoft.com/help/4494440' */
const BUILD = /^(\d+\.\d+\.\d+(?:\.\d+)?):/;

/** Of what may have to be restarted, what tells of the machine: the others are a service, a component, a parent. */
const WHOLE_MACHINE = /^(?:machine|system|none)$/;

/** CSAF 2.0 documents; Microsoft's say nothing of replacements. Source: https://docs.oasis-open.org/csaf/csaf/v2.0/ */
export const csaf: Feed = {
  name: 'csaf',
  recognises: ({ text }) => /^\s*\{/.test(text) && /"csaf_version"\s*:\s*"2\.0"/.test(text),
  read(source, sink, report) {
    const document = readJson(source, report);
    if (document === null) return;
    const tracking = document.at('document', 'tracking');
    const date = readDay(tracking.at('current_release_date').text());
    const released = readDay(tracking.at('initial_release_date').text());
    sink.source({ feed: 'csaf', file: source.name, date });
    const names = new Map<string, string>();
    nameProducts(document.at('product_tree'), names);
    for (const [at, vulnerability] of document.at('vulnerabilities').items().entries()) {
      const cve = vulnerability.at('cve').text();
      const title = vulnerability.at('title').text() || document.at('document', 'title').text();
      const threats = vulnerability
        .at('threats')
        .items()
        .filter((threat) => threat.at('category').text() === 'impact')
        .map((threat): Threat => ({ kind: 'impact', text: threat.at('details').text(), products: productsOf(threat) }));
      const rated = document.at('document', 'aggregate_severity', 'text').text();
      if (rated !== '') threats.push({ kind: 'severity', text: rated, products: [] });
      const fixes = vulnerability
        .at('remediations')
        .items()
        .filter((remediation) => remediation.at('category').text() === 'vendor_fix')
        .map(fixOf);
      emitVulnerability({ cve, title, date: released ?? date, threats, fixes }, at + 1, names, sink);
    }
  },
};

function fixOf(remediation: Json): VendorFix {
  const [details, url] = [remediation.at('details').text(), remediation.at('url').text()];
  const update = IN_ADDRESS.exec(url)?.[1] ?? IN_ADDRESS.exec(details)?.[1] ?? '';
  const date = readDay(remediation.at('date').text());
  const restart = remediation.at('restart_required', 'category').text();
  return {
    updates: update,
    replaces: '',
    build: BUILD.exec(details)?.[1] ?? '',
    restart: WHOLE_MACHINE.test(restart) ? readRestart('restart_required', restart) : null,
    date,
    products: productsOf(remediation),
  };
}

/** Products stand at the ends of branches, or in a list of their own. */
function nameProducts(tree: Json, names: Map<string, string>): void {
  const name = (product: Json) => {
    const id = product.at('product_id').text();
    // 'Windows 10 Version 1809 for x64-based Systems <10.0.17763.678': the build is told with the fix.
    if (id !== '') names.set(id, product.at('name').text().replace(BUILD_AT_END, ''));
  };
  for (const product of tree.at('full_product_names').items()) name(product);
  let ring = tree.at('branches').items();
  for (let depth = 0; depth < DEEPEST && ring.length > 0; depth++) {
    for (const branch of ring) name(branch.at('product'));
    ring = ring.flatMap((branch) => branch.at('branches').items());
  }
  for (const relationship of tree.at('relationships').items()) name(relationship.at('full_product_name'));
}

const productsOf = (part: Json): string[] =>
  part
    .at('product_ids')
    .items()
    .map((id) => id.text());
