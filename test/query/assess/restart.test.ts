import { describe, expect, it } from 'vitest';
import type { InstallationFact } from '../../../src/model/graph.ts';
import type { InstallationSaying } from '../../../src/model/installation.ts';
import type { Scope } from '../../../src/model/relation.ts';
import { assess } from '../../../src/query/assess.ts';
import { restartFact } from '../../../src/query/restarts.ts';
import { someNode } from '../array-view.ts';
import { feedView, someCapture, someRow } from './feed-view.ts';

const byFeed = (says: InstallationSaying, said: string, scope: Scope | null = null): InstallationFact => ({
  says,
  scope,
  article: null,
  evidence: [{ article: '300001', copy: 0, from: 0, to: 0, record: { source: 0, product: 0, record: 7, said } }],
});
const byArticle = (says: InstallationSaying, scope: Scope | null = null): InstallationFact => ({
  says,
  scope,
  article: null,
  evidence: [{ article: '300001', copy: 0, from: 3, to: 9 }],
});

/** What is told of the only update that is left to install, for which `facts` are said. */
function restartAfter(facts: InstallationFact[], more: Parameters<typeof someRow>[0] = {}, stated = false) {
  const view = feedView(
    // The machine's system is known by a row of its own.
    [someRow({ article: '300009' }), someRow({ cve: 'CVE-2015-0001', article: '300001', ...more })],
    [someNode('article:300001', { attributes: facts.length === 0 ? {} : { installation: facts } })],
  );
  const { installNext } = assess(view, [someCapture(['300009'])], { stated });
  return { ...installNext.steps[0]!.restart, counted: installNext.restarts };
}

describe('a restart after an update', () => {
  it("is what its article says, in the article's words, whatever feeds say", () => {
    const facts = [byArticle('no-restart'), byFeed('restart', 'RestartRequired: Yes')];
    expect(restartAfter(facts)).toMatchObject({ need: 'none', basis: 'stated', source: null, record: null });
  });

  it('is else what a feed says, with its record and its words', () => {
    expect(restartAfter([byFeed('maybe-restart', 'Reboot: Maybe')])).toMatchObject({
      need: 'perhaps',
      basis: 'feed',
      because: 'Reboot: Maybe',
      source: 0,
      record: 7,
    });
  });

  it('of two feeds is what the one says that asks for most', () => {
    const facts = [
      byFeed('maybe-restart', 'NoReboot: 0'),
      byFeed('restart', 'Reboot: Yes'),
      byFeed('no-restart', 'No'),
    ];
    expect(restartAfter(facts)).toMatchObject({ need: 'required', because: 'Reboot: Yes' });
  });

  it.each([
    [{ product: 'Windows 7 SP1', platform: 'x64' }, 'required'],
    [{ product: 'Windows 7' }, 'required'],
    [{ product: 'Windows 7 SP1', platform: 'ia64' }, 'none'],
    [{ product: 'Windows Server 2012' }, 'none'],
  ])('is what is said for the product of the machine: %o', (scope, need) => {
    expect(restartAfter([byFeed('restart', 'Yes', scope), byFeed('no-restart', 'No')]).need).toBe(need);
  });

  it('that nobody speaks of is likely where it is of a month that updates the system as a whole, and never stated', () => {
    const rollup = restartAfter([], { date: '2017-03-14' });
    expect(rollup).toMatchObject({ need: 'likely', basis: 'inferred' });
    expect(rollup.because).toContain('operating system');
    expect(rollup.counted).toEqual({ required: 0, perhaps: 0, likely: 1, none: 0, untold: 0 });
    expect(restartAfter([], { date: '2017-03-14' }, true)).toMatchObject({ need: 'untold', basis: null });
  });

  it.each([
    ['a fix of its own from before', { date: '2015-03-14' }],
    ['a servicing stack', { date: '2019-03-14', cve: 'ADV990001' }],
    [
      'what runs on the system',
      { date: '2017-03-14', product: 'Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1' },
    ],
  ])('of %s that nobody speaks of is not told', (_, row) => {
    expect(restartAfter([], row)).toMatchObject({ need: 'untold', basis: null, because: null });
  });

  it('is required by a service pack, as in a plan', () => {
    expect(restartAfter([], { cve: 'SP7X64SP1' })).toMatchObject({ need: 'required', basis: 'inferred' });
  });
});

describe('of several statements on restarts', () => {
  it("the article's on one product goes before its others", () => {
    const scoped = byArticle('maybe-restart', { product: 'Windows 7' });
    expect(restartFact([byArticle('restart'), scoped], () => true)).toBe(scoped);
    expect(restartFact([byArticle('restart'), scoped], (scope) => scope === null)?.says).toBe('restart');
  });

  it('none counts that is about something else', () => {
    expect(restartFact([byArticle('uninstall')], () => true)).toBeNull();
    expect(restartFact(undefined, () => true)).toBeNull();
  });
});
