import type { ClientSession } from "#accounts";
import type { FieldKind } from "#keys";
import { type Id, idFrom, system, transaction, uuidOf } from "#platform";
import { ticketsEventKinds } from "#tickets";
import { openTestClient, type TestClient } from "./account.ts";
import type { TestSite } from "./site.ts";
import { openTestStaff, type TestPerson } from "./staff.ts";

export type TestContact = {
  agent: TestPerson;
  client: TestClient;
  ticket: Id<"ticket">;
};

type Traits = {
  topic?: "account" | "sign_in" | "security" | "payments" | "documents";
  agent?: TestPerson;
  client?: TestClient;
};

/** A client who opened a ticket, signed in, by a genuine act, and the agent who has it. */
export async function openTestContact(
  site: TestSite,
  { topic = "account", ...given }: Traits = {},
): Promise<TestContact> {
  const agent = given.agent ?? (await openTestStaff(site));
  const client = given.client ?? (await openTestClient(site));
  const { now } = site.time;
  const { tickets } = site.tickets;
  const session: Pick<ClientSession, "id" | "holder" | "provenAt"> = {
    holder: { is: "client", id: client.client },
    id: client.session,
    provenAt: {},
  };
  const opened = session as ClientSession;
  const prepared = await tickets.prepareSignedIn(opened, { topic, via: "page" }, now);
  const question = { topic, name: "Noor", text: "I have a question.", language: "en" };
  const { ticket } = await transaction(site.opened.database, (joining) =>
    tickets.openSignedIn(joining, opened, question, "page", now, prepared),
  );
  await assignTestTicket(site, ticket.id, agent.staff);
  return { agent, client, ticket: ticket.id };
}

/** Gives a ticket to somebody, whoever the desk had drawn. */
export async function assignTestTicket(
  site: TestSite,
  ticket: Id<"ticket">,
  staff: Id<"staff">,
): Promise<void> {
  const { now } = site.time;
  const { rows } = await site.opened.database.query<{ client: string }>(
    "update tickets.tickets set assignee = $2, assigned_at = $3 where id = $1 returning client",
    [uuidOf(ticket), uuidOf(staff), now],
  );
  const kind = ticketsEventKinds.find(({ name }) => name === "tickets.assigned");
  const client = idFrom("client", rows[0]?.client ?? "");
  if (!kind) throw new Error("no event says who is given a ticket");
  const draft = { kind, client, ticket, details: { staff, among: 1 } };
  await site.appender.append(system, draft, now);
}

const kinds: Readonly<Record<string, FieldKind>> = {
  ...{ name: "name", email: "email", phone: "phone", address: "address", date_of_birth: "date" },
  ...{ id_number: "document", bank_last_four: "account", balance: "amount" },
};

/** A value in the vault: a row, encrypted by the site's keykeeper, as an import makes it. */
export async function keepTestField(
  site: TestSite,
  client: Id<"client">,
  field: string,
  value: string,
): Promise<void> {
  const kind = kinds[field] ?? "text";
  const place = { table: "vault.fields", field, client, version: 1 };
  const kept = await site.keykeeper.encrypt({ ...place, kind, value });
  const { database } = site.opened;
  await database.query(
    `insert into vault.clients (client, added_at, updated_at) values ($1, $2, $2) on conflict do nothing`,
    [uuidOf(client), site.time.now],
  );
  await database.query(
    `insert into vault.fields (client, field, version, valid_from, ciphertext, mask, index, fingerprint)
     values ($1, $2, 1, $3, $4, $5, $6, $7)`,
    [
      ...[uuidOf(client), field, site.time.now, kept.ciphertext],
      ...[kept.mask, kept.index, kept.fingerprint],
    ],
  );
}
