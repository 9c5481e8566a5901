import { type Contact, type Directory, hasExpired, standingOf } from "./directory.ts";
import { writtenNumber } from "./phone.ts";

/** The numbers that are ours today: what the phone page shows. None when the directory has expired. */
export function currentPhones(directory: Directory, now: Date): Contact[] {
  if (hasExpired(directory, now)) return [];
  return directory.contacts.filter(
    (contact) => contact.type === "phone" && standingOf(contact, now).is === "current",
  );
}

/** A number as people write it down, grouped and with its country's prefix. */
export function writtenPhone(contact: Contact): string {
  return writtenNumber(contact.value);
}
