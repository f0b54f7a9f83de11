import type { WrittenArticle } from './written-store.ts';

const PRODUCT = ['Exchange Server 5.5', { type: 'appliesTo', target: { product: 'Exchange Server 5.5' } }] as const;

/** The members of a loop of so many, by their numbers: 940201, 940202 for one of two. */
export const membersOf = (size: number): string[] => Array.from({ length: size }, (_, at) => `940${size}0${at + 1}`);

/** The sentence in which one article replaces another. */
export const replaces = (older: string): string => `This fix replaces the fix that is described in ${older}.`;

/** Articles that replace each other in a ring, with one that the first replaces and one that replaces the last. */
export function loopOf(size: number): WrittenArticle[] {
  const members = membersOf(size);
  const article = (id: string, title: string, ...older: string[]): WrittenArticle => [
    id,
    title,
    [PRODUCT, ...older.map((each) => [replaces(each), { type: 'supersedes', target: { article: each } }] as const)],
  ];
  const [before, after] = [`940${size}90`, `940${size}91`];
  return [
    article(before, `Queue stops before a loop of ${size}`),
    ...members.map((id, at) => {
      const older = members[(at + size - 1) % size]!;
      return article(id, `Queue stops, fix ${at + 1} of a loop of ${size}`, older, ...(at === 0 ? [before] : []));
    }),
    article(after, `Queue stops after a loop of ${size}`, members[size - 1]!),
  ];
}
