import { describe, expect, it } from 'vitest';
import { extractInstallation } from '../../src/extract/extract-installation.ts';
import type { InstallationNote } from '../../src/model/installation.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { processorTime } from '../processor-time.ts';

/** What an article with this body says; the evidence is held against the text. */
function notesOn(body: string, title = 'Printing Stops After a Power Failure'): InstallationNote[] {
  const rule = '-'.repeat(79);
  const text = [
    'DOCUMENT:Q100100  09-AUG-2001  [winnt]',
    `TITLE   :${title}`,
    'PRODUCT :Microsoft Windows NT',
    'PROD/VER::4.0',
    'OPER/SYS:',
    'KEYWORDS:kbfix',
    '',
    '='.repeat(70),
    rule,
    'The information in this article applies to:',
    '',
    ' - Microsoft Windows NT Server version 4.0 ',
    rule,
    '',
    body,
    '',
  ].join('\n');
  return parseSource({ name: 'Q100100.TXT', text }, () => undefined).flatMap((article) =>
    extractInstallation(article).map((note) => {
      for (const { from, to, quote } of note.evidence) expect(text.slice(from, to)).toBe(quote);
      return note;
    }),
  );
}

/** The same as `saying for product article`, without offers. */
const said = (body: string, title?: string): string[] =>
  notesOn(body, title).flatMap(({ says, scope, article }) =>
    says === 'offers' ? [] : [says, scope?.product && `for ${scope.product}`, article].filter(Boolean).join(' '),
  );

/** The words that offer something to install. */
const offers = (body: string): string[] =>
  notesOn(body).flatMap(({ says, evidence }) => (says === 'offers' ? evidence.map(({ quote }) => quote) : []));

const resolution = (text: string) => `RESOLUTION\n==========\n\n${text}`;

describe('what an article says of installing its fix', () => {
  it.each([
    ['After you install this hotfix, restart your computer.', ['restart']],
    ['After applying the fix, the system must be restarted before it takes effect.', ['restart']],
    ['Note that the installation of this update requires a restart.', ['restart']],
    ['You do not have to restart your computer after you apply this update.', ['no-restart']],
    ['If you are prompted to restart the computer after you install the patch, click Yes.', ['maybe-restart']],
    ['You may have to restart the server after you apply this patch.', ['maybe-restart']],
    ['After you install the hotfix, restart the Spooler service.', []],
    ['Reapply the service pack and restart your computer.', []],
    ['After you install the hotfix and restart the computer, you receive an error message.', []],
    ['You must reapply this hotfix after you add any Windows NT component.', ['reapply']],
    ['Remember to reapply the service pack after you install the DHCP service.', ['reapply']],
    ['If you reinstall the word processor, you must reinstall this update.', ['reapply']],
    ['You should apply this fix after you install or reinstall any service pack.', ['reapply']],
    ['Always reapply Windows NT service packs when adding protocols.', ['reapply']],
    ['After you obtain this fix, you should reinstall the mail server.', []],
    ['You do not need to reapply any service packs after you add the connector service.', []],
    ['To uninstall this update, run Hotfix.exe with the switch -y.', ['uninstall']],
    ['Type "hotfix -y /m" (without the quotation marks) at a command prompt to uninstall the hotfix.', ['uninstall']],
    ['To remove the reference to these hotfixes, delete the following keys.', []],
    ['There is no way to uninstall (or "roll back") the service pack without the release before it.', ['no-uninstall']],
    ['Although you can avoid the need to restart your computer after applying this patch, do so.', ['maybe-restart']],
    ['If you encounter problems installing the update, restart the computer in Safe mode.', []],
    ['Computers may require a restart after the hotfixed files have been installed.', ['maybe-restart']],
    ['This hotfix cannot be uninstalled.', ['no-uninstall']],
    ['The Uninstall button is not displayed.', []],
  ])('%s', (sentence, expected) => {
    expect(said(resolution(sentence))).toEqual(expected);
  });

  it.each([
    ['A supported fix is now available from Microsoft.', 'supported fix'],
    ['To resolve this problem, obtain the following hotfix.', 'obtain the following hotfix'],
    ['The English version of this fix has these attributes.', 'this fix'],
    ['To work around this problem, restart the service.', null],
  ])('hears an offer, or none: %s', (sentence, quote) => {
    expect(offers(resolution(sentence))).toEqual(quote === null ? [] : [expect.stringContaining(quote)]);
  });

  it('reads the sections of later articles, each for its product', () => {
    const section = (product: string, words: string) =>
      `${product}\n${'-'.repeat(product.length)}\n\nRestart requirement\n\n${words}\n`;
    const body = resolution(
      [
        section('Windows 2000', 'You must restart the computer after you apply this hotfix.'),
        section('Windows XP', 'The computer does not have to be restarted.'),
      ].join('\n'),
    );
    expect(said(body)).toEqual(['restart for Windows 2000', 'no-restart for Windows XP']);
  });

  it('reads a step of a list that installs the fix', () => {
    expect(said(resolution('1. Run Hotfix.exe to install the new files.\n\n2. Restart the computer.'))).toEqual([
      'restart',
    ]);
    expect(said(resolution('1. Start Registry Editor.\n\n2. Restart the computer.'))).toEqual([]);
  });

  it('believes no symptom', () => {
    expect(said('SYMPTOMS\n========\n\nAfter you install this hotfix, restart your computer.')).toEqual([]);
  });

  it('takes two sentences that contradict each other for a perhaps', () => {
    const both =
      'You must restart the computer after you apply this patch. You do not have to restart the computer after you apply this patch.';
    expect(said(resolution(both))).toEqual(['maybe-restart']);
  });

  it('lists the fixes that a roll-up leaves out', () => {
    const body = [
      'MORE INFORMATION',
      '================',
      '',
      'The rollup includes the following fixes:',
      '',
      '   Q200001 A Printer Prints Blank Pages',
      '',
      'The rollup does not include the patches that the following bulletins describe:',
      '',
      '   Q200002 MS99-999: A Printer Tells Secrets',
      '',
      '   Q200003 A Scanner Reads Backwards',
      '',
    ].join('\n');
    expect(said(body, 'Printing Rollup Package for Windows NT 4.0')).toEqual(['excludes 200002', 'excludes 200003']);
    expect(said(body)).toEqual([]);
  });

  it('takes linear time on one phrase over and over', () => {
    for (const phrase of [
      'restart the ',
      'you must not reapply the fix ',
      'to remove this ',
      'this hotfix may ',
      'if you are ',
      'the ',
    ]) {
      const text = resolution(phrase.repeat(1_000_000 / phrase.length));
      expect(processorTime(() => said(text))).toBeLessThan(8_000);
    }
  });
});
