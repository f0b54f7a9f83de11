export { correctedInServicePack } from './corrected-in-service-pack.ts';
export { cumulativeLadder } from './cumulative-ladder.ts';
export { cumulativeUpdates } from './cumulative-updates.ts';
export { newerFiles } from './newer-files.ts';
export { rollUp } from './roll-up.ts';
export { servicePackLadder } from './service-pack-ladder.ts';
