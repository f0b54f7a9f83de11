// The time and memory of `kbgraph parse` over the whole corpus: node test/bench/parse.mjs
import { compare, corpus, requireCorpus } from './measure.mjs';

requireCorpus();
await compare('parse', ['parse', corpus], { rounds: 3, limit: 8, aim: 6 });
