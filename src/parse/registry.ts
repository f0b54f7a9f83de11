export { archiveDump } from './archive-dump.ts';
export { betaArchive } from './beta-archive.ts';
export { htmlPage } from './html-page.ts';
export { learnMarkdown } from './learn-markdown.ts';
export { markdownPort } from './markdown-port.ts';
export { qArticle } from './q-article.ts';
export { supportPage } from './support-page.ts';
