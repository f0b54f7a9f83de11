import type { FeedRestart } from '../../model/advisories.ts';
import type { RestartSaying } from '../../model/installation.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { readUpdate } from '../values/ids.ts';
import { readXml } from '../xml/read-xml.ts';
import type { Catalogue } from './catalogue.ts';

/** What the parts of a catalogue say of each revision, by its number. */
export interface RevisionTexts {
  articles: Map<string, string>;
  bulletins: Map<string, string[]>;
  titles: Map<string, string>;
  severities: Map<string, string>;
  restarts: Map<string, FeedRestart>;
}

/** Takes the parts of a catalogue one by one. */
export interface RevisionReader {
  readonly texts: RevisionTexts;
  /** Whether a part, by its path, says what is wanted of a revision that the catalogue has. */
  wants(name: string): boolean;
  read(source: ByteSource): void;
}

/** More than this has no part that is wanted. */
export const MOST_PART_BYTES = 4 * 1024 * 1024;

/** 'x/123' of all, 'l/en/123' of one language, 's/123' with both in older catalogues. */
const PART = /(?:^|[/\\!])(?:(?<kind>[xs])|l[/\\](?<language>[\w-]{2,12}))[/\\](?<revision>\d{1,12})$/i;

/** Source: learn.microsoft.com/windows/win32/api/wuapi/ne-wuapi-installationrebootbehavior */
const REBOOTS: Readonly<Record<string, RestartSaying>> = {
  AlwaysRequiresReboot: 'restart',
  CanRequestReboot: 'maybe-restart',
  NeverReboots: 'no-restart',
};

/** A reader of the parts of those revisions that are in the catalogue: `x/…`, `l/<language>/…` and `s/…`. */
export function createRevisionReader({ updates }: Catalogue): RevisionReader {
  const texts: RevisionTexts = {
    articles: new Map(),
    bulletins: new Map(),
    titles: new Map(),
    severities: new Map(),
    restarts: new Map(),
  };
  const languages = new Map(updates.map(({ revision, language }) => [revision, language]));
  /** How good a title in a language is: English is best, then the entry's own; others are not read. */
  const rankOf = (revision: string, language: string) =>
    language === 'en' ? 2 : language === languages.get(revision) ? 1 : 0;
  const ranks = new Map<string, number>();
  return {
    texts,
    wants(name) {
      const { kind, language = '', revision = '' } = PART.exec(name)?.groups ?? {};
      if (!languages.has(revision)) return false;
      return kind !== undefined || rankOf(revision, language.toLowerCase()) > (ranks.get(revision) ?? 0);
    },
    read(source) {
      const { revision = '' } = PART.exec(source.name)?.groups ?? {};
      let language = '';
      let title = '';
      // Parts are a few hundred thousand, and one that is broken costs its own texts.
      readXml(source, () => undefined, {
        open(name, { MsrcSeverity, RebootBehavior = '' }) {
          const says = Object.hasOwn(REBOOTS, RebootBehavior) ? REBOOTS[RebootBehavior] : undefined;
          if (name === 'InstallationBehavior' && says !== undefined)
            texts.restarts.set(revision, { says, printed: `RebootBehavior: ${RebootBehavior}` });
          if (name === 'LocalizedProperties') [language, title] = ['', ''];
          if (/^(?:Extended)?Properties$/.test(name) && MsrcSeverity !== undefined)
            texts.severities.set(revision, MsrcSeverity);
        },
        close(name, text, path) {
          if (name === 'KBArticleID') {
            const article = readUpdate(text);
            if (article !== null && !texts.articles.has(revision)) texts.articles.set(revision, article);
          } else if (name === 'SecurityBulletinID' && /^MS\d\d-\d{3}$/i.test(text)) {
            texts.bulletins.set(revision, [...(texts.bulletins.get(revision) ?? []), text.toUpperCase()]);
          } else if (path.at(-2) === 'LocalizedProperties' && name === 'Language') language = text.toLowerCase();
          else if (path.at(-2) === 'LocalizedProperties' && name === 'Title') title = text;
          else if (name === 'LocalizedProperties') {
            const rank = rankOf(revision, language);
            if (title === '' || rank <= (ranks.get(revision) ?? 0)) return;
            ranks.set(revision, rank);
            texts.titles.set(revision, title.replace(/\s+/g, ' '));
          }
        },
      });
    },
  };
}

/** Whether a file is one of a catalogue's parts, by its path and its beginning; `c/…` are rules that nothing is read from. */
export function isRevisionPart(name: string, text: string): boolean {
  return (
    /(?:^|[/\\!])(?:[cxs]|l[/\\][\w-]{2,12})[/\\]\d{1,12}$/i.test(name) &&
    /<(?:\w+:)?(?:ExtendedProperties|LocalizedProperties|UpdateIdentity|Update)\b/.test(text)
  );
}
