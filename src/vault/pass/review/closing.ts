import { hasRole, type StaffMember, staffAddressee, staffHere } from "#accounts";
import { type Id, transaction } from "#platform";
import type { VaultDesk } from "../../desk.ts";
import { passReviewed } from "../../events.ts";
import { sealFrom } from "../../pass-look/index.ts";
import type { Finding } from "../pass.ts";
import { AlreadyReviewed, NotYourReview } from "../refusals.ts";
import { holdPass, markReviewed } from "../store.ts";
import { mayReview } from "./reviewer.ts";

/**
 * Says what break-glass was, after a look at what it was used for. Wrong tells every lead. While the pass is sealed from
 * its client, its review is too.
 * @throws {NotYourReview} {AlreadyReviewed}
 */
export async function closeReview(
  { database, appender, outbox }: Pick<VaultDesk, "database" | "appender" | "outbox">,
  person: StaffMember,
  id: Id<"grant">,
  { finding, note }: { finding: Finding; note: string },
  now: Date,
): Promise<void> {
  await transaction(database, async (joining) => {
    const pass = await holdPass(joining, id);
    const people = await staffHere(joining);
    if (pass?.kind !== "break_glass" || !mayReview(pass, person, people, now)) {
      throw new NotYourReview();
    }
    if (pass.review) throw new AlreadyReviewed(id);
    await markReviewed(joining, pass, { by: person.id, at: now, finding, note });
    for (const lead of finding === "wrong" ? people : []) {
      if (!hasRole(lead, "lead") || lead.id === pass.staff) continue;
      const message = { template: "review_wrong", values: { when: now } };
      await outbox.send(staffAddressee(lead), message, now, joining);
    }
    const { client, purpose, seal } = pass;
    const draft = { kind: passReviewed, client, purpose, details: { grant: id, finding } };
    const { event } = await appender.append({ is: "staff", id: person.id }, draft, now, joining);
    if (seal) await sealFrom(appender, joining, { client, entry: event, seal }, now);
  });
}
