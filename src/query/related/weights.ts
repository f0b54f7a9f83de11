import type { Measure } from './measures.ts';

/**
 * How much each measure counts: always, more where the article cites nothing, and more the longer its list of
 * citations is. Learned by `node test/bench/related.mjs --learn`; never edited by hand.
 */
export const RELATED_WEIGHTS: Record<Measure, readonly [number, number, number]> = {
  text: [3.12, 0.59, 1.38],
  textShare: [0.34, 0.25, -3.23],
  textPlace: [2.93, -1.98, -3.56],
  titleInText: [4.15, 0.96, -4.31],
  titleWeight: [2.51, -1.83, -0.37],
  titles: [2.59, -0.68, -4.48],
  likeCiter: [5.03, 0, -7.09],
  alsoCited: [0.59, 0, 8.82],
  onward: [5.49, 0, -5.2],
  coCited: [5.4, 1.14, -11.09],
  citesCiter: [-14.22, 14.48, 12.42],
  files: [3.37, 0.4, -2.86],
  corrected: [2.42, 0, 2.83],
  samePack: [1.6, 0, -0.84],
  products: [-0.09, 0.96, 0.41],
  keywords: [0.51, -0.09, -2.8],
  category: [1.65, 0.19, -0.24],
  prefix: [-0.2, -0.23, 0.71],
  citedKeywords: [0.46, 0, 2.42],
  citedCategory: [0.11, 0, -1.8],
  citedPrefix: [0.7, 0, 0.04],
  citedProducts: [-0.63, 0, 2.47],
  number: [2.62, -0.36, -1.81],
  citedNumber: [0.49, 0, 3.8],
  citations: [2.48, -0.67, -7.67],
  uncited: [-1.31, 1.06, 2.43],
  citing: [-0.52, 0.17, 0.84],
  olderNumber: [1.45, 1.01, -0.18],
};
