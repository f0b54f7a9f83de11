import { isAscii, isUtf8 } from 'node:buffer';
import { decodeText } from '../read/decode-text.ts';
import { CODE_PAGES } from './code-pages.ts';

/** The bytes beyond ASCII that are weighed: enough to know a code page by. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * The text of a capture: UTF-8 and UTF-16 as everywhere, else the code page that makes words of its bytes, since a
 * console writes in its own (437, 850, 852, 866, 936) and PowerShell in that of Windows (1250 to 1254); null for no text.
 */
export function decodeCapture(bytes: Buffer): string | null {
  const text = decodeText(bytes);
  if (text === null || isAscii(bytes) || isUtf8(bytes) || bytes.includes(0) || hasMark(bytes)) return text;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const [best] = CODE_PAGES.map((page, order) => ({ page, order, score: readability(page.decode(sample)) })).sort(
    (a, b) => b.score - a.score || a.order - b.order,
  );
  return best === undefined || best.score < 0 ? text : best.page.decode(bytes);
}

const hasMark = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

const LATIN = /\p{Script=Latin}/u;
/** Accented letters that labels and names are full of in the languages of Western and Central Europe. */
const FREQUENT = /[áàâãäåæçéèêëíìîïñóòôõöøœúùûüýß]/;
const CENTRAL = /[ąćčďęěğıłńňőřśšşťůűźžżăâîțţ]/;

/** How much a text reads like words: letters among letters of their own script speak for it, signs between letters against. */
function readability(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) score += weigh(text[at]!, text[at - 1] ?? ' ', text[at + 1] ?? ' ');
  }
  return score;
}

function weigh(character: string, before: string, after: string): number {
  if (character === '\ufffd' || /\p{Cc}|\p{Co}|\p{Cn}/u.test(character)) return -4;
  const isAmongLatin = LATIN.test(before) || LATIN.test(after);
  // Most used characters, kana and hangul stand in words of their own script; two bytes make one of them.
  if (/\p{Script=Han}/u.test(character)) return isCommonHan(character) ? 3 : -0.4;
  if (/[\u3040-\u30ff]/.test(character)) return 3;
  if (/[\uac00-\ud7a3]/.test(character)) return isAmongLatin ? -2 : 2;
  if (/[\uff61-\uff9f]/.test(character)) return -2;
  if (/[\u3000-\u303f\uff01-\uff60]/.test(character)) return 1;
  if (/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(character)) return foreignLetter(character, before, isAmongLatin);
  if (LATIN.test(character)) return latinLetter(character, before, after, isAmongLatin);
  if (character === '\u00a0') return 0.5;
  if (/[®™©«»“”’„°·–—ºª]/.test(character)) return isAmongLatin && /[º–—·°]/.test(character) ? -1 : 0.25;
  return isAmongLatin ? -3 : -1;
}

const isCased = (character: string): boolean => character.toLowerCase() !== character.toUpperCase();
const isUpper = (character: string): boolean => isCased(character) && character === character.toUpperCase();

function foreignLetter(character: string, before: string, isAmongLatin: boolean): number {
  if (isAmongLatin) return -2;
  const hasNeighbour = /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(before);
  if (isUpper(character)) return hasNeighbour && !isUpper(before) ? -2 : 0.5;
  return /[\u0430-\u044f\u0451\u03b1-\u03c9]/.test(character) ? 1.2 : 0.2;
}

function latinLetter(character: string, before: string, after: string, isAmongLatin: boolean): number {
  // 'système' and not 'systÞme': a capital stands at the beginning of a word.
  if (isUpper(character) && LATIN.test(before) && !isUpper(before)) return -2;
  if (/[ªºƒþð×÷]/.test(character)) return -1;
  const isWord = isAmongLatin || (before.charCodeAt(0) < 0x80 && /\s/.test(before) && /\s/.test(after));
  if (!isWord) return -1;
  // Words have an accent here and there; whole words of them are letters of another script.
  if (!/[a-z]/i.test(before + after) && isAmongLatin) return -1.5;
  return FREQUENT.test(character.toLowerCase()) ? 1.5 : CENTRAL.test(character.toLowerCase()) ? 1.2 : 0.3;
}

/** The characters that the labels and values of captures are made of, in simplified and traditional Chinese and Japanese. */
const LABEL_HAN = new Set(
  '主机名称系统制造商配置版本构建类型注册的所有人组织产品初始安装日期启动时间型号处理器目录设备区域设输入法语言总物理内存量可用虚拟最大值使用中页面文件位域登录服务修补程序网卡连接状态媒体已断开要求专业旗舰家庭企业标准数据心独立工作站员更新补丁' +
    '機統製廠稱組態類註冊擁識別碼原始安裝處理目錄裝置語輸記憶體總實檔頁網路卡連線伺服業獨個' +
    '名製造元構成種登録者所有織番号日時起動検出既定入力物理増仮想最大割当利用場所修正適用済接続無効有効切断',
);

const isCommonHan = (character: string): boolean => LABEL_HAN.has(character);
