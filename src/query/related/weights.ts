import type { Measure } from './measures.ts';

/**
 * How much each measure counts: always, more where the article cites nothing, and more the longer its list of
 * citations is. Learned by `node test/bench/related.mjs --learn`; never edited by hand.
 */
export const RELATED_WEIGHTS: Record<Measure, readonly [number, number, number]> = {
  text: [4.29, 1.78, -0.16],
  textShare: [0.28, -0.46, -1.97],
  textPlace: [3.57, -1.3, -4.55],
  titleInText: [4.29, 2.13, -4.51],
  titleWeight: [2.95, -2.12, -1.02],
  titles: [-0.53, 1.81, -1.94],
  likeCiter: [5.31, 0, -5.45],
  alsoCited: [1.74, 0, 7.36],
  onward: [6.46, 0, -7.58],
  coCited: [4.83, -0.05, -7.25],
  citesCiter: [-9.08, 21.06, 9.28],
  files: [3.15, 1.12, -2.29],
  corrected: [3.06, 0, 2.33],
  samePack: [2.25, -0.14, -1.18],
  products: [0.11, 0.42, -0.53],
  keywords: [0.61, 0.37, -0.88],
  category: [1.08, 0.82, -0.43],
  prefix: [0.16, -0.27, 0.56],
  citedKeywords: [0.45, 0, 2.47],
  citedCategory: [-0.08, 0, -1.56],
  citedPrefix: [0.13, 0, 0.75],
  citedProducts: [-0.53, 0, 2.54],
  number: [-0.36, 2.38, 1.54],
  citedNumber: [0.66, 0, 4.03],
  citations: [1.74, 0.28, -8.33],
  uncited: [-1.25, 0.94, 1.81],
  citing: [-0.43, 0.12, 1.34],
  olderNumber: [1.91, 0.7, -0.65],
};
