import { describe, expect, test } from 'vitest';
import { useExplorer } from './explorer-page.ts';
import { loopOf, membersOf, replaces } from './loops.ts';
import { writeArticles } from './written-store.ts';

const SIZES = [2, 3, 5];
const explorer = useExplorer((file) => writeArticles(file, SIZES.flatMap(loopOf)));

describe.each(SIZES)('a loop of %i that replace each other', (size) => {
  const members = membersOf(size);

  test('is drawn with one arrow that closes it, which opens the sentence', async () => {
    const { page } = explorer;
    await explorer.visit(`#/chain/article/${members[0]}`);
    await page.locator('.verdict', { hasText: 'A loop:' }).waitFor();
    expect(await page.locator('.picture .node', { hasText: 'in a loop' }).count()).toBe(size);
    const closing = page.locator('.picture .arrow[aria-label*="closes a loop"]');
    expect(await closing.count()).toBe(1);
    await closing.press('Enter');
    const sentence = replaces(members.at(-1)!);
    await page.locator('.why blockquote', { hasText: sentence }).waitFor();
    await page.locator('mark.current', { hasText: sentence }).waitFor();
  });

  test('keeps what is current in sight, and leads through its members by keys', async () => {
    const { page } = explorer;
    await explorer.visit(`#/chain/article/940${size}90`);
    await page.locator('.current .replaced', { hasText: `940${size}91` }).waitFor();
    await page.locator('.picture [tabindex="0"]').focus();
    for (let step = 0; step <= size; step++) await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent ?? '');
    expect(focused).toContain(`KB940${size}91`);
  });

  test.each(['light', 'dark'] as const)('has no serious violation in the %s theme', async (theme) => {
    await explorer.look({ theme });
    await explorer.visit(`#/chain/article/${members[0]}`);
    await explorer.page.locator('.picture .node').first().waitFor();
    await explorer.page.locator('.text').waitFor();
    expect(await explorer.violations()).toEqual([]);
  });
});
