import { type Claim, stands, statusOf, visibilityOf } from "../claim/index.ts";
import type { Answers } from "../contradiction/index.ts";
import type { Known } from "../keeping/index.ts";

const subjectsShown = 50;

/** One question about one subject, with every claim to it, also those that are over. */
export type Matter = {
  subject: string;
  slot: string;
  claims: readonly Claim[];
  /** What those that stand say. */
  answers: Answers | undefined;
};

/** Which matters, or which claims of them, somebody wants to see. */
export const views = ["all", "contradicted", "proposed", "public"] as const;
export type View = (typeof views)[number];

/** The matters of a brief in the order of their first claims. */
export function mattersOf(known: Known): Matter[] {
  const groups = Map.groupBy(known.claims, ({ subject, slot }) => `${subject} ${slot}`);
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first) return [];
    const { subject, slot } = first;
    return { subject, slot, claims, answers: known.answersTo(first) };
  });
}

/** What a view shows: a matter of which nothing is left isn't there. */
export function matterIn(view: View, matter: Matter): Matter[] {
  if (view === "contradicted") return isContradicted(matter) ? [matter] : [];
  if (view === "all") return [matter];
  const claims = matter.claims.filter((claim) =>
    view === "public" ? visibilityOf(claim) === "public" : statusOf(claim) === "proposed",
  );
  return claims.length > 0 ? [{ ...matter, claims }] : [];
}

/** Answers that can't be together, or that nobody compared. */
export function isContradicted({ answers }: Pick<Matter, "answers">): boolean {
  return answers !== undefined && answers.contradictions.length + answers.uncomparedCount > 0;
}

/** Claims that may stand in a claim's place. */
export function successorsOf(claim: Claim, { claims }: Known): Claim[] {
  return claims.filter(
    (one) =>
      one.id !== claim.id &&
      one.slot === claim.slot &&
      one.subject === claim.subject &&
      stands(one),
  );
}

/** Subjects of a brief, those that most claims have first. */
export function subjectsOf({ claims }: Known): string[] {
  const groups = Map.groupBy(claims, ({ subject }) => subject);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([subject]) => subject)
    .slice(0, subjectsShown);
}
