import { randomBytes } from "node:crypto";
import { type Id, newId, uuidOf } from "#platform";
import { sessionHashOf } from "./session-row.ts";
import type { TestSite } from "./site.ts";

export type TestPerson = {
  staff: Id<"staff">;
  /** The header of a browser that is signed in; the passkey was proven just now. */
  cookie: string;
  session: Id<"session">;
};

type Traits = {
  name?: string;
  team?: string;
  employer?: string;
  roles?: readonly string[];
  /** For how long the person has had the roles. */
  roleAgeSeconds?: number;
  shift?: Record<string, [string, string]>;
  /** When the passkey was proven; none proves nothing. */
  provenAt?: Date | null;
};

let made = 0;

/** Somebody on the staff who is signed in: rows alone, for tests of what comes after signing in. */
export async function openTestStaff(
  site: Pick<TestSite, "opened" | "time" | "accounts">,
  traits: Traits = {},
): Promise<TestPerson> {
  const { database } = site.opened;
  const now = site.time.now;
  const staff = newId("staff", now);
  made += 1;
  const { team = "support", employer = "Larkmoor", roles = ["agent"], shift = {} } = traits;
  const { roleAgeSeconds = 7 * 86_400 } = traits;
  await database.query(
    `insert into accounts.staff (staff, name, email, team, employer, languages, time_zone, shift, joined_at)
     values ($1, $2, $3, $4, $5, '{en}', 'UTC', $6, $7)`,
    [
      uuidOf(staff),
      traits.name ?? `Person ${made}`,
      `person-${made}@larkmoor.example`,
      team,
      employer,
      JSON.stringify(shift),
      now,
    ],
  );
  const since = new Date(now.getTime() - roleAgeSeconds * 1_000);
  for (const role of roles) {
    await database.query(
      "insert into accounts.staff_roles (staff, role, granted_at) values ($1, $2, $3)",
      [uuidOf(staff), role, since],
    );
  }
  const { provenAt = now } = traits;
  return { staff, ...(await openStaffSession(site, staff, provenAt)) };
}

async function openStaffSession(
  site: Pick<TestSite, "opened" | "time" | "accounts">,
  staff: Id<"staff">,
  provenAt: Date | null,
) {
  const { opened, time } = site;
  const session = newId("session", time.now);
  const secret = randomBytes(32);
  const cookie = `session=${staff}.${session}.${secret.toString("base64url")}`;
  await opened.database.query(
    `insert into accounts.sessions (holder, id, holder_kind, secret_hash, browser, network, started_at, seen_at,
       ends_at, passkey_at)
     values ($1, $2, 'staff', $3, 'Firefox on Linux', '192.0.2.10', $4, $4, $5, $6)`,
    [
      uuidOf(staff),
      uuidOf(session),
      sessionHashOf(site, cookie, { passkey: provenAt }),
      time.now,
      new Date(time.now.getTime() + 86_400_000),
      provenAt,
    ],
  );
  return { session, cookie };
}
