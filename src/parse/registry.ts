export { qArticle } from './q-article.ts';
