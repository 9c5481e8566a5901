import { type Id, transaction } from "#platform";
import type { Desk } from "../desk.ts";
import { LastWayIn, NoSuchPasskey } from "../passkey/index.ts";
import { endSessions, type StaffSession } from "../session/index.ts";
import { staffAddressee, staffById } from "../staff/index.ts";
import { endStaffPasskey, holdStaffPasskeys, staffPasskeyRemoved } from "../staff-passkey/index.ts";

/**
 * Ends one of several passkeys of who is signed in, such as one on a stolen phone, and every other session of that person:
 * whoever has the phone is out. The caller has seen a fresh proof.
 * @throws {NoSuchPasskey} {LastWayIn}
 */
export async function removeStaffPasskey(
  { database, appender, outbox }: Pick<Desk, "database" | "appender" | "outbox">,
  { id: session, holder }: StaffSession,
  passkey: Id<"passkey">,
  now: Date,
): Promise<void> {
  const { id: staff } = holder;
  await transaction(database, async (joining) => {
    const held = await holdStaffPasskeys(joining, staff);
    if (!held.includes(passkey)) throw new NoSuchPasskey();
    if (held.length === 1) throw new LastWayIn();
    await endStaffPasskey(joining, staff, passkey, now);
    await endSessions(joining, holder, "by_holder", now, session);
    const event = { kind: staffPasskeyRemoved, details: { staff, passkey } };
    await appender.append({ is: "staff", id: staff }, event, now, joining);
    const member = await staffById(joining, staff);
    const message = { template: "staff_passkey_removed", values: { when: now } };
    if (member) await outbox.send(staffAddressee(member), message, now, joining);
  });
}
