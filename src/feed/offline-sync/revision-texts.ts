import type { FeedRestart } from '../../model/advisories.ts';
import type { RestartSaying } from '../../model/installation.ts';
import { readUpdate } from '../values/ids.ts';

/** What the parts of a catalogue say of each revision, by its number. */
export interface RevisionTexts {
  articles: Map<string, string>;
  bulletins: Map<string, string>;
  titles: Map<string, string>;
  restarts: Map<string, FeedRestart>;
}

/** The texts of no revision. */
export const noTexts = (): RevisionTexts => ({
  articles: new Map(),
  bulletins: new Map(),
  titles: new Map(),
  restarts: new Map(),
});

/** Parts are a few hundred bytes each, a few hundred thousand of them: one look for each thing is enough. */
const ARTICLE = /<(?:\w+:)?KBArticleID>\s{0,9}(\d{3,9})\s{0,9}</;
const BULLETIN = /<(?:\w+:)?SecurityBulletinID>\s{0,9}(MS\d\d-\d{3})\s{0,9}</i;
const TITLE = /<(?:\w+:)?Title>([^<]{1,500})</;
const BEHAVIOUR = /<(?:\w+:)?InstallationBehavior\b[^>]{0,400}?\bRebootBehavior="(\w{1,40})"/;
/** Source: learn.microsoft.com/windows/win32/api/wuapi/ne-wuapi-installationrebootbehavior */
const REBOOTS: Readonly<Record<string, RestartSaying>> = {
  AlwaysRequiresReboot: 'restart',
  CanRequestReboot: 'maybe-restart',
  NeverReboots: 'no-restart',
};
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads `x/<RevisionId>` or `l/en/<RevisionId>`. */
export function readRevisionPart(name: string, bytes: Buffer, texts: RevisionTexts): void {
  const revision = /(\d+)$/.exec(name)?.[1];
  if (revision === undefined) return;
  const text = bytes.toString('utf8');
  const article = readUpdate(ARTICLE.exec(text)?.[1] ?? '');
  const bulletin = BULLETIN.exec(text)?.[1];
  const title = TITLE.exec(text)?.[1];
  const behaviour = BEHAVIOUR.exec(text)?.[1] ?? '';
  const says = Object.hasOwn(REBOOTS, behaviour) ? REBOOTS[behaviour] : undefined;
  if (says !== undefined) texts.restarts.set(revision, { says, printed: `RebootBehavior: ${behaviour}` });
  if (article !== null) texts.articles.set(revision, article);
  if (bulletin !== undefined) texts.bulletins.set(revision, bulletin.toUpperCase());
  if (title !== undefined)
    texts.titles.set(revision, title.replace(/&(amp|lt|gt|quot|apos);/g, (_, word) => ENTITIES[word] ?? '').trim());
}
