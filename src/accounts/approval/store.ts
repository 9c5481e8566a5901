import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import { type Approval, type ApprovalSteps, stateOf } from "./approval.ts";

type ApprovalRow = {
  id: string;
  kind: string;
  subject: string;
  reason: string;
  scope: unknown;
  asked_by: string;
  asked_at: Date;
  expires_at: Date;
  approver: string;
  approved_at: Date | null;
  usable_until: Date | null;
  refused_at: Date | null;
  expired_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_because: ApprovalSteps["withdrawnBecause"];
  used_at: Date | null;
};

export async function insertApproval(
  joining: Transaction,
  approval: Omit<Approval, "state">,
  among: number,
  expiresAt: Date,
): Promise<void> {
  const { id, kind, subject, reason, scope, askedBy, askedAt, approver } = approval;
  await joining.query(
    `insert into accounts.approvals (id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, drawn_among)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::jsonb, $6::uuid, $7::timestamptz, $8::timestamptz, $9::uuid,
       $10::integer)`,
    [
      uuidOf(id),
      kind,
      subject,
      reason,
      JSON.stringify(scope),
      uuidOf(askedBy),
      askedAt,
      expiresAt,
      uuidOf(approver),
      among,
    ],
  );
}

export async function approvalById(
  queryable: Queryable,
  id: Id<"approval">,
  now: Date,
): Promise<Approval | undefined> {
  const { rows } = await queryable.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && approvalFrom(rows[0], now);
}

/** The same, and until the transaction ends nobody else takes a step in it. */
export async function holdApproval(
  joining: Transaction,
  id: Id<"approval">,
  now: Date,
): Promise<Approval | undefined> {
  const { rows } = await joining.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals where id = $1::uuid for update`,
    [uuidOf(id)],
  );
  return rows[0] && approvalFrom(rows[0], now);
}

/**
 * What somebody asked for or was drawn for: what waits for that person's decision first, the oldest before, so that nobody
 * hides a request behind others; then what that person asked for and goes on, and what is over, the newest before.
 */
export async function approvalsOf(
  queryable: Queryable,
  staff: Id<"staff">,
  most: number,
  now: Date,
): Promise<Approval[]> {
  const { rows } = await queryable.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals
     cross join lateral (select num_nonnulls(refused_at, expired_at, withdrawn_at, used_at) = 0
       and coalesce(usable_until, expires_at) > $3::timestamptz as goes_on) as standing
     cross join lateral (select goes_on and approved_at is null and approver = $1::uuid as waits) as turn
     where approver = $1::uuid or asked_by = $1::uuid
     order by waits desc, case when waits then asked_at end, goes_on desc, asked_at desc, id desc
     limit $2::integer`,
    [uuidOf(staff), most, now],
  );
  return rows.map((row) => approvalFrom(row, now));
}

/** What somebody asked for about a subject, got approved, and didn't use yet. */
export async function approvedApproval(
  queryable: Queryable,
  { kind, subject, asker }: { kind: string; subject: string; asker: Id<"staff"> },
  now: Date,
): Promise<Approval | undefined> {
  const { rows } = await queryable.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals
     where asked_by = $1::uuid and kind = $2::text and subject = $3::text and usable_until > $4::timestamptz
       and num_nonnulls(refused_at, expired_at, withdrawn_at, used_at) = 0
     order by asked_at desc, id desc limit 1`,
    [uuidOf(asker), kind, subject, now],
  );
  return rows[0] && approvalFrom(rows[0], now);
}

/** The newest that somebody asked for about a subject. */
export async function lastApprovalFor(
  queryable: Queryable,
  { kind, subject, asker }: { kind: string; subject: string; asker: Id<"staff"> },
  now: Date,
): Promise<Approval | undefined> {
  const { rows } = await queryable.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals where asked_by = $1::uuid and kind = $2::text and subject = $3::text
     order by asked_at desc, id desc limit 1`,
    [uuidOf(asker), kind, subject],
  );
  return rows[0] && approvalFrom(rows[0], now);
}

