import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(async (file) => {
  await buildGraph(['data'], { out: file });
});
const parameters = () => new URLSearchParams(new URL(explorer.page.url()).hash.split('?')[1]);

describe('the plan', () => {
  test('lists steps in their order with the restart, and draws them from left to right', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    const steps = page.locator('.runbook ol > li');
    await steps.first().waitFor();
    expect(await steps.first().textContent()).toContain('Install Service pack Windows NT 4.0 SP6a');
    expect(await steps.first().textContent()).toContain('Restart: required');
    const drawn = page.locator('.picture .node:not(.way)');
    expect(await drawn.count()).toBe(await steps.count());
    const lefts = await Promise.all((await drawn.all()).map(async (node) => (await node.boundingBox())!.x));
    expect([...lefts].sort((a, b) => a - b)).toEqual(lefts);
  });

  test('takes what is installed already from a field, and keeps it in the address', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    await page.locator('.runbook', { hasText: '3 steps' }).waitFor();
    await page.getByLabel('Add what is already installed').fill('Windows NT 4.0 SP6a');
    await page.keyboard.press('Enter');
    await page.locator('.runbook', { hasText: '2 steps' }).waitFor();
    expect(parameters().get('have')).toBe('Windows NT 4.0 SP6a');
    await page.getByRole('button', { name: 'Remove Windows NT 4.0 SP6a' }).click();
    await page.locator('.runbook', { hasText: '3 steps' }).waitFor();
    expect(parameters().get('have')).toBeNull();
  });

  test('says what it cannot understand, and keeps the plan', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    await page.locator('.runbook').waitFor();
    await page.getByLabel('Add what is already installed').fill('??');
    await page.keyboard.press('Enter');
    await page.locator('.said', { hasText: '??' }).waitFor();
    expect(await page.locator('.runbook').count()).toBe(1);
    explorer.forgive(/400/);
  });

  test('draws the ways that could be taken instead, and what each would come to', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/279610');
    const way = page.locator('.picture .way', { hasText: 'Internet Explorer 4.01 SP2' }).first();
    await way.waitFor();
    expect(await way.locator('text', { hasText: /^or$/ }).count()).toBe(1);
    const chosen = page.locator('.picture .node:not(.way)', { hasText: 'Internet Explorer 5.01' });
    const [own, other] = [(await chosen.boundingBox())!, (await way.boundingBox())!];
    expect(other.y).toBeGreaterThan(own.y);
    await way.click();
    await page.locator('.why .choice', { hasText: 'Internet Explorer 5.01 was chosen' }).waitFor();
    await page.locator('.why blockquote').first().waitFor();
  });

  test('opens a step with its reasons and its sentence, and Back closes it', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    await page.locator('.picture .node', { hasText: 'SRP' }).click();
    const sentence = 'NOTE: You must have the SRP installed before you can apply this hotfix.';
    await page.locator('.why blockquote', { hasText: sentence }).waitFor();
    await page.locator('mark.current', { hasText: sentence }).waitFor();
    expect(parameters().get('step')).toBe('0.step-2');
    const address = page.url();
    await page.goBack();
    await page.locator('.why').waitFor({ state: 'hidden' });
    await explorer.visit(new URL(address).hash);
    await page.locator('.why blockquote', { hasText: sentence }).waitFor();
  });

  test('opens the sentence of an arrow', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    await page.locator('.picture .arrow[aria-label="Step 3 requires step 2"]').click();
    await page.locator('.why', { hasText: 'Step 3 requires step 2' }).locator('blockquote').waitFor();
    await page.locator('mark.current').waitFor();
  });

  test('is walked and opened by keys alone, and signs say what they are', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/303984');
    await page.locator('.picture [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.why', { hasText: 'Step 2 of 3' }).waitFor();
    expect(await page.locator('.picture .restart title').first().textContent()).toBe('Restart: required');
    expect(await page.locator('.picture .alert title').first().textContent()).toContain('no repair is known');
    await page.locator('.picture-legend', { hasText: 'known to go wrong afterwards' }).waitFor();
  });

  test('draws why something is not needed', async () => {
    const { page } = explorer;
    await explorer.visit('#/plan/article/154993?have=Windows%20NT%204.0%20SP6a');
    const box = page.locator('.picture .node', { hasText: 'not needed' });
    await box.waitFor();
    await box.click();
    await page.locator('.why blockquote').first().waitFor();
  });
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each([
    '#/plan/article/303984?have=Windows%20NT%204.0%20SP5',
    '#/plan/article/303984?step=0.step-1',
    '#/plan/article/279610',
  ])('has no serious violation at %s', async (hash) => {
    await explorer.look({ theme });
    await explorer.visit(hash);
    await explorer.page.locator('.picture .node').first().waitFor();
    await explorer.page.locator('.text').waitFor();
    expect(await explorer.violations()).toEqual([]);
  });
});

test.each(['#/plan/article/303984', '#/plan/article/279610?step=0.step-1'])(
  'has no sideways scroll at 360 pixels: %s',
  async (hash) => {
    await explorer.look({ width: 360, height: 740 });
    await explorer.visit(hash);
    await explorer.page.locator('.picture .node').first().waitFor();
    const [content, room] = await explorer.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(room!);
  },
);
