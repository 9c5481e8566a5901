import { type Id, newId, type Transaction } from "#platform";
import type { Desk } from "../desk.ts";
import {
  assertionIn,
  type Ceremony,
  type NewPasskey,
  ownerIn,
  PasskeyKnown,
  PasskeyRefused,
  passkeyName,
  verifiedUse,
} from "../passkey/index.ts";
import { staffPasskeyAdded } from "./events.ts";
import {
  countStaffUse,
  endStaffPasskeys,
  insertStaffPasskey,
  type StaffPasskey,
  staffPasskeyByCredential,
} from "./store.ts";

/** Somebody on the staff who has just proven to have a passkey. */
export type StaffProven = {
  passkey: StaffPasskey;
  use: Pick<NewPasskey, "counter" | "isBackedUp">;
};

/**
 * Who of the staff answers with a passkey: anybody who is here, or only one person.
 * @param answer what the browser sent, as JSON
 * @throws {PasskeyTooLate} {PasskeyRefused}
 */
export async function staffProvenBy(
  ceremony: Ceremony,
  answer: string,
  only?: Id<"staff">,
): Promise<StaffProven> {
  const assertion = assertionIn(answer);
  const credential = Buffer.from(assertion.id, "base64url");
  const found = await staffPasskeyByCredential(ceremony.database, credential);
  const said = ownerIn("staff", assertion);
  const isOwn = found && (!said || said === found.staff) && (!only || found.staff === only);
  const use = await verifiedUse(ceremony, assertion, isOwn ? found : undefined);
  if (!isOwn) throw new PasskeyRefused();
  return { passkey: found, use };
}

/** Writes a proof's use down; of two with the same counter, one passes. @throws {PasskeyRefused} */
export async function noteStaffUse(
  joining: Transaction,
  { passkey, use }: StaffProven,
  now: Date,
): Promise<void> {
  if (!(await countStaffUse(joining, passkey, use, now))) throw new PasskeyRefused();
}

/**
 * Keeps a passkey that was just made.
 * @param replaces the passkeys before it end, as after a registration link, which is for who has none any more
 * @throws {PasskeyKnown}
 */
export async function keepStaffPasskey(
  { appender }: Pick<Desk, "appender">,
  joining: Transaction,
  staff: Id<"staff">,
  { made, named, replaces }: { made: NewPasskey; named: string; replaces: boolean },
  now: Date,
): Promise<void> {
  const ended = replaces ? await endStaffPasskeys(joining, staff, undefined, now) : 0;
  const id = newId("passkey", now);
  const passkey = { ...made, id, staff, name: passkeyName(named, "Passkey"), addedAt: now };
  if (!(await insertStaffPasskey(joining, passkey))) throw new PasskeyKnown();
  const event = { kind: staffPasskeyAdded, details: { staff, passkey: id, ended } };
  await appender.append({ is: "staff", id: staff }, event, now, joining);
}
