// One line a format; each claims its own, so that their order does not matter.
export { fileList } from './file-list.ts';
export { getHotFix } from './get-hotfix.ts';
export { idList } from './id-list.ts';
export { registryExport } from './registry-export.ts';
export { systeminfo } from './systeminfo.ts';
export { versionLine } from './version-line.ts';
export { wmicQfe } from './wmic-qfe.ts';
