import { hasRole, type StaffMember, staffAddressee, staffHere } from "#accounts";
import type { Transaction } from "#platform";
import type { WatchDesk } from "../desk.ts";
import { type Case, maySee } from "./case.ts";

/**
 * Tells those who may see a case that there is one that can't wait: the leads, or of a lead the analysts of other teams. Who
 * it is about isn't told, and isn't said in the message.
 */
export async function tell(
  { outbox }: Pick<WatchDesk, "outbox">,
  joining: Transaction,
  { staff }: Pick<Case, "staff">,
  now: Date,
): Promise<void> {
  const people = await staffHere(joining);
  const subject = people.find(({ id }) => id === staff);
  const seeing = people.filter((person) => maySee(person, subject));
  const leads = seeing.filter((person) => hasRole(person, "lead"));
  const told: readonly StaffMember[] = leads.length > 0 ? leads : seeing;
  const message = { template: "watch_case", values: { when: now } };
  for (const person of told) await outbox.send(staffAddressee(person), message, now, joining);
}
