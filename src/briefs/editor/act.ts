import { hasRole, type StaffMember } from "#accounts";
import { type Claim, statusOf, visibilityOf } from "../claim/index.ts";
import type { DecisionLine } from "../keeping/index.ts";

export type Act = DecisionLine["is"];

const raising: ReadonlySet<Act> = new Set(["firm_says", "confirmed", "public"]);
const acts = [
  "firm_says",
  "confirmed",
  "disputed",
  "open",
  "refuted",
  "superseded",
  "withdrawn",
  "public",
  "internal",
] as const satisfies readonly Act[];

/** What somebody could decide on a claim as it is; whether its grounds let it, the decision says. */
export function actsOn(claim: Claim, person: StaffMember): Act[] {
  const status = statusOf(claim);
  if (status === "superseded" || status === "withdrawn") {
    return visibilityOf(claim) === "public" ? ["internal"] : [];
  }
  const now: readonly Act[] = [status as Act, visibilityOf(claim)];
  return actsOf(person).filter((act) => {
    if (now.includes(act) || (act === "public" && status === "proposed")) return false;
    return status !== "refuted" || !["firm_says", "confirmed", "disputed"].includes(act);
  });
}

/** What somebody may decide at all: raising a claim takes comms or counsel. */
export function actsOf(person: StaffMember): Act[] {
  const mayRaise = hasRole(person, "comms") || hasRole(person, "counsel");
  return acts.filter((act) => mayRaise || !raising.has(act));
}

export function isAct(word: string): word is Act {
  return acts.some((act) => act === word);
}
