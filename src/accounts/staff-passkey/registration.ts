import { type Actor, type Id, newId, type Transaction } from "#platform";
import type { Desk } from "../desk.ts";
import { staffLinkMade } from "./events.ts";
import { insertStaffLink, voidStaffLinks } from "./store.ts";

const linkSeconds = 3_600;

/**
 * Makes the link by which somebody registers a passkey, once, within an hour; earlier links are void. It is shown to who
 * made it, to be handed over in person: no mail has it.
 * @returns the token that stands in the link
 */
export async function makeRegistrationLink(
  { appender, outbox }: Pick<Desk, "appender"> & { outbox: Pick<Desk["outbox"], "linkTokens"> },
  joining: Transaction,
  staff: Id<"staff">,
  by: { actor: Actor; approval?: Id<"approval"> },
  now: Date,
): Promise<string> {
  const id = newId("link", now);
  await voidStaffLinks(joining, staff, now);
  const expiresAt = new Date(now.getTime() + linkSeconds * 1_000);
  await insertStaffLink(joining, { staff, id, madeAt: now, expiresAt });
  const details = { staff, ...(by.approval && { approval: by.approval }) };
  await appender.append(by.actor, { kind: staffLinkMade, details }, now, joining);
  return outbox.linkTokens.tokenFor(id);
}
