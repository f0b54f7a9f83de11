import type { Article, Block } from '../model/article.ts';
import type { InstallationNote, InstallationSaying } from '../model/installation.ts';
import type { Scope } from '../model/relation.ts';
import { aftercareSaid } from './installation/aftercare.ts';
import { extractExclusions } from './installation/exclusions.ts';
import { extractOffer } from './installation/offer.ts';
import { restartAfterInstalling, restartSaid } from './installation/restart.ts';
import { type Place, placesOf } from './reading/outline.ts';
import { sentencesOf } from './reading/sentences.ts';

/** Without one of these words an article says nothing of the kind. */
const GATE = /restart|reboot|re-?appl|re-?install|unin?stall|remove|not (?:also )?(?:inclu|super|contain|replac)/i;
/** Sections that tell what went wrong, not what to do. */
const TROUBLE = /\b(?:symptoms?|cause|status|work ?around|error messages?)\b/i;
const RESTART_SECTION = /^(?:#{1,6} )?restart (?:requirements?|information)$/i;
const REMOVAL_SECTION =
  /^(?:how to (?:uninstall|remove)\b.{0,60}|(?:hotfix |update )?removal information|uninstall(?:ation)? information)$/i;
/** A step of a list that is nothing else. */
const RESTART_STEP =
  /^\W{0,4}(?:shut down and )?(?:restart|reboot) (?:the|your) (?:\w{1,20} )?(?:computer|server|system)\b.{0,20}$/i;
const INSTALL_STEP =
  /\b(?:install|apply|run|extract|expand|copy)\b.{0,80}\b(?:hot-?fix(?:\.exe)?|fix|patch|update|package|new|updated|corrected)\b/i;

/** What an article says of restarting after, reapplying and removing what it offers, and of what that leaves out. */
export function extractInstallation(article: Article): InstallationNote[] {
  const offer = extractOffer(article);
  if (!GATE.test(article.view)) return offer;
  const places = placesOf(article);
  const notes = new Map<string, InstallationNote>();
  const add = (
    says: InstallationSaying,
    { from, to }: { from: number; to: number },
    place: Place | undefined,
  ): void => {
    const evidence = { from, to, quote: article.text.slice(from, to) };
    for (const scope of scopesOf(place)) {
      const key = JSON.stringify([says, scope]);
      const known = notes.get(key);
      if (known !== undefined) known.evidence.push(evidence);
      else notes.set(key, { says, evidence: [evidence], ...(scope === null ? {} : { scope }) });
    }
  };
  article.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' && block.kind !== 'item') return;
    const flow = article.view.slice(block.from, block.to).replace(/[\r\n\t\u00a0]/g, ' ');
    const place = places[index];
    const heading = place?.headings.at(-1) ?? '';
    const isRemoval = REMOVAL_SECTION.test(heading.trim());
    if (!isRemoval && !GATE.test(flow)) return;
    const isRestartSection = RESTART_SECTION.test(heading.trim()) || RESTART_SECTION.test(textBefore(article, index));
    const inTrouble = place?.headings.some((text) => TROUBLE.test(text)) === true;
    for (const span of sentencesOf(flow, 0, flow.length)) {
      const text = flow.slice(span.from, span.to).replace(/ {2,}/g, ' ');
      if (text.length > 600) continue;
      const at = { from: block.from + span.from, to: block.from + span.to };
      if (isRemoval && isFirstIn(article.blocks, index) && span.from === 0) add('uninstall', at, place);
      else if (isRestartSection) {
        const said = restartSaid(text);
        if (said !== null) add(said, at, place);
      } else if (!inTrouble) {
        const isStep = block.kind === 'item' && RESTART_STEP.test(text) && followsInstalling(article, index);
        const said = isStep ? 'restart' : (restartAfterInstalling(text) ?? aftercareSaid(text));
        if (said !== null) add(said, at, place);
      } else if (aftercareSaid(text) === 'no-uninstall') add('no-uninstall', at, place);
    }
  });
  return [...settled([...notes.values()]), ...extractExclusions(article), ...offer];
}

/** Of contradicting sentences on one package, 'if you are prompted' stands. */
function settled(notes: InstallationNote[]): InstallationNote[] {
  const scopes = new Map<string, InstallationNote[]>();
  for (const note of notes.filter(({ says }) => says.endsWith('restart'))) {
    const key = JSON.stringify(note.scope ?? null);
    scopes.set(key, [...(scopes.get(key) ?? []), note]);
  }
  const merged = [...scopes.values()].map(([first, ...rest]): InstallationNote | undefined =>
    first === undefined || rest.length === 0
      ? first
      : { ...first, says: 'maybe-restart', evidence: [first, ...rest].flatMap(({ evidence }) => evidence) },
  );
  const others = notes.filter(({ says }) => !says.endsWith('restart'));
  return [...merged.filter((note) => note !== undefined), ...others];
}

function scopesOf(place: Place | undefined): (Scope | null)[] {
  const products = place?.products ?? [];
  return products.length === 0 ? [null] : products.map((product) => ({ product }));
}

/** The block before, where it is short enough to be a heading that was never underlined; else empty. */
function textBefore({ blocks, view }: Article, index: number): string {
  const before = blocks[index - 1];
  return before === undefined || before.to - before.from > 60 ? '' : view.slice(before.from, before.to).trim();
}

/** Whether the block is the first below its heading. */
function isFirstIn(blocks: readonly Block[], index: number): boolean {
  return blocks[index - 1]?.kind === 'heading';
}

/** Whether an earlier step of the same list, at most ten above, installs the fix. */
function followsInstalling({ blocks, view }: Article, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 10); at--) {
    const block = blocks[at];
    if (block?.kind !== 'item') return false;
    if (INSTALL_STEP.test(view.slice(block.from, Math.min(block.to, block.from + 400)).replace(/\s+/g, ' ')))
      return true;
  }
  return false;
}
