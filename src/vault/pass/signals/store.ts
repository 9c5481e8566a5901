import { type Id, idFrom, type Queryable } from "#platform";
import type { FieldName } from "#policy";
import type { Finding, Pass } from "../pass.ts";

/** A pass as detectors read it: who asked, who agreed, what came of it. */
export type PassSignal = {
  id: Id<"grant">;
  kind: Pass["kind"];
  client: Id<"client">;
  asker: Id<"staff">;
  approver: Id<"staff">;
  purpose: string;
  fields: readonly FieldName[];
  givenAt: Date;
  until: Date;
  /** How many values were shown under it. */
  reveals: number;
  reviewer: Id<"staff"> | undefined;
  reviewed: { by: Id<"staff">; at: Date; finding: Finding } | undefined;
};

/** Every pass that was given or reviewed since a moment, the oldest first. */
export async function passSignals(queryable: Queryable, since: Date): Promise<PassSignal[]> {
  const { rows } = await queryable.query<{
    id: string;
    kind: Pass["kind"];
    client: string;
    staff: string;
    approver: string;
    purpose: string;
    fields: FieldName[];
    given_at: Date;
    until: Date;
    reveals: number;
    reviewer: string | null;
    reviewed_by: string | null;
    reviewed_at: Date | null;
    finding: Finding | null;
  }>(
    `select p.id, p.kind, p.client, p.staff, p.approver, p.purpose, p.fields, p.given_at, p.until,
       (select count(*)::integer from vault.pass_looks l
         where l.client = p.client and l.pass = p.id and l.allowed) as reveals,
       p.reviewer, p.reviewed_by, p.reviewed_at, p.finding
     from vault.passes p where p.given_at >= $1::timestamptz or p.reviewed_at >= $1::timestamptz
     order by p.given_at, p.id`,
    [since],
  );
  return rows.map((row) => ({
    id: idFrom("grant", row.id),
    kind: row.kind,
    client: idFrom("client", row.client),
    asker: idFrom("staff", row.staff),
    approver: idFrom("staff", row.approver),
    purpose: row.purpose,
    fields: row.fields,
    givenAt: row.given_at,
    until: row.until,
    reveals: row.reveals,
    reviewer: row.reviewer ? idFrom("staff", row.reviewer) : undefined,
    reviewed:
      row.reviewed_by && row.reviewed_at && row.finding
        ? { by: idFrom("staff", row.reviewed_by), at: row.reviewed_at, finding: row.finding }
        : undefined,
  }));
}
