import type { Article } from '../../model/article.ts';
import type { InstallationNote } from '../../model/installation.ts';
import { createReading } from '../reading/reading.ts';

/** 'The roll-up does not supersede the patches in the following bulletins:', 'fixes that are not included'. */
const DENIES =
  /\b(?:does|do|is|are|was|were) not (?:also )?(?:included?|supersede[ds]?|supercede[ds]?|contain(?:ed)?|replace[ds]?)\b|^(?:fixes|patches|updates|hotfixes) not included\b/i;
const OF_FIXES = /\b(?:fix(?:es)?|hot-?fix(?:es)?|patch(?:es)?|bulletins?|updates?|tools)\b/i;
/** Only a package that gathers fixes leaves some out. */
const GATHERS = /\b(?:roll-?up|cumulative|service pack|SRP)\b/i;

/** The articles whose fixes a roll-up says it does not contain or replace; they are installed besides. */
export function extractExclusions(article: Article): InstallationNote[] {
  if (!GATHERS.test(article.title) || !/\bnot (?:also )?(?:inclu|super|contain|replac)/i.test(article.view)) return [];
  const reading = createReading(article);
  const notes = new Map<string, InstallationNote>();
  let announcer: { from: number; to: number } | null = null;
  article.blocks.forEach((block, index) => {
    if (block.kind === 'heading') announcer = null;
    else if (block.kind === 'paragraph') {
      if (block.to - block.from <= 20) return;
      const said = reading.announcerAt(index);
      const denies = said !== null && /:\W{0,3}$|\bfollowing\b/i.test(said.text);
      announcer = denies && DENIES.test(said.text) && OF_FIXES.test(said.text) ? said : null;
    } else if (announcer !== null) {
      for (const entry of reading.entriesOf(index)) {
        const cited = entry.mentions().find((mention) => mention.kind === 'article');
        if (cited?.kind !== 'article' || cited.id === article.id || notes.has(cited.id)) continue;
        const evidence = [reading.evidence(announcer.from, announcer.to), reading.evidence(entry.from, entry.to)];
        notes.set(cited.id, { says: 'excludes', article: cited.id, evidence });
      }
    }
  });
  return [...notes.values()];
}
