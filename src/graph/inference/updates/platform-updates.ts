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
  /** Whether a feed calls it a cumulative update of the system, whatever it addresses. */
  isCumulative: boolean;
  /** Whether it also updates a browser that has updates of its own there. */
  hasBrowser: boolean;
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
  /** Updates that name a browser and not the system, by the browser. */
  browsers: Map<string, PlatformUpdate[]>;
}

const BROWSER = /^Internet Explorer\b/;
/** 'Latest Servicing Stack Updates' */
const SERVICING_NOTICE = 'ADV990001';
/** 'Cumulative Security Update for Internet Explorer' */
const CUMULATIVE_OF_BROWSER = /^cumulative\b/i;
/** '2019-02 Cumulative Update for Windows 10 Version 1803 for x64-based Systems (KB4487029)', '… Cumulative Update Preview for …' */
const CUMULATIVE_OF_SYSTEM = /\bcumulative update(?: preview)? for (?:windows|microsoft server operating system)\b/i;

interface Gathering {
  fixes: Set<number>;
  days: Map<number, number>;
  build: string;
  replaces: Set<string>;
  isCumulative: boolean;
  inSystem: boolean;
  browser: string | null;
  onlyNotice: boolean;
}

/** Gathers what all rows say of each update on each platform. */
export function platformUpdates({ products, columns, texts, first }: AdvisoryTable): PlatformUpdates[] {
  const platforms = new Map<string, { platform: Platform; updates: Map<number, Gathering> }>();
  const cumulative = {
    browser: texts.title.map((title) => CUMULATIVE_OF_BROWSER.test(title)),
    system: texts.title.map((title) => CUMULATIVE_OF_SYSTEM.test(title)),
  };
  const lists = texts.supersedes.map((list) => (list === '' ? [] : list.split(';')));
  for (const { index, platform, component } of products) {
    const isBrowser = component !== null && BROWSER.test(component);
    if (platform === null || (component !== null && !isBrowser)) continue;
    const { updates } = platforms.get(platform.key) ?? { updates: new Map<number, Gathering>() };
    platforms.set(platform.key, { platform, updates });
    for (let row = first[index]!; row < first[index + 1]!; row++) {
      const article = columns.article[row]!;
      if (article === 0) continue;
      const own = updates.get(article) ?? startGathering();
      updates.set(article, own);
      if (component === null) {
        own.inSystem = true;
        own.fixes.add(columns.cve[row]!);
      } else own.browser = component;
      const day = columns.date[row]!;
      own.days.set(day, (own.days.get(day) ?? 0) + 1);
      for (const id of lists[columns.supersedes[row]!]!) own.replaces.add(id);
      if (component === null && columns.build[row] !== 0) own.build = texts.build[columns.build[row]!]!;
      own.isCumulative ||= cumulative[isBrowser ? 'browser' : 'system'][columns.title[row]!]!;
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
        isCumulative: own.isCumulative,
        hasBrowser: own.inSystem && own.browser !== null,
        isServicingStack: own.onlyNotice,
        replaces: own.replaces,
      };
      if (own.inSystem) found.system.push(update);
      else if (own.browser !== null) {
        const ofBrowser = found.browsers.get(own.browser) ?? [];
        ofBrowser.push(update);
        found.browsers.set(own.browser, ofBrowser);
      }
    }
    return found;
  });
}

function startGathering(): Gathering {
  return {
    fixes: new Set(),
    days: new Map(),
    build: '',
    replaces: new Set(),
    isCumulative: false,
    inSystem: false,
    browser: null,
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
