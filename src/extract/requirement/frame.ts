import type { RequiredObject } from './objects.ts';

/** One way to say that something is required. */
export interface Frame {
  rule: string;
  /** One of these stands in every sentence that the verb fits. */
  cues: readonly string[];
  verb: RegExp;
  /** Where what is required stands. */
  side: 'after' | 'before';
  /** The verb stands in an exception of a denial: nothing in front of it denies it. */
  exception?: true;
  accepts(found: Found): boolean;
  /** Whether the sentence speaks of installing, so that a name that no list knows is software; absent where it never does. */
  installs?(found: Found): boolean;
}

/** A frame's verb with what it requires. */
export interface Found {
  text: string;
  verb: string;
  before: string;
  /** What follows the verb, or, where the object stands there, the object. */
  after: string;
  object: RequiredObject;
  lead: string;
}

/** What this article may describe, so that 'this …' is its subject. */
export const OWN =
  /\b(?:this|these|the|each|either|both)\s(?:[\w.-]{1,24}\s){0,6}?(?:hot-?fix(?:es)?|fix(?:es)?|updates?|patch(?:es)?|packages?|roll-?ups?|upgrades?|service packs?|bundles?|releases?|qfes?|drivers?|add-ons?)\b|\bthis version of\b/i;

/** The order in which two things are installed. */
export const ORDER = /\b(?:before|prior to)\b/i;
/** What was named is there: '… installed', '… running'. */
export const INSTALLED = /^[^.;]{0,60}\b(?:installed|applied|loaded|running|present)\b/i;

/** Whether the first part names versions or packs: a bare product's name says little. */
export const hasVersions = ({ parts }: RequiredObject): boolean =>
  parts[0]!.every(
    ({ mention }) =>
      mention.kind !== 'product' || mention.product.versions.length > 0 || /\d|XP|Vista/.test(mention.product.base),
  );
/** Whether a service pack, a fix or an article is among what is named. */
export const hasPack = ({ parts }: RequiredObject): boolean =>
  parts.some((part) => part.some(({ mention }) => mention.kind !== 'product'));

/** Where a procedure installs something: 'on a FAT partition', 'to a different directory', 'using Add/Remove Programs'. */
export const PROCEDURE =
  /^\W{0,2}(?:on|onto|to|in|into)\s(?:an?|another|drive|the retail)\s|^\W{0,2}(?:using|by|again|from|with (?:the|following)|in (?!order)|as an?|at the end)\b|^[^.;]{0,60}\b(?:after|into)\b/i;
