const NO_TEXT =
  /\.(?:png|jpe?g|jpe|gif|ico|bmp|svg|webp|tiff?|css|js|mjs|woff2?|ttf|otf|eot|mp[34]|wav|avi|wmv|mov|swf)$/i;

/** Whether a name inside an archive would point out of it once unpacked. */
export function leavesArchive(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0') || path.split('/').includes('..');
}

/** Whether a file is passed over in silence: hidden ones, and pictures and the like that hold no article. */
export function isPassedOver(path: string): boolean {
  const parts = path.replaceAll('\\', '/').split('/');
  if (parts.some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')) return true;
  const name = parts.at(-1) ?? '';
  return NO_TEXT.test(name) || name === 'Thumbs.db' || name === 'desktop.ini';
}

/** What kind of container a file is, by its name; `other-archive` is one that is not read. */
export function containerOf(name: string): 'tar' | 'zip' | 'other-archive' | null {
  if (/\.(?:tar|tar\.gz|tgz)$/i.test(name)) return 'tar';
  if (/\.zip$/i.test(name)) return 'zip';
  if (/\.(?:gz|bz2|xz|zst|lzma|7z|rar|cab|tbz2?|txz|jar)$/i.test(name)) return 'other-archive';
  return null;
}
