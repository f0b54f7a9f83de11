/** What can be installed, as far as choosing goes; packages are known by their place in the problem. */
export interface Package {
  /** 1, or 0 for what is there already and only stands in the way of other rungs. */
  size: number;
  /** What installing it costs in restarts; any unit, as long as it is the same for all. */
  restart: number;
  /** Every requirement must be met before it is installed, each by any one of its members, the preferred first. */
  requires: readonly (readonly number[])[];
  /** Packages of one number are rungs of one ladder: at most one of them is installed. Null for none. */
  ladder: number | null;
}

export interface Problem {
  packages: readonly Package[];
  /** What is asked for: each is met by any one of its members, the preferred first. */
  wanted: readonly (readonly number[])[];
}

/** A requirement by its place: of a package, or (null) one of those that were asked for. */
export interface RequirementPlace {
  owner: number | null;
  at: number;
}
