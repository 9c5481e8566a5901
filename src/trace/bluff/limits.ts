/** What the verdicts go by; docs say the same. Each is a judgement, and none was measured on real cases. */
export const limits = {
  /** So many rows of ours before anything is called authentic or mixed: one or two may be coincidence. */
  oursMin: 3,
  /** So many rows that are nobody's, and none of ours, before a sample is called made up. */
  fabricatedMin: 10,
  /** A part is two rows at least: one may be a slip of the pen. */
  partMin: 2,
  strangeShare: 0.1,
  ageShare: 0.15,
  /** A value that ended so long before the sample was seen is old. */
  oldDays: 90,
} as const;
