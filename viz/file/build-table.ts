import type { FileAnswer, FileGroup } from '../../src/query/file.ts';
import type { BuildCarrier, FileBuild } from '../../src/query/file-builds.ts';
import { shortName } from '../chain/chain-words.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { buildName } from './file-plot.ts';

/** Every build with the articles that ship it: what the plot shows, and what has no place on it. */
export function buildTables({ groups }: FileAnswer, picked: string | null): HTMLElement[] {
  return groups.map((group, place) =>
    h(
      'section',
      { class: 'files builds' },
      h('h3', {}, groupName(group), h('span', { class: 'count' }, ` ${count(group.builds.length)}`)),
      h(
        'div',
        { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': `Builds for ${groupName(group)}` },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ...['Version', 'Date', 'Size', 'Shipped by'].map((name) => h('th', {}, name)))),
          h(
            'tbody',
            {},
            ...group.builds.map((build, row) => buildRow(build, `${place}.${row}`, picked === `${place}.${row}`)),
          ),
        ),
      ),
    ),
  );
}

function groupName({ product, platform, branch }: FileGroup): string {
  return [product ?? 'Product not told', platform, branch].filter(Boolean).join(' · ');
}

function buildRow(build: FileBuild, key: string, isPicked: boolean): HTMLElement {
  const { version, date, size, carriers, spellings } = build;
  const printed = spellings.filter((spelling) => spelling !== version);
  return h(
    'tr',
    { 'data-build': key, class: isPicked && 'picked' },
    h(
      'th',
      { scope: 'row', class: 'figure' },
      version ?? 'none printed',
      printed.length > 0 && h('span', { class: 'subtitle' }, ` printed ${printed.join(', ')}`),
    ),
    h('td', { class: 'figure' }, date ?? '–'),
    h('td', { class: 'figure right' }, size === null ? '–' : count(size)),
    h('td', {}, ...carriers.map((carrier) => h('div', {}, nodeLink(carrier), ` ${carrierWords(carrier)}`))),
  );
}

function carrierWords({ scope, isCurrent, replacedBy }: BuildCarrier): string {
  const held = scope === null ? '' : `for ${Object.values(scope).join(', ')}; `;
  if (isCurrent) return `(${held}current)`;
  const names = replacedBy
    .slice(0, 3)
    .map((node) => (node.by === 'newer-release' ? 'a later release' : shortName(node)));
  const more = replacedBy.length > 3 ? ` and ${replacedBy.length - 3} more` : '';
  return `(${held}replaced by ${names.join(', ')}${more})`;
}

/** The builds of a file as nodes of an export have no edges: one row a build and carrier. */
export function buildRows({ groups }: FileAnswer): (string | number | null)[][] {
  return groups.flatMap(({ product, platform, branch, builds }) =>
    builds.flatMap((build) =>
      build.carriers.map((carrier) => [
        product,
        platform,
        branch,
        build.version,
        build.date,
        build.size,
        shortName(carrier),
        carrier.label,
        carrier.isCurrent ? 'current' : 'replaced',
        carrier.replacedBy.map(shortName).join(' '),
        buildName(build),
      ]),
    ),
  );
}
