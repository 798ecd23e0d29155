/** Where decisions turn, as measured on drafts whose verdicts are known. */
export const THRESHOLDS = {
  /** The share of a sentence that claims must carry to support it. */
  full: 0.8,
  /** A word of this weight that no claim has leaves a sentence unsupported. */
  heavy: 2.4,
  /** A word of this weight must be in a claim before a sentence is supported. */
  telling: 0.5,
  /** The share from which a claim can be retold in other words, and the least likeness, with how much of it is echoed. */
  retold: 0.6,
  likeness: 0.83,
  /** The share from which a claim speaks of the same matter, so that a difference is a contradiction. */
  clash: 0.5,
  /** The share that a further claim must carry to add to the first. */
  union: 0.3,
  /** The share from which a sentence on how things stand leans on a claim that is overtaken. */
  stale: 0.5,
  /** Below this share of its main clause a claim only mentions what the sentence says. */
  aside: 0.15,
  /** The share from which a claim is shown as near. */
  near: 0.35,
} as const;
