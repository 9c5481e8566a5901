import { newId } from "#platform";
import type { Claim, Status, Value } from "../src/briefs/claim/index.ts";

const now = new Date("2026-04-14T12:00:00Z");
let made = 0;

/** A claim that somebody decided on, with one passage. */
export function makeTestClaim(
  value: Value,
  traits: Partial<Claim> & { status?: Status; quote?: string } = {},
): Claim {
  made += 1;
  const { status = "confirmed", quote = "It began so, and it was told so.", ...own } = traits;
  const reason = "As the filing says.";
  const by = newId("staff", now);
  return {
    ...{ id: newId("claim", now), number: made, author: { is: "rules" }, addedAt: now, value },
    ...{ slot: "affected_count", subject: "leak", denied: false, possible: false, speaker: "firm" },
    supports: [{ source: newId("source", now), quote: { exact: quote, prefix: "", suffix: "" } }],
    decisions: [{ status, visibility: "public", by, at: now, reason }],
    ...own,
  };
}