/** Whether a decision about a subject is still awaited, whoever asked. */
export async function isAwaited(
  queryable: Queryable,
  { kind, subject }: { kind: string; subject: string },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select from accounts.approvals
     where kind = $1::text and subject = $2::text and approved_at is null and expires_at > $3::timestamptz
       and num_nonnulls(refused_at, expired_at, withdrawn_at) = 0 limit 1`,
    [kind, subject, now],
  );
  return rowCount !== 0;
}

/**
 * Who was drawn for the last that somebody asked of a kind since a moment, unless that person agreed or let it expire.
 * Until the transaction ends, the asker asks for nothing beside it.
 */
export async function drawnBefore(
  joining: Transaction,
  { kind, asker }: { kind: string; asker: Id<"staff"> },
  { since, now }: { since: Date; now: Date },
): Promise<Id<"staff"> | undefined> {
  await hold(joining, `approval ${uuidOf(asker)}`);
  const { rows } = await joining.query<{ approver: string; goes_on: boolean }>(
    `select approver, approved_at is null
         and (refused_at is not null or withdrawn_at is not null or expires_at > $4::timestamptz) as goes_on
     from accounts.approvals where asked_by = $1::uuid and kind = $2::text and asked_at >= $3::timestamptz
     order by asked_at desc, id desc limit 1`,
    [uuidOf(asker), kind, since, now],
  );
  return rows[0]?.goes_on ? idFrom("staff", rows[0].approver) : undefined;
}

/** How many that somebody asked for wait for a decision. */
export async function countAskedBy(
  queryable: Queryable,
  asker: Id<"staff">,
  now: Date,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from accounts.approvals
     where asked_by = $1::uuid and expires_at > $2::timestamptz and approved_at is null and refused_at is null
       and expired_at is null and withdrawn_at is null`,
    [uuidOf(asker), now],
  );
  return rows[0]?.count ?? 0;
}

/** How many approvals wait for somebody. */
export async function countAsked(
  queryable: Queryable,
  approver: Id<"staff">,
  now: Date,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from accounts.approvals
     where approver = $1::uuid and expires_at > $2::timestamptz and approved_at is null and refused_at is null
       and expired_at is null and withdrawn_at is null`,
    [uuidOf(approver), now],
  );
  return rows[0]?.count ?? 0;
}

export async function markApproved(
  joining: Transaction,
  id: Id<"approval">,
  now: Date,
  usableUntil: Date,
): Promise<void> {
  await joining.query(
    `update accounts.approvals set approved_at = $2::timestamptz, usable_until = $3::timestamptz
     where id = $1::uuid`,
    [uuidOf(id), now, usableUntil],
  );
}

export async function markRefused(joining: Transaction, id: Id<"approval">, now: Date) {
  await joining.query(
    "update accounts.approvals set refused_at = $2::timestamptz where id = $1::uuid",
    [uuidOf(id), now],
  );
}

export async function markUsed(joining: Transaction, id: Id<"approval">, now: Date) {
  await joining.query(
    "update accounts.approvals set used_at = $2::timestamptz where id = $1::uuid",
    [uuidOf(id), now],
  );
}

export async function markWithdrawn(
  joining: Transaction,
  ids: readonly Id<"approval">[],
  because: "asker" | "left",
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.approvals set withdrawn_at = $2::timestamptz, withdrawn_because = $3::text
     where id = any ($1::uuid[])`,
    [ids.map(uuidOf), now, because],
  );
}

/**
 * What somebody asked for and that isn't used yet, and what waits for that person's decision. Until the transaction ends
 * nobody else takes a step in them.
 */
export async function holdAllOf(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<Approval[]> {
  const { rows } = await joining.query<ApprovalRow>(
    `select id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at
     from accounts.approvals
     where (asked_by = $1::uuid or (approver = $1::uuid and approved_at is null))
       and refused_at is null and expired_at is null and withdrawn_at is null and used_at is null
     order by id for update`,
    [uuidOf(staff)],
  );
  return rows.map((row) => approvalFrom(row, now));
}

/** Writes down which approvals are over since nobody decided or used them in time. */
export async function markExpired(
  joining: Transaction,
  most: number,
  now: Date,
): Promise<{ approval: Approval; wasApproved: boolean }[]> {
  const { rows } = await joining.query<ApprovalRow>(
    `update accounts.approvals set expired_at = coalesce(usable_until, expires_at)
     where id in (select id from accounts.approvals
         where expires_at <= $1::timestamptz and coalesce(usable_until, expires_at) <= $1::timestamptz
           and refused_at is null and expired_at is null and withdrawn_at is null and used_at is null
         order by expires_at limit $2::integer for update skip locked)
     returning id, kind, subject, reason, scope, asked_by, asked_at, expires_at, approver, approved_at, usable_until,
       refused_at, expired_at, withdrawn_at, withdrawn_because, used_at`,
    [now, most],
  );
  return rows.map((row) => {
    return { approval: approvalFrom(row, now), wasApproved: row.approved_at !== null };
  });
}

function approvalFrom(row: ApprovalRow, now: Date): Approval {
  const steps: ApprovalSteps = {
    expiresAt: row.expires_at,
    approvedAt: row.approved_at,
    usableUntil: row.usable_until,
    refusedAt: row.refused_at,
    expiredAt: row.expired_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because,
    usedAt: row.used_at,
  };
  return {
    id: idFrom("approval", row.id),
    kind: row.kind,
    subject: row.subject,
    reason: row.reason,
    scope: row.scope,
    askedBy: idFrom("staff", row.asked_by),
    askedAt: row.asked_at,
    approver: idFrom("staff", row.approver),
    state: stateOf(steps, now),
  };
}
