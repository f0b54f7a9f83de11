import type { Identification, IdentifyAnswer } from '../../query/identify.ts';
import type { PlaceRelation, ServicePackPlace } from '../../query/service-pack-places.ts';
import type { Output } from '../context.ts';
import { formatBuild } from './file-page.ts';
import { articleNumber } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** Where a build on disk comes from, for people. */
export function formatIdentification(answer: IdentifyAnswer, output: Output): string {
  const { bold, dim, yellow } = output.colors;
  const lines = [bold(`${printable(answer.label)} ${answer.version}`)];
  if (answer.found.length === 0) {
    const known = answer.otherLines.length > 0 ? ` Known are those of ${answer.otherLines.join(', ')}.` : '';
    lines.push('', yellow(wrapIndented(`No article ships a build of this line.${known}`, output.width, 0)));
  }
  for (const found of answer.found) lines.push('', ...formatFound(found, answer, output));
  return `${[...lines, '', dim(dataLine(answer.dataDate))].join('\n')}\n`;
}

function formatFound(found: Identification, { label, version }: IdentifyAnswer, output: Output): string[] {
  const { bold, cyan, dim } = output.colors;
  const title = [found.product ?? 'For products that are not told', found.branch].filter((part) => part !== null);
  const lines = [cyan(bold(printable(title.join(' · '))))];
  for (const place of found.servicePacks) lines.push(wrapIndented(servicePackLine(place, label), output.width, 2));
  const section = (name: string, build: Identification['exact']) =>
    build === null ? [] : [dim(name), ...formatBuild(build, output)];
  if (found.exact !== null) return [...lines, ...section('Shipped by:', found.exact)];
  if (found.older === null || found.newer === null) {
    const side = found.older === null ? 'older' : 'newer';
    lines.push(wrapIndented(`${version} is ${side} than every build that an article ships.`, output.width, 2));
  } else lines.push(wrapIndented(`No article ships ${version}; it lies between two builds.`, output.width, 2));
  return [...lines, ...section('After:', found.older), ...section('Before:', found.newer)];
}

const PLACE_WORDS: Record<PlaceRelation, (pack: string) => string> = {
  contained: (pack) => `In ${pack}, or replaced by it`,
  newer: (pack) => `Newer than ${pack}`,
  older: (pack) => `Older than the fixes for ${pack}`,
};

function servicePackLine(place: ServicePackPlace, file: string): string {
  const { relation, servicePack, article, tells, version, isWithdrawn } = place;
  const pack = `${printable(servicePack.label)}${isWithdrawn ? ' (withdrawn)' : ''}`;
  const why = tells === 'corrected-in' ? 'is first corrected there' : 'is made for it';
  const fix = `the fix in ${printable(articleNumber(article.id))} ships ${printable(file)} ${version} and ${why}`;
  return `${PLACE_WORDS[relation](pack)}: ${fix}.`;
}
