/** What happened to data, the stronger the later: nothing may be told with a stronger one than its claim has. */
export const verbs = ["viewed", "exposed", "copied", "published"] as const;
export type Verb = (typeof verbs)[number];

/** Below 0 when the first is the weaker one. */
export function compareVerbs(one: Verb, other: Verb): number {
  return verbs.indexOf(one) - verbs.indexOf(other);
}

/** Whether a claim lets a verb be told: none stronger than its own; who denies a weaker one denies a stronger one. */
export function allowsVerb(
  claim: { verb?: Verb | undefined; denied: boolean },
  told: Verb,
): boolean {
  if (claim.verb === undefined) return false;
  const compared = compareVerbs(told, claim.verb);
  return claim.denied ? compared >= 0 : compared <= 0;
}
