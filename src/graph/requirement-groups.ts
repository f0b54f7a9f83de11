/**
 * Numbers the groups of alternatives of each article, over all its copies: the same alternatives in two copies are
 * one group, whatever number each copy gave them.
 */
export interface RequirementGroups {
  /** The number of the group that has these members; members are told apart by any string. */
  numberOf(article: number, members: readonly string[]): number;
}

/** Makes the numbering of an empty graph. */
export function createRequirementGroups(): RequirementGroups {
  const byArticle = new Map<number, Map<string, number>>();
  return {
    numberOf(article, members) {
      const groups = byArticle.get(article) ?? new Map<string, number>();
      byArticle.set(article, groups);
      const signature = [...new Set(members)].sort().join('\n');
      const number = groups.get(signature) ?? groups.size + 1;
      groups.set(signature, number);
      return number;
    },
  };
}
