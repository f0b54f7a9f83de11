import { createMask } from './mask.ts';

// What a support page prints for its readers' mouse; it is no content wherever it stands, glued to text or not.
const ANYWHERE =
  /(?:Notice:\s{1,3}This\s{1,3}website\s{1,3}is\s{1,3}an\s{1,3}unofficial\s{1,3}Microsoft\s{1,3}Knowledge\s{1,3}Base[\s\S]{0,400}?disclaimer\s{1,3}for\s{1,3}more\s{1,3}details\.?|[↑^]? {0,3}Back to (?:the )?top\b|View products that this article applies to\.?|\bGive Feedback\b|Collapse this (?:table|image) ?(?:Expand this (?:table|image))?|Expand this (?:table|image)|Expand all ?\| ?Collapse all|Retired KB (?:Article|Content Disclaimer)|On This Page(?=\s|[A-Z]|$)|powered by ?Live Search|Hide this (?:table|image)|Show all\b ?\| ?Hide all)(?:\]\([^()\n]{0,300}\))?(?: ?\| ?(?=\[?Give Feedback))?/g;
const CONTENTS_LINE = /[ \t]{0,40}(?:[*•·o-]|\d{1,2}\.)[ \t]{1,8}[^\n]{1,160}(?:\n|$)|[ \t\r]{0,80}\n/y;

/** `view` with the page's navigation taken out; each piece leaves a line break, so that what stood around it stays apart. */
export function blankNavigation(view: string): string {
  const mask = createMask(view);
  ANYWHERE.lastIndex = 0;
  for (let m = ANYWHERE.exec(view); m; m = ANYWHERE.exec(view)) {
    // Words of a sentence ('click Back to top') are none: navigation starts a line, or is glued to what ends one.
    if (/[a-zA-Z,] {1,2}$/.test(view.slice(Math.max(0, m.index - 3), m.index))) continue;
    mask.put(m.index, m.index + 1, '\n');
    const end = m.index + m[0].length;
    mask.blank(m.index + 1, m[0] === 'On This Page' ? endOfContents(view, end) : end);
  }
  return mask.view();
}

/** The end of the list of bullets below 'On This Page'. */
function endOfContents(view: string, from: number): number {
  const rest = /^[ \t\r]{0,80}\n/.exec(view.slice(from, from + 82));
  if (!rest) return from;
  const line = from + rest[0].length - 1;
  let end = from;
  CONTENTS_LINE.lastIndex = line + 1;
  for (let lines = 0; lines < 60; lines++) {
    const m = CONTENTS_LINE.exec(view);
    if (!m) break;
    if (m[0].trim() !== '') end = CONTENTS_LINE.lastIndex - 1;
  }
  return end;
}

// Lines that a saved page has around its article.
const CHROME = [
  /^(?:United States|Change|\||All Microsoft Sites|\s)+$/,
  /^Microsoft (?:Help and Support|Support|Knowledge Base Article|Microsoft)$/i,
  /^(?:Help and Support(?: Home)?|Select a Product|Advanced Search|Search Support|Sign in|Skip to main content)$/i,
  /^This article contents is Microsoft Copyrighted material\.?$/i,
  /^(?:Microsoft )?© ?\d{4}.{0,120}$/,
  /^©\d{4}.{0,120}$/,
  /^(?:Terms|of Use|Terms of Use|Trademarks|Privacy Statement|Contact Us)(?:\s{0,4}\|.{0,80})?$/i,
  /^of Use ?\|?$/,
  /^System Tip.{0,300}$/,
  /^This article was written about products for which Microsoft no longer offers support.{0,200}$/,
  /^(?:Article Translations|Page Tools|Get Help Now|Print this page|E-mail this page|Email this article)\b.{0,300}$/i,
  /^(?:Note )?This article has been archived\. It is offered "as is".{0,80}$/i,
  /^Notice: This website is an unofficial Microsoft Knowledge Base.{0,400}$/,
  /^(?:Retired KB Content Disclaimer|Disclaimer|Beta Information|Important Notice)$/i,
  /^This article was previously published under (?:Q|KB)?\d{4,7}\.?$/i,
  /^From BetaArchive Wiki$/,
  /^Jump to: ?navigation, ?search$/i,
  /^[|\s*_~]+$/,
  /^\* \* \*$/,
  /^(?:Yes|No|Email|Print|Properties|Subscribe RSS Feeds?|Support for Microsoft|Loading\.{0,3})$/i,
  /^(?:Hotfix Download Available|View and request hotfix downloads)$/i,
  /^This article applies to a different version of Windows than the one you are using\b.{0,300}$/,
  /^Content Maintenance: ?\d{1,8}$/i,
];

/** Whether a line is part of the page around an article. */
export const isChrome = (line: string): boolean => line.length < 420 && CHROME.some((form) => form.test(line));

// Where a saved page's article is over: feedback forms, further links, legal lines.
const PAGE_END =
  /^(?:Feedback$|Provide feedback on this (?:article|information)|Did this (?:article|information) help you|Was this (?:article|page|information) helpful|Give us feedback|Tell us what you think|Other (?:Support|Resources)|Additional Resources$|Additional support options|Need more help\?|Want more options\?|Related Support Centers|Contact a support professional by|©\s?(?:19|20)\d\d|\(c\) (?:19|20)\d\d Microsoft|Copyright (?:©|\(c\))? ?(?:Microsoft|19|20)|THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE)/i;

/** Whether nothing of the article follows this line. */
export const endsPage = (line: string): boolean => PAGE_END.test(line);
