import { type Id, newId, system, transaction } from "#platform";
import {
  activate,
  clientByEmail,
  confirmEmail,
  emailField,
  emailTable,
  insertClient,
  insertEmail,
  newPublicId,
} from "../account/index.ts";
import type { Desk } from "../desk.ts";
import { insertFactor } from "../factor/index.ts";
import { addStaff, grantRoles, type Role, roles, staffByEmail } from "../staff/index.ts";

const clientEmail = "client@demo.example";
const always = ["00:00", "00:00"] as [string, string];
const shift = {
  ...{ monday: always, tuesday: always, wednesday: always, thursday: always },
  ...{ friday: always, saturday: always, sunday: always },
};

export type DemoStaff = { role: Role; name: string; id: Id<"staff"> };

/** Who can be tried. They are made when they aren't there yet. */
export type DemoPeople = { client: Id<"client">; staff: readonly DemoStaff[] };

/** Makes a client and one member of the staff for each role. Only for a desk that nobody but a developer reaches. */
export async function demoPeople(desk: Desk, now: Date): Promise<DemoPeople> {
  const client = await demoClient(desk, now);
  const staff: DemoStaff[] = [];
  for (const role of roles) staff.push(await demoStaff(desk, role, now));
  return { client, staff };
}

async function demoClient(desk: Desk, now: Date): Promise<Id<"client">> {
  const { database, keykeeper } = desk;
  const kind = { table: emailTable, field: emailField, kind: "email", value: clientEmail } as const;
  const known = await keykeeper.blindIndex(kind);
  const found = known && (await clientByEmail(database, known));
  if (found) return found;
  const client = newId("client", now);
  const { ciphertext, mask, index } = await keykeeper.encrypt({ ...kind, client, version: 1 });
  if (!index) throw new Error("addresses have no blind index");
  const email = { client, version: 1, ciphertext, mask, index };
  await transaction(database, async (joining) => {
    await insertClient(joining, { client, publicId: newPublicId(), language: "en" }, now);
    await insertEmail(joining, email, now);
    await confirmEmail(joining, client, email.version, now);
    await activate(joining, client, now);
    // Rows without a secret: signing in on the demo's page proves them, nothing else can.
    for (const kind of ["password", "authenticator"] as const) {
      const factor = { id: newId("factor", now), kind, name: "", addedAt: now };
      await insertFactor(joining, client, factor, newId("change", now));
    }
  });
  return client;
}

async function demoStaff(desk: Desk, role: Role, now: Date): Promise<DemoStaff> {
  const name = `Demo ${role}`;
  const email = `${role}@demo.example`;
  const known = await staffByEmail(desk.database, email);
  if (known) return { role, name, id: known };
  const id = newId("staff", now);
  // Who decides is drawn from another team and another employer than who asks: each role that decides has somebody there.
  const isOutside = role === "approver";
  const held: Role[] = isOutside ? [role, "comms", "analyst"] : [role];
  const joiner = {
    ...{ name, email, roles: [], languages: ["en"] },
    ...{ team: isOutside ? "Oversight" : "Support", employer: isOutside ? "Vendor" : "Firm" },
    ...{ timeZone: "UTC", shift },
  };
  await transaction(desk.database, async (joining) => {
    await addStaff(desk, joining, id, joiner, { actor: system }, now);
    const { new_approver_seconds: seconds } = await desk.profile();
    const longAgo = new Date(now.getTime() - seconds * 1_000); // who is new decides nothing; a demo doesn't wait
    await grantRoles(joining, id, held, undefined, longAgo);
  });
  return { role, name, id };
}
