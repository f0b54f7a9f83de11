/** Products that are serviced together, as a node of the graph. */
export interface FamilyIdentity {
  key: string;
  label: string;
  version: string | null;
  /** The line of products over all versions: 'Windows NT'. */
  line: string;
}

/** One product at a version and edition, over all its spellings. */
export interface ProductIdentity {
  key: string;
  label: string;
  family: FamilyIdentity;
  version: string | null;
  edition: string | null;
  /** Whether a line of `PRODUCT_LINES` accounts for every word; else the identity is made of the words themselves. */
  known: boolean;
}

/** One level of one family, over all its spellings. */
export interface ServicePackIdentity {
  key: string;
  label: string;
  level: string;
  /** The product that the name names, null for a bare 'SP4' that nothing completes. */
  product: ProductIdentity | null;
}
