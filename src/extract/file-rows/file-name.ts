/**
 * A file's name with its extension: 'Store.exe', '40SP2TXT.EXE', 'P772.tpl', 'vnetbios.386', 'Stobject.dll.mui',
 * 'Microsoft.biztalk.adapter.ftp.dll', 'package_1~31bf3856ad364e35~x86~~6.1.1.0.mum'.
 */
const NAME = /^[\w~$@#!%&+{}^'()[\]-]{1,120}(?:\.{1,2}[\w~$@#!%&+{}^'()-]{1,120}){0,12}\.[A-Za-z0-9_$~]{1,12}$/;
/** Letters of an extension: it begins with one, or is one of the few that begin with a digit. */
const EXTENSION = /^(?:[A-Za-z_$][A-Za-z0-9_$~]{0,11}|386|3gr|2gr|16|32|000|001|002|1st)$/i;
const NO_FILE =
  /^x{2,20}\.x{1,4}$|^(?:www|ftp|http)\.[^.]{1,60}\.|[A-Za-z0-9]@|\.(?:org|net|gov|edu)$|^(?:e\.g|i\.e|a\.m|p\.m|u\.s|microsoft\.com)\.?$/i;
/** Extensions of prose: 'sp1.The' and 'etc.and' are no files. */
const WORD = /\.(?:the|and|to|for|in|is|this|if|you|see|note|a)$/i;

/** The file that a word names, without its folder, in lower case; null where it names none. */
export function fileName(printed: string): string | null {
  if (printed.length < 3 || printed.length > 200) return null;
  let word = printed.replace(/^["'(<]{1,3}(?=[A-Za-z0-9$_~])|["',;:]{1,3}$|\.$/g, '');
  if (word.endsWith(')') && !word.includes('(')) word = word.slice(0, -1);
  if (word.includes('//')) return null;
  // 'C:\WINNT\system32\Dns.exe', '<snaroot>\SYSTEM\Snaservr.exe'
  word = word.slice(Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1);
  const dot = word.lastIndexOf('.');
  if (dot < 1 || !NAME.test(word) || NO_FILE.test(word) || WORD.test(word)) return null;
  const extension = word.slice(dot + 1);
  if (!EXTENSION.test(extension)) return null;
  const base = word.slice(0, dot);
  // '5.0.2195.a', 'v1.0b': digits before and a lone letter behind are a version.
  if (/^[vV]?[\d.]+$/.test(base) && (extension.length === 1 || /^[\d]/.test(extension))) return null;
  if (/^\d/.test(extension) && !/[A-Za-z]{2}/.test(base)) return null;
  if (base.length === 1 && extension.length === 1) return null;
  return word.toLowerCase();
}

/** A name without extension, where a column says that it is one: 'Ntldr', 'Io'. */
export function bareName(printed: string): string | null {
  return /^[A-Za-z][\w~$!+-]{1,30}$/.test(printed) ? printed.toLowerCase() : null;
}

/** A name with blanks in it: 'Readme for Setup.txt'. */
export function spacedName(printed: string): string | null {
  return /^[\w(][\w ()&.'-]{1,60}\.[A-Za-z][A-Za-z0-9]{1,4}$/.test(printed) ? printed.toLowerCase() : null;
}
