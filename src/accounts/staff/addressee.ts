import type { Addressee, Message, Outbox } from "#outbox";
import type { Transaction } from "#platform";
import { hasRole, type StaffMember } from "./staff.ts";
import { staffHere } from "./store.ts";

/** Where messages to somebody on the staff go, in the first of the person's languages. */
export function staffAddressee({
  id,
  languages,
}: Pick<StaffMember, "id" | "languages">): Addressee {
  return { is: "staff", id, language: languages[0] ?? "en" };
}

/** Tells every lead, on shift or not. */
export async function tellLeads(
  outbox: Outbox,
  joining: Transaction,
  message: Message,
  now: Date,
): Promise<void> {
  for (const lead of (await staffHere(joining)).filter((one) => hasRole(one, "lead"))) {
    await outbox.send(staffAddressee(lead), message, now, joining);
  }
}
