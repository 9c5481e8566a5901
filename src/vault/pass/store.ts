import type { SealingReason } from "#ledger";
import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { AskedPass, Finding, NewPass, Pass } from "./pass.ts";

type PassRow = {
  client: string;
  id: string;
  kind: Pass["kind"];
  staff: string;
  approver: string;
  approval: string;
  ticket: string | null;
  purpose: string;
  fields: FieldName[];
  given_at: Date;
  until: Date;
  sealed_until: string | null;
  sealed_because: SealingReason | null;
  reviewer: string | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  finding: Finding | null;
  review_note: string | null;
};

export async function insertAsked(
  joining: Transaction,
  { id, staff, askedAt, approval, client }: AskedPass,
): Promise<void> {
  await joining.query(
    `insert into vault.asked_passes (id, staff, asked_at, approval, client)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid)`,
    [uuidOf(id), uuidOf(staff), askedAt, uuidOf(approval), client && uuidOf(client)],
  );
}

type AskedRow = {
  id: string;
  staff: string;
  asked_at: Date;
  approval: string;
  client: string | null;
};

export async function askedById(
  queryable: Queryable,
  id: Id<"grant">,
): Promise<AskedPass | undefined> {
  const { rows } = await queryable.query<AskedRow>(
    "select id, staff, asked_at, approval, client from vault.asked_passes where id = $1::uuid",
    [uuidOf(id)],
  );
  return rows[0] && askedFrom(rows[0]);
}

/** What somebody asked for, the newest first. */
export async function askedBy(
  queryable: Queryable,
  staff: Id<"staff">,
  most: number,
): Promise<AskedPass[]> {
  const { rows } = await queryable.query<AskedRow>(
    `select id, staff, asked_at, approval, client from vault.asked_passes
     where staff = $1::uuid order by asked_at desc, id desc limit $2::integer`,
    [uuidOf(staff), most],
  );
  return rows.map(askedFrom);
}

export async function insertPass(
  joining: Transaction,
  { evidence, seal, ...pass }: NewPass,
): Promise<void> {
  await joining.query(
    `insert into vault.passes (client, id, kind, staff, approver, approval, ticket, purpose, fields, given_at, until,
       statement, signature, sealed_until, sealed_because, reviewer)
     values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text[],
       $10::timestamptz, $11::timestamptz, $12::text, $13::bytea, $14::date, $15::text, $16::uuid)`,
    [
      uuidOf(pass.client),
      uuidOf(pass.id),
      pass.kind,
      uuidOf(pass.staff),
      uuidOf(pass.approver),
      uuidOf(pass.approval),
      pass.ticket && uuidOf(pass.ticket),
      pass.purpose,
      pass.fields,
      pass.givenAt,
      pass.until,
      evidence.statement,
      evidence.signature,
      seal?.until,
      seal?.reason,
      pass.reviewer && uuidOf(pass.reviewer),
    ],
  );
}

export async function passById(queryable: Queryable, id: Id<"grant">): Promise<Pass | undefined> {
  const { rows } = await queryable.query<PassRow>(
    `select client, id, kind, staff, approver, approval, ticket, purpose, fields, given_at, until,
       sealed_until::text as sealed_until, sealed_because, reviewer, reviewed_by, reviewed_at, finding, review_note
     from vault.passes where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && passFrom(rows[0]);
}

/** The same, and until the transaction ends nobody else says anything about it. */
export async function holdPass(joining: Transaction, id: Id<"grant">): Promise<Pass | undefined> {
  const { rowCount } = await joining.query(
    "select from vault.passes where id = $1::uuid for update",
    [uuidOf(id)],
  );
  return rowCount === 1 ? await passById(joining, id) : undefined;
}

/** Break-glass of one person, the newest first. */
export async function passesOf(
  queryable: Queryable,
  staff: Id<"staff">,
  most: number,
): Promise<Pass[]> {
  const { rows } = await queryable.query<PassRow>(
    `select client, id, kind, staff, approver, approval, ticket, purpose, fields, given_at, until,
       sealed_until::text as sealed_until, sealed_because, reviewer, reviewed_by, reviewed_at, finding, review_note
     from vault.passes where staff = $1::uuid and kind = 'break_glass'
     order by given_at desc, id desc limit $2::integer`,
    [uuidOf(staff), most],
  );
  return rows.map(passFrom);
}

/** Break-glass that waits for its review, the oldest first; and what was reviewed, the newest first. */
export async function passesToReview(
  queryable: Queryable,
  isReviewed: boolean,
  most: number,
): Promise<Pass[]> {
  const { rows } = await queryable.query<PassRow>(
    `select client, id, kind, staff, approver, approval, ticket, purpose, fields, given_at, until,
       sealed_until::text as sealed_until, sealed_because, reviewer, reviewed_by, reviewed_at, finding, review_note
     from vault.passes where kind = 'break_glass' and (reviewed_at is not null) = $1::boolean
     order by reviewed_at desc, given_at, id limit $2::integer`,
    [isReviewed, most],
  );
  return rows.map(passFrom);
}

export async function markReviewed(
  joining: Transaction,
  { client, id }: Pick<Pass, "client" | "id">,
  { by, at, finding, note }: NonNullable<Pass["review"]>,
): Promise<void> {
  await joining.query(
    `update vault.passes set reviewed_by = $3::uuid, reviewed_at = $4::timestamptz, finding = $5::text,
       review_note = $6::text
     where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), uuidOf(by), at, finding, note],
  );
}

/** By which public ids accounts are known; who has none is missing. */
export async function accountsOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"client">, string>> {
  const { rows } = await queryable.query<{ client: string; public_id: string }>(
    "select client, public_id from accounts.door_accounts where client = any ($1::uuid[])",
    [clients.map(uuidOf)],
  );
  return new Map(rows.map(({ client, public_id: id }) => [idFrom("client", client), id]));
}

function askedFrom(row: AskedRow): AskedPass {
  return {
    id: idFrom("grant", row.id),
    staff: idFrom("staff", row.staff),
    askedAt: row.asked_at,
    approval: idFrom("approval", row.approval),
    client: row.client ? idFrom("client", row.client) : undefined,
  };
}

function passFrom(row: PassRow): Pass {
  const { sealed_until: until, sealed_because: reason } = row;
  const approver = idFrom("staff", row.approver);
  return {
    client: idFrom("client", row.client),
    id: idFrom("grant", row.id),
    kind: row.kind,
    staff: idFrom("staff", row.staff),
    approver,
    approval: idFrom("approval", row.approval),
    ticket: row.ticket ? idFrom("ticket", row.ticket) : undefined,
    purpose: row.purpose,
    fields: row.fields,
    givenAt: row.given_at,
    until: row.until,
    seal: until && reason ? { until, reason, approver } : undefined,
    reviewer: row.reviewer ? idFrom("staff", row.reviewer) : undefined,
    review: reviewFrom(row),
  };
}

function reviewFrom(row: PassRow): Pass["review"] {
  const { reviewed_by: by, reviewed_at: at, finding, review_note: note } = row;
  if (!by || !at || !finding || note === null) return undefined;
  return { by: idFrom("staff", by), at, finding, note };
}
