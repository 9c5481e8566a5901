import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Proposal } from "./proposal.ts";

type ProposalRow = {
  id: string;
  key_id: string;
  version: number;
  sha256: string;
  uploaded_at: Date;
  proposed_at: Date | null;
  proposed_by: string | null;
  approval: string | null;
  agreed_at: Date | null;
  agreed_by: string | null;
  effective_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  published_at: Date | null;
};

/** Serialises proposals against each other; held until their transaction ends. */
export async function holdProposing(joining: Transaction): Promise<void> {
  await hold(joining, "contacts.proposing");
}

export async function insertProposal(
  joining: Transaction,
  { id, keyId, version, sha256 }: Pick<Proposal, "id" | "keyId" | "version" | "sha256">,
  signed: string,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into contacts.directory_proposals (id, key_id, version, sha256, signed, uploaded_at)
     values ($1::uuid, $2::text, $3::integer, $4::text, $5::text, $6::timestamptz)`,
    [uuidOf(id), keyId, version, sha256, signed, now],
  );
}

export async function markProposed(
  joining: Transaction,
  id: Id<"proposal">,
  by: Id<"staff">,
  approval: Id<"approval">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update contacts.directory_proposals
     set proposed_at = $2::timestamptz, proposed_by = $3::uuid, approval = $4::uuid where id = $1::uuid`,
    [uuidOf(id), now, uuidOf(by), uuidOf(approval)],
  );
}

export async function markAgreed(
  joining: Transaction,
  id: Id<"proposal">,
  by: Id<"staff">,
  effectiveAt: Date,
  now: Date,
): Promise<void> {
  await joining.query(
    `update contacts.directory_proposals
     set agreed_at = $2::timestamptz, agreed_by = $3::uuid, effective_at = $4::timestamptz where id = $1::uuid`,
    [uuidOf(id), now, uuidOf(by), effectiveAt],
  );
}

export async function markWithdrawn(
  joining: Transaction,
  id: Id<"proposal">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<void> {
  await joining.query(
    `update contacts.directory_proposals set withdrawn_at = $2::timestamptz, withdrawn_by = $3::uuid
     where id = $1::uuid`,
    [uuidOf(id), now, by && uuidOf(by)],
  );
}

export async function markPublished(joining: Transaction, id: Id<"proposal">, now: Date) {
  await joining.query(
    "update contacts.directory_proposals set published_at = $2::timestamptz where id = $1::uuid",
    [uuidOf(id), now],
  );
}

/** The proposals, the newest first. */
export async function proposals(queryable: Queryable, most: number): Promise<Proposal[]> {
  const { rows } = await queryable.query<ProposalRow>(
    `select id, key_id, version, sha256, uploaded_at, proposed_at, proposed_by, approval, agreed_at, agreed_by,
       effective_at, withdrawn_at, withdrawn_by, published_at
     from contacts.directory_proposals order by uploaded_at desc, id desc limit $1::integer`,
    [most],
  );
  return rows.map(proposalFrom);
}

export async function proposalById(
  queryable: Queryable,
  id: Id<"proposal">,
): Promise<Proposal | undefined> {
  const { rows } = await queryable.query<ProposalRow>(
    `select id, key_id, version, sha256, uploaded_at, proposed_at, proposed_by, approval, agreed_at, agreed_by,
       effective_at, withdrawn_at, withdrawn_by, published_at
     from contacts.directory_proposals where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && proposalFrom(rows[0]);
}

/** Agreed proposals whose delay is over. */
export async function dueProposals(queryable: Queryable, now: Date): Promise<Id<"proposal">[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `select id from contacts.directory_proposals
     where effective_at <= $1::timestamptz and withdrawn_at is null and published_at is null order by version`,
    [now],
  );
  return rows.map(({ id }) => idFrom("proposal", id));
}

export async function signedText(queryable: Queryable, id: Id<"proposal">): Promise<string> {
  const { rows } = await queryable.query<{ signed: string }>(
    "select signed from contacts.directory_proposals where id = $1::uuid",
    [uuidOf(id)],
  );
  return rows[0]?.signed ?? "";
}

function proposalFrom(row: ProposalRow): Proposal {
  const { proposed_at, proposed_by, approval, agreed_at, agreed_by, effective_at } = row;
  const { withdrawn_at, withdrawn_by } = row;
  return {
    ...{ id: idFrom("proposal", row.id), keyId: row.key_id, version: row.version },
    ...{ sha256: row.sha256, uploadedAt: row.uploaded_at },
    proposed:
      proposed_at && proposed_by && approval
        ? {
            ...{ by: idFrom("staff", proposed_by), at: proposed_at },
            approval: idFrom("approval", approval),
          }
        : undefined,
    agreed:
      agreed_at && agreed_by && effective_at
        ? { by: idFrom("staff", agreed_by), at: agreed_at, effectiveAt: effective_at }
        : undefined,
    withdrawn: withdrawn_at
      ? { by: withdrawn_by ? idFrom("staff", withdrawn_by) : undefined, at: withdrawn_at }
      : undefined,
    publishedAt: row.published_at ?? undefined,
  };
}
