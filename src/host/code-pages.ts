import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js';

/** The upper halves of the code pages of DOS that no web page is in, 0x80 to 0xFF. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const CP852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0';

export interface CodePage {
  name: string;
  decode(bytes: Uint8Array): string;
}

const table = (name: string, upper: string): CodePage => ({
  name,
  decode: (bytes) => {
    let text = '';
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80];
    return text;
  },
});
const single = (name: string): CodePage => ({ name, decode: createSinglebyteDecoder(name, true) });
const multi = (name: string): CodePage => ({ name, decode: createMultibyteDecoder(name, true) });

/** What consoles and files of Windows are in, the likelier first: where two read a text equally well, the first is taken. */
export const CODE_PAGES: readonly CodePage[] = [
  table('cp850', CP850),
  single('windows-1252'),
  table('cp437', CP437),
  multi('gbk'),
  single('ibm866'),
  single('windows-1251'),
  multi('shift_jis'),
  multi('euc-kr'),
  multi('big5'),
  table('cp852', CP852),
  single('windows-1250'),
  single('windows-1253'),
  single('windows-1254'),
];
