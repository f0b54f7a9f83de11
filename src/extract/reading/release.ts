const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
/** 'Fixes Released on July 19, 2000' */
const RELEASED = /\breleased (?:on |in )?((?:[A-Z][a-z]{2,8} )?(?:\d{1,2}, )?\d{4})/i;
/** 'the March 7, 2000, release of the fixes', 'the May 2000 release', 'the fixes released on March 7, 2000' */
const RELEASE_NAMED = new RegExp(
  `\\b(${MONTH}\\s{1,4}(?:\\d{1,2},\\s{1,4})?\\d{4}),?\\s{1,4}release\\b|\\brelease\\s{1,4}of\\s{1,4}(${MONTH}\\s{1,4}(?:\\d{1,2},\\s{1,4})?\\d{4})|\\breleased\\s{1,4}(?:on\\s{1,4}|in\\s{1,4})?(${MONTH}\\s{1,4}(?:\\d{1,2},\\s{1,4})?\\d{4})`,
);

/** The date of the release that a heading announces, as printed; null where it announces none. */
export function releaseOfHeading(heading: string): string | null {
  return RELEASED.exec(heading)?.[1] ?? null;
}

/** The date of the release that a sentence names, as printed; null where it names none. */
export function releaseNamed(sentence: string): string | null {
  const [, before, of, on] = RELEASE_NAMED.exec(sentence) ?? [];
  return (before ?? of ?? on)?.replaceAll(/\s+/g, ' ') ?? null;
}
