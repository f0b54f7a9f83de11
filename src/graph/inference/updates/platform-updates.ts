import type { AdvisoryTable, Platform } from '../../../model/advisories.ts';

/** What feeds say of one update on one platform. */
export interface PlatformUpdate {
  id: string;
  /** How many vulnerabilities of the system itself it addresses; those of what runs on it are not counted. */
  fixes: number;
  /** The day that most of its rows name, `YYYY-MM-DD`; '' where none does. A later revision of one row changes nothing. */
  day: string;
  /** The build that the system has with it, in its parts; null where no feed says. */
  build: readonly number[] | null;
  /** Whether a feed calls it a cumulative update of the system, or where it is a browser's, of that one. */
  isCumulative: boolean;
  /** The browsers that have updates of their own there and that it updates as well. */
  browsers: ReadonlySet<string>;
  /** Whether all that it addresses is the notice of the latest servicing stacks. */
  isServicingStack: boolean;
  /** The updates that it is stated to replace there. */
  replaces: ReadonlySet<string>;
}

/** The updates of one platform, and those of each browser on it that has updates of its own. */
export interface PlatformUpdates {
  platform: Platform;
  /** Updates that name the system itself. */
  system: PlatformUpdate[];
  /** Updates of a browser and of nothing else of the system, by the browser: 'Internet Explorer 11'. */
  browsers: Map<string, PlatformUpdate[]>;
}

/** 'Internet Explorer 11.0 on …', or in the column of components: 'Windows Internet Explorer 8', 'Microsoft Internet Explorer 6.0 Service Pack 1' */
const BROWSER = /^(?:Microsoft |Windows )?Internet Explorer (\d{1,2}(?:\.\d{1,2})?)(?: (?:SP|Service Pack )(\d))?\s*$/;
/** 'Latest Servicing Stack Updates' */
const SERVICING_NOTICE = 'ADV990001';
/** '2019-02 Cumulative Update for Windows 10 Version 1803 for x64-based Systems (KB4487029)', '… Cumulative Update Preview for …' */
const CUMULATIVE_OF_SYSTEM = /\bcumulative update(?: preview)? for (?:windows|microsoft server operating system)\b/i;
/** 'Cumulative Security Update for Internet Explorer' */
const CUMULATIVE = /^cumulative\b/i;
const ABOUT_BROWSER = /^cumulative security update for internet explorer\b/i;

interface Gathering {
  fixes: Set<number>;
  days: Map<number, number>;
  build: string;
  replaces: Set<string>;
  isCumulative: boolean;
  isCumulativeOfSystem: boolean;
  inSystem: boolean;
  browsers: Set<string>;
  /** Whether all that it says of the system is of a browser in it. */
  onlyBrowsers: boolean;
  onlyNotice: boolean;
}

/** Gathers what all rows say of each update on each platform. */
export function platformUpdates({ products, columns, texts, first }: AdvisoryTable): PlatformUpdates[] {
  const platforms = new Map<string, { platform: Platform; updates: Map<number, Gathering> }>();
  const cumulative = texts.title.map((title) => CUMULATIVE.test(title));
  const ofSystem = texts.title.map((title) => CUMULATIVE_OF_SYSTEM.test(title));
  const aboutBrowser = texts.title.map((title) => ABOUT_BROWSER.test(title));
  const browsers = texts.component.map(browserIn);
  const lists = texts.supersedes.map((list) => (list === '' ? [] : list.split(';')));
  for (const { index, platform, component } of products) {
    const named = component === null ? null : browserIn(component);
    if (platform === null || (component !== null && named === null)) continue;
    const { updates } = platforms.get(platform.key) ?? { updates: new Map<number, Gathering>() };
    platforms.set(platform.key, { platform, updates });
    for (let row = first[index]!; row < first[index + 1]!; row++) {
      const article = columns.article[row]!;
      if (article === 0) continue;
      const own = updates.get(article) ?? startGathering();
      updates.set(article, own);
      // The browser stands in the product's name, or in the column of components of a row for the system.
      const isCumulative = cumulative[columns.title[row]!]!;
      const browser = named ?? (isCumulative ? browsers[columns.component[row]!]! : null);
      if (browser !== null) own.browsers.add(browser);
      if (component === null) {
        own.inSystem = true;
        own.onlyBrowsers &&= browser !== null || aboutBrowser[columns.title[row]!]!;
        own.isCumulativeOfSystem ||= ofSystem[columns.title[row]!]!;
        own.fixes.add(columns.cve[row]!);
      }
      const day = columns.date[row]!;
      own.days.set(day, (own.days.get(day) ?? 0) + 1);
      for (const id of lists[columns.supersedes[row]!]!) own.replaces.add(id);
      if (component === null && columns.build[row] !== 0) own.build = texts.build[columns.build[row]!]!;
      own.isCumulative ||= isCumulative;
      own.onlyNotice &&= texts.cve[columns.cve[row]!] === SERVICING_NOTICE;
    }
  }
  return [...platforms.values()].map(({ platform, updates }) => {
    const found: PlatformUpdates = { platform, system: [], browsers: new Map() };
    for (const [article, own] of updates) {
      const update: PlatformUpdate = {
        id: texts.article[article]!,
        fixes: own.fixes.size,
        day: usualDay(own.days, texts.date),
        build: /^\d+(?:\.\d+){2,4}$/.test(own.build) ? own.build.split('.').map(Number) : null,
        isCumulative: own.isCumulativeOfSystem,
        browsers: own.browsers,
        isServicingStack: own.onlyNotice,
        replaces: own.replaces,
      };
      if (own.inSystem && !own.onlyBrowsers) found.system.push(update);
      else {
        for (const browser of own.browsers) {
          const ofBrowser = found.browsers.get(browser) ?? [];
          ofBrowser.push({ ...update, isCumulative: own.isCumulative });
          found.browsers.set(browser, ofBrowser);
        }
      }
    }
    return found;
  });
}

/** 'Internet Explorer 11', 'Internet Explorer 6 SP1' */
function browserIn(component: string): string | null {
  const [, version, level] = BROWSER.exec(component) ?? [];
  return version === undefined
    ? null
    : `Internet Explorer ${Number(version)}${level === undefined ? '' : ` SP${level}`}`;
}

function startGathering(): Gathering {
  return {
    fixes: new Set(),
    days: new Map(),
    build: '',
    replaces: new Set(),
    isCumulative: false,
    isCumulativeOfSystem: false,
    inSystem: false,
    browsers: new Set(),
    onlyBrowsers: true,
    onlyNotice: true,
  };
}

/** The day that stands most often; of two the earlier one. */
function usualDay(days: ReadonlyMap<number, number>, texts: readonly string[]): string {
  let best = '';
  let most = 0;
  for (const [number, count] of days) {
    const day = texts[number]!;
    if (day === '' || count < most || (count === most && day > best)) continue;
    best = day;
    most = count;
  }
  return best;
}
