import { describe, expect, it } from 'vitest';
import { extractNames } from '../../src/extract/extract-names.ts';
import type { Article } from '../../src/model/article.ts';
import type { Relation } from '../../src/model/relation.ts';
import { processorTime } from '../processor-time.ts';

const BULLET = 'Microsoft Windows NT Server version 4.0';
const FTP = 'ftp://ftp.example.com/bussys/winnt/fixes/usa';

function article(body: string, title = 'Server Stops Answering Ping'): Article {
  const text = `TITLE   :${title}\n\n - ${BULLET}\n\n${body}\n`;
  const from = text.indexOf(BULLET);
  return {
    id: '900001',
    dialect: 'q-article',
    title,
    modified: null,
    category: null,
    source: 'Q900001.TXT',
    text,
    span: { from: 0, to: text.length },
    view: text,
    appliesTo: [{ from, to: from + BULLET.length }],
    product: null,
    productVersion: null,
    keywords: [],
    blocks: [],
  };
}

function published(body: string, title?: string): string[] {
  const read = article(body, title);
  const { publishes = [] } = extractNames(read, []);
  for (const { evidence } of publishes) {
    for (const { from, to, quote } of evidence) expect(read.text.slice(from, to)).toBe(quote);
  }
  return publishes.map(({ fix, scope }) => [fix, scope?.product, scope?.baseline].filter(Boolean).join(' | '));
}

function mentioned(body: string, relations: Relation[] = []): string[] {
  const read = article(body);
  const { mentions = [] } = extractNames(read, relations);
  for (const { evidence } of mentions) {
    for (const { from, to, quote } of evidence) expect(read.text.slice(from, to)).toBe(quote);
  }
  return mentions.map(({ target }) => Object.values(target)[0] as string);
}

describe('an article publishes a named fix', () => {
  it('whose folder it offers, for the product and service pack of the folder', () => {
    const body = `This hotfix has been posted to the following Internet location:\n\n   ${FTP}/NT40/hotfixes-postSP3/flood9-fix/`;
    expect(published(body)).toEqual(['flood9-fix | Windows NT 4.0 | SP3']);
  });

  it('for each product that it has a package for', () => {
    const body = `Windows NT 4.0\n\n   ${FTP}/NT40/hotfixes-postSP3/flood9-fix\n\nTerminal Server\n\n   ${FTP}/nt40tse/Hotfixes-PostSP4/Flood9-fix/\n`;
    expect(published(body)).toEqual([
      'flood9-fix | Windows NT 4.0 | SP3',
      'Flood9-fix | Windows NT Server 4.0 Terminal Server Edition | SP4',
    ]);
  });

  it.each([
    `${FTP}/NT40/\nhotfixes-postSP3/flood9-fix/`,
    `${FTP}/NT40/hotfixes-\npostSP3/flood9-fix`,
    `${FTP}/NT40\n/hotfixes-postSP3/flood9-fix`,
  ])('whose address is broken over lines: %j', (address) => {
    expect(published(`The fix has been posted to:\n\n${address}\n`)).toEqual(['flood9-fix | Windows NT 4.0 | SP3']);
  });

  it('when the address ends a sentence or names the file', () => {
    expect(published(`It was posted to ${FTP}/NT40/hotfixes-postSP3/flood9-fix.`)).toHaveLength(1);
    expect(published(`It was posted to (${FTP}/NT40/hotfixes-postsp3/flood9-fix/flood9i.exe)`)).toHaveLength(1);
  });

  it('that is in the archive, not the one that superseded it', () => {
    const body = `NOTE: Ping-fix has been superseded by Flood9-fix.\n\nThe hotfix has been posted to ${FTP}/NT40/hotfixes-postSP3/flood9-fix/\n\nThe original hotfix is at the following site: ${FTP}/NT40/hotfixes-postSP3/archive/ping-fix/`;
    expect(published(body)).toEqual(['ping-fix | Windows NT 4.0 | SP3']);
  });

  it('but not the successor that it points to', () => {
    const body = `Ping-fix has been superseded by Flood9-fix, which has been posted to ${FTP}/NT40/hotfixes-postSP3/flood9-fix/`;
    expect(published(body)).toEqual([]);
  });

  it('but not a newer one that came after it', () => {
    expect(published(`A newer clock update is at ${FTP}/NT40/hotfixes-postSP3/y2k7-fix/`)).toEqual([]);
  });

  it("but not another product's fix that it only speaks of", () => {
    expect(published(`For mail servers, a hotfix exists at ${FTP}/Exchg5.5/PostSP2/queue-fix/`)).toEqual([]);
  });

  it('but not when it only explains', () => {
    expect(published(`Download it from ${FTP}/NT40/hotfixes-postSP3/ssl9-fix`, 'INFO: About Certificates')).toEqual([]);
  });
});

describe('an article publishes a bulletin', () => {
  it('that begins its title', () => {
    expect(published('', 'MS00-999: Patch for the Folder Vulnerability')).toEqual(['MS00-999']);
  });

  it('but not one that its title speaks of', () => {
    expect(published('', 'Printing Fails After You Apply MS00-999')).toEqual([]);
  });
});

describe('an article mentions', () => {
  it('files, each once, in lower case', () => {
    expect(mentioned('Rename Tcpip.sys, then run Regsvr32.exe with C:\\Winnt\\Tcpip.sys.')).toEqual([
      'tcpip.sys',
      'regsvr32.exe',
    ]);
  });

  it('no addresses, patterns or packages', () => {
    expect(mentioned('See www.example.com, name@host.com, *.dll, %1.sys and Q900002.exe or KB900003-x86.exe.')).toEqual(
      [],
    );
  });

  it('fixes, bulletins and vulnerabilities', () => {
    const body = 'After Ping-fix and the patch of MS00-998 (CVE-2000-0001, CAN-2000-0002), no hot-fix is needed.';
    expect(mentioned(body)).toEqual(['MS00-998', 'CVE-2000-0001', 'CAN-2000-0002', 'Ping-fix']);
  });

  it('nothing that a relation already says', () => {
    const ships: Relation = {
      type: 'ships',
      target: { file: 'tcpip.sys' },
      version: null,
      platform: null,
      date: null,
      size: null,
      evidence: [],
    };
    expect(mentioned('Tcpip.sys and Afd.sys', [ships])).toEqual(['afd.sys']);
  });

  it('in time linear in the length of hostile text', () => {
    for (const phrase of ['a', '.', 'a-fix', '-fix', 'ftp://', 'MS00-', 'x.dll', '/\n']) {
      const body = phrase.repeat(Math.ceil(2_000_000 / phrase.length));
      expect(processorTime(() => extractNames(article(body), []))).toBeLessThan(8000);
    }
  });
});
