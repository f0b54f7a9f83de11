import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '../../../src/model/graph.ts';
import { buildGraph } from '../../../src/pipeline.ts';
import { sampleFolder } from '../../sample-archive.ts';
import { inferred } from './read-cases.ts';

describe('the sample archive', () => {
  let graph: KnowledgeGraph;
  let lines: readonly string[];
  beforeAll(async () => {
    graph = await buildGraph([sampleFolder], { threads: 0 });
    lines = inferred(graph);
  });

  const between = (source: string, target: string) =>
    lines.filter((line) => new RegExp(`^${source} \\S+ ${target} `).test(line));

  it('has the engine of Exchange 5.5 by its builds', () => {
    expect(between('251907', '247318')).toEqual([
      '251907 supersedes 247318 [newer-files; Exchange Server 5.5; SP3] Ese.dll 5.5.2652.4 on Exchange Server 5.5 against 5.5.2651.40',
    ]);
    expect(between('exchange-server-5.5-sp4', '251907')).toHaveLength(1);
  });

  it('goes on from fix to fix on Windows NT 3.51, where nothing is stated of articles', () => {
    expect(between('178840', '164990')).toEqual([
      '178840 supersedes 164990 [newer-files; Windows NT 3.51; SP5] Tcpip.sys of 1998-01-16 on Windows NT 3.51 against that of 1997-12-09',
    ]);
  });

  it('has two ladders for Windows NT 4.0 and Terminal Server', () => {
    expect(between('windows-nt-4.0-sp6a', 'windows-nt-4.0-sp6')).toHaveLength(1);
    expect(lines.filter((line) => /^windows-nt-4\.0-\S+ supersedes \S*terminal-server/.test(line))).toEqual([]);
  });

  it('leaves out what a roll-up says that it does not contain', () => {
    const excluded = graph.nodes
      .find(({ id }) => id === 'article:298877')
      ?.attributes.installation?.filter(({ says }) => says === 'excludes');
    expect(excluded?.length).toBeGreaterThan(0);
    for (const { article } of excluded ?? []) expect(between('298877', article ?? '')).toEqual([]);
  });

  it('takes a list of fixes for no package', () => {
    expect(lines.filter((line) => /^(?:247310|275302|150903) supersedes /.test(line))).toEqual([]);
    expect(between('systems-management-server-2.0-sp3', '266120')).toHaveLength(1);
  });

  it('says of each inferred edge what it rests on', () => {
    for (const { basis, rule, because } of graph.edges) {
      if (basis !== 'inferred' || rule === 'graph/product-lines') expect(because).toBeUndefined();
      else expect(because).toMatch(/\w{2}/);
    }
    const counted = Object.values(graph.report.inferredByRule).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(graph.report.edgesByBasis.inferred);
  });
});
