import { describe, expect, it } from 'vitest';
import { build, caseFiles, inferred, readCases } from './read-cases.ts';

describe.each(caseFiles)('of %s', (file) => {
  it.each(readCases(file).map((each) => [each.title, each] as const))('%s', (_, { articles, expected }) => {
    expect(inferred(build(articles)).sort()).toEqual([...expected].sort());
  });
});

describe('what no rule can use', () => {
  it('is told in the report', () => {
    const misprinted = readCases('newer-files.txt').find(({ title }) => title.startsWith('A version that is no build'));
    expect(build(misprinted?.articles ?? []).report.diagnostics).toEqual({
      'graph/implausible-version': {
        count: 1,
        examples: ['KB1005 prints sort.dll 5.5.23.2650, which fits no build of Made-up Server 5.5.'],
      },
    });
  });
});
