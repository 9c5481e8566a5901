import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Withdrawal } from "./events.ts";
import { parseCertificate } from "./file.ts";
import { type KeptCertificate, type Signature, stateOf } from "./state.ts";

type CertificateRow = {
  id: string;
  trace: string;
  body: string;
  hash: Buffer;
  seed: Buffer;
  drafted_at: Date;
  drafted_by: string;
  corrects: string | null;
  corrected_by: string | null;
  approval: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_because: Withdrawal | null;
  signers: string[];
  signed_at: Date[];
  events: string[];
};

export type NewCertificate = Omit<
  KeptCertificate,
  "certificate" | "correctedBy" | "approval" | "state"
> & { body: string };

export async function insertCertificate(
  joining: Transaction,
  { id, trace, body, hash, seed, draftedAt, draftedBy, corrects }: NewCertificate,
): Promise<void> {
  await joining.query(
    `insert into trace.scope_certificates (id, trace, body, hash, seed, drafted_at, drafted_by, corrects)
     values ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::bytea, $6::timestamptz, $7::uuid, $8::uuid)`,
    [
      ...[uuidOf(id), uuidOf(trace), body, hash, seed, draftedAt, uuidOf(draftedBy)],
      corrects && uuidOf(corrects),
    ],
  );
}

export async function certificateById(
  queryable: Queryable,
  id: Id<"scope">,
): Promise<KeptCertificate | undefined> {
  const { rows } = await queryable.query<CertificateRow>(
    `select c.id, c.trace, c.body, c.hash, c.seed, c.drafted_at, c.drafted_by, c.corrects, c.approval,
       c.withdrawn_at, c.withdrawn_by, c.withdrawn_because,
       (select l.id from trace.scope_certificates l where l.corrects = c.id and l.withdrawn_at is null) as corrected_by,
       array(select s.staff::text from trace.scope_signatures s where s.certificate = c.id order by s.place) as signers,
       array(select s.signed_at from trace.scope_signatures s where s.certificate = c.id order by s.place) as signed_at,
       array(select s.event::text from trace.scope_signatures s where s.certificate = c.id order by s.place) as events
     from trace.scope_certificates c where c.id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && certificateFrom(rows[0]);
}

/** The same, and until the transaction ends nobody else signs, corrects or withdraws it. */
export async function holdCertificate(
  joining: Transaction,
  id: Id<"scope">,
): Promise<KeptCertificate | undefined> {
  const { rowCount } = await joining.query(
    "select from trace.scope_certificates where id = $1::uuid for update",
    [uuidOf(id)],
  );
  return rowCount === 1 ? await certificateById(joining, id) : undefined;
}

/** The ids of a trace's certificates, the newest first. */
export async function certificateIds(
  queryable: Queryable,
  trace: Id<"trace">,
): Promise<Id<"scope">[]> {
  const { rows } = await queryable.query<{ id: string }>(
    "select id from trace.scope_certificates where trace = $1::uuid order by drafted_at desc, id desc",
    [uuidOf(trace)],
  );
  return rows.map(({ id }) => idFrom("scope", id));
}

/** Final certificates that no other corrects, of traces that don't shut this person out, the newest first. */
export async function correctableFor(
  queryable: Queryable,
  viewer: Id<"staff">,
  most: number,
): Promise<KeptCertificate[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select c.id from trace.scope_certificates c
     where exists (select from trace.scope_signatures s where s.certificate = c.id and s.place = 2)
       and not exists (select from trace.scope_certificates l where l.corrects = c.id and l.withdrawn_at is null)
       and not exists (select from trace.shut_out o where o.trace = c.trace and o.staff = $1::uuid)
     order by c.drafted_at desc, c.id desc limit $2::integer`,
    [uuidOf(viewer), most],
  );
  const kept = await Promise.all(
    rows.map(({ id }) => certificateById(queryable, idFrom("scope", id))),
  );
  return kept.filter((one) => one !== undefined);
}

