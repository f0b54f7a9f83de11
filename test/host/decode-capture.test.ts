import { describe, expect, it } from 'vitest';
import { decodeCapture } from '../../src/host/decode-capture.ts';
import { hostBytes } from './fixtures.ts';

describe('captures in the code page of a console', () => {
  it.each([
    ['windows-7-rtm-x86-fr-cp850.txt', "Nom du système d'exploitation:"],
    ['windows-server-2008-r2-sp1-fr-windows-1252.txt', 'Répertoire système:'],
    ['windows-server-2003-sp2-es-cp850.txt', 'Versión del sistema operativo:'],
    ['windows-xp-sp2-de-cp850.txt', 'Verfügbarer physischer Speicher:'],
    ['windows-vista-x64-sp1-it-windows-1252.txt', 'Microsoft® Windows Vista™ Business'],
    ['windows-10-1607-x86-pl-cp852.txt', 'Zarejestrowany właściciel:'],
    ['windows-server-2016-hu-cp852.txt', 'Gyorsjavítás(ok):'],
    ['windows-10-22h2-pt-cp850.txt', 'Versão do sistema operacional:'],
    ['windows-7-sp1-ru-cp866.txt', 'Доступная физическая память:'],
    ['windows-7-sp1-ru-windows-1251.txt', 'Доступная физическая память:'],
    ['windows-10-1803-zh-gbk.txt', 'Microsoft Windows 10 家庭中文版'],
    ['windows-8-ja-shift-jis.txt', 'ホットフィックス:'],
    ['windows-10-1903-ko-euc-kr.txt', '핫픽스:'],
    ['windows-server-2012-de-utf-16.txt', 'Verfügbarer physischer Speicher:'],
  ])('reads %s', (name, words) => {
    expect(decodeCapture(hostBytes(name))).toContain(words);
  });
});
