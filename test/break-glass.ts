import assert from "node:assert/strict";
import { dayMs, type Id, idFrom, uuidOf } from "#platform";
import { sessionHashOf } from "./session-row.ts";
import type { TestSite } from "./site.ts";
import type { TestPerson } from "./staff.ts";

/** A reason that the desk takes, of somebody who asks to look at a client without the client. */
export const testReason =
  "The client was robbed of the phone, and the police have to be told where to go at once.";

/** Signs somebody on the staff in anew, with a passkey proven just now. @returns the header of that browser */
export async function proveTestStaff(
  site: Pick<TestSite, "opened" | "time" | "accounts">,
  { session, cookie }: Pick<TestPerson, "session" | "cookie">,
): Promise<{ cookie: string }> {
  const { now } = site.time;
  await site.opened.database.query(
    "update accounts.sessions set passkey_at = $2, seen_at = $2, ends_at = $3, secret_hash = $4 where id = $1",
    [
      ...[uuidOf(session), now, new Date(now.getTime() + dayMs)],
      sessionHashOf(site, cookie, { passkey: now }),
    ],
  );
  return { cookie };
}

/** Asks for break-glass as the page does; what isn't said is a genuine ask for the phone number of nobody. */
export async function askTestBreakGlass(
  site: TestSite,
  asker: TestPerson,
  changed: Record<string, string> = {},
): Promise<Response> {
  const typed = { by: "email", identifier: "nobody@example.net", purpose: "account_help" };
  const fields = { ...typed, field_phone: "on", reason: testReason, ...changed };
  return await site.post("/staff/break-glass", fields, await proveTestStaff(site, asker));
}

/** Has somebody decide an ask for break-glass, or what was asked for last, whoever was drawn. */
export async function decideTestApproval(
  site: TestSite,
  person: TestPerson,
  { grant, decision = "approved" }: { grant?: Id<"grant">; decision?: string } = {},
): Promise<Response> {
  const { database } = site.opened;
  const { rows } = grant
    ? await database.query<{ id: string }>(
        "select approval as id from vault.asked_passes where id = $1",
        [uuidOf(grant)],
      )
    : await database.query<{ id: string }>(
        "select id from accounts.approvals order by asked_at desc, id desc limit 1",
      );
  assert.ok(rows[0], "nothing was asked for");
  const path = `/staff/approvals/${idFrom("approval", rows[0].id)}/decide`;
  return await site.post(path, { decision }, await proveTestStaff(site, person));
}