export async function insertSignature(
  joining: Transaction,
  certificate: Id<"scope">,
  { staff, at, event }: Signature,
  { place, statement, signature }: { place: 1 | 2; statement: string; signature: Uint8Array },
): Promise<void> {
  await joining.query(
    `insert into trace.scope_signatures (certificate, place, staff, signed_at, event, statement, signature)
     values ($1::uuid, $2::smallint, $3::uuid, $4::timestamptz, $5::uuid, $6::text, $7::bytea)`,
    [uuidOf(certificate), place, uuidOf(staff), at, uuidOf(event), statement, signature],
  );
}

export async function markAsked(
  joining: Transaction,
  id: Id<"scope">,
  approval: Id<"approval">,
): Promise<void> {
  await joining.query(
    "update trace.scope_certificates set approval = $2::uuid where id = $1::uuid",
    [uuidOf(id), uuidOf(approval)],
  );
}

export async function markWithdrawn(
  joining: Transaction,
  id: Id<"scope">,
  { at, by, because }: { at: Date; by: Id<"staff">; because: Withdrawal },
): Promise<void> {
  await joining.query(
    `update trace.scope_certificates set withdrawn_at = $2::timestamptz, withdrawn_by = $3::uuid,
       withdrawn_because = $4::text
     where id = $1::uuid`,
    [uuidOf(id), at, uuidOf(by), because],
  );
}

/** Who stands in what the trace of a certificate found, or in what those found that it corrects, one after the other. */
export async function shutOutOf(
  queryable: Queryable,
  { trace, corrects }: Pick<KeptCertificate, "trace" | "corrects">,
): Promise<ReadonlySet<Id<"staff">>> {
  const { rows } = await queryable.query<{ staff: string }>(
    `with recursive earlier as (
       select c.trace, c.corrects from trace.scope_certificates c where c.id = $2::uuid
       union select c.trace, c.corrects from earlier e join trace.scope_certificates c on c.id = e.corrects
     )
     select distinct staff from trace.shut_out
     where trace = $1::uuid or trace in (select e.trace from earlier e)`,
    [uuidOf(trace), corrects && uuidOf(corrects)],
  );
  return new Set(rows.map(({ staff }) => idFrom("staff", staff)));
}

/** Whether what a trace found is gone for good: nobody can look at it any more. */
export async function isShredded(queryable: Queryable, trace: Id<"trace">): Promise<boolean> {
  const { rows } = await queryable.query(
    "select from trace.traces where id = $1::uuid and shredded_at is not null",
    [uuidOf(trace)],
  );
  return rows.length > 0;
}

/** Who is shown nothing of anybody. */
export async function frozenStaff(queryable: Queryable): Promise<ReadonlySet<Id<"staff">>> {
  const { rows } = await queryable.query<{ staff: string }>("select staff from vault.door_frozen");
  return new Set(rows.map(({ staff }) => idFrom("staff", staff)));
}

function certificateFrom(row: CertificateRow): KeptCertificate {
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_because: because } = row;
  const withdrawn = at && by && because && { at, by: idFrom("staff", by), because };
  const signatures = row.signers.flatMap((staff, place): Signature[] => {
    const [signedAt, event] = [row.signed_at[place], row.events[place]];
    if (!signedAt || !event) return [];
    return [{ staff: idFrom("staff", staff), at: signedAt, event: idFrom("event", event) }];
  });
  return {
    id: idFrom("scope", row.id),
    trace: idFrom("trace", row.trace),
    certificate: parseCertificate(Buffer.from(row.body)),
    ...{ hash: row.hash, seed: row.seed, draftedAt: row.drafted_at },
    draftedBy: idFrom("staff", row.drafted_by),
    corrects: row.corrects === null ? undefined : idFrom("scope", row.corrects),
    correctedBy: row.corrected_by === null ? undefined : idFrom("scope", row.corrected_by),
    approval: row.approval === null ? undefined : idFrom("approval", row.approval),
    state: stateOf({ signatures, withdrawn: withdrawn || undefined }),
  };
}
