import {
  hold,
  type Id,
  idFrom,
  type Queryable,
  type Silent,
  type Transaction,
  uuidOf,
} from "#platform";
import type { Shift } from "./shift.ts";
import type { Joiner, Role, StaffMember } from "./staff.ts";

type StaffRow = {
  staff: string;
  name: string;
  email: string | null;
  provider_subject: string | null;
  team: string;
  employer: string;
  languages: string[];
  time_zone: string;
  shift: Shift["shift"];
  joined_at: Date;
  left_at: Date | null;
  held_at: Date | null;
  roles: { role: Role; since: string }[];
};

/** Serialises joiners against each other; held until their transaction ends. */
export async function holdJoining(joining: Transaction): Promise<void> {
  await hold(joining, "accounts.joining");
}

export async function insertStaff(
  joining: Transaction,
  id: Id<"staff">,
  { name, email, subject, team, employer, languages, timeZone, shift }: Omit<Joiner, "roles">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into accounts.staff (staff, name, email, provider_subject, team, employer, languages, time_zone, shift,
       joined_at, joined_by)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text[], $8::text, $9::jsonb,
       $10::timestamptz, $11::uuid)`,
    [
      uuidOf(id),
      name,
      email,
      subject,
      team,
      employer,
      languages,
      timeZone,
      JSON.stringify(shift),
      now,
      by && uuidOf(by),
    ],
  );
}

/** Gives roles that the person doesn't have yet. */
export async function grantRoles(
  joining: Transaction,
  id: Id<"staff">,
  roles: readonly Role[],
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into accounts.staff_roles (staff, role, granted_at, granted_by)
     select $1::uuid, given.role, $3::timestamptz, $4::uuid from unnest($2::text[]) as given (role)
     where not exists (select from accounts.staff_roles r
       where r.staff = $1::uuid and r.role = given.role and r.ended_at is null)`,
    [uuidOf(id), roles, now, by && uuidOf(by)],
  );
}

export async function endRoles(
  joining: Transaction,
  id: Id<"staff">,
  roles: readonly Role[],
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.staff_roles set ended_at = $3::timestamptz, ended_by = $4::uuid
     where staff = $1::uuid and role = any ($2::text[]) and ended_at is null`,
    [uuidOf(id), roles, now, by && uuidOf(by)],
  );
}

/** False when nobody by this id is here. */
export async function markLeft(
  joining: Transaction,
  id: Id<"staff">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.staff set left_at = $2::timestamptz, left_by = $3::uuid
     where staff = $1::uuid and left_at is null`,
    [uuidOf(id), now, by && uuidOf(by)],
  );
  return rowCount === 1;
}

/** Puts somebody's access on hold; false when it is already, or nobody by this id is here. */
export async function markHeld(
  joining: Transaction,
  id: Id<"staff">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.staff set held_at = $2::timestamptz, held_by = $3::uuid
     where staff = $1::uuid and left_at is null and held_at is null`,
    [uuidOf(id), now, by && uuidOf(by)],
  );
  return rowCount === 1;
}

/** Ends the hold; false when there is none. */
export async function endHold(joining: Transaction, id: Id<"staff">): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.staff set held_at = null, held_by = null
     where staff = $1::uuid and held_at is not null`,
    [uuidOf(id)],
  );
  return rowCount === 1;
}

/** Everybody who is here, by name. */
export async function staffHere(queryable: Queryable): Promise<StaffMember[]> {
  const { rows } = await queryable.query<StaffRow>(
    `select s.staff, s.name, s.email, s.provider_subject, s.team, s.employer, s.languages, s.time_zone, s.shift,
       s.joined_at, s.left_at, s.held_at,
       coalesce((select json_agg(json_build_object('role', r.role, 'since', r.granted_at) order by r.role)
         from accounts.staff_roles r where r.staff = s.staff and r.ended_at is null), '[]') as roles
     from accounts.staff s where s.left_at is null order by s.name, s.staff`,
  );
  return rows.map(memberFrom);
}

/** A member of the staff with the roles in force, also one who left. */
export async function staffById(
  queryable: Queryable,
  id: Id<"staff">,
): Promise<StaffMember | undefined> {
  const { rows } = await queryable.query<StaffRow>(
    `select s.staff, s.name, s.email, s.provider_subject, s.team, s.employer, s.languages, s.time_zone, s.shift,
       s.joined_at, s.left_at, s.held_at,
       coalesce((select json_agg(json_build_object('role', r.role, 'since', r.granted_at) order by r.role)
         from accounts.staff_roles r where r.staff = s.staff and r.ended_at is null), '[]') as roles
     from accounts.staff s where s.staff = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && memberFrom(rows[0]);
}

/** The same, and until the transaction ends nobody else changes this person's row. Only somebody who is here. */
export async function holdStaff(
  joining: Transaction,
  id: Id<"staff">,
): Promise<StaffMember | undefined> {
  const { rowCount } = await joining.query(
    "select from accounts.staff where staff = $1::uuid and left_at is null for no key update",
    [uuidOf(id)],
  );
  return rowCount === 1 ? await staffById(joining, id) : undefined;
}

/**
 * Looks of these people begin: until the transaction ends nobody takes from them what they may see. What the rules know is
 * read in a statement after this one: that is what stands.
 */
export function beginLooks(staff: readonly Id<"staff">[]): Silent {
  return {
    text: `select from unnest($1::uuid[]) as s
     where pg_advisory_xact_lock_shared(hashtextextended('look ' || s::text, 0)) is null`,
    values: [`{${inOrder(staff).join(",")}}`],
  };
}

/**
 * Waits for the looks of these people that have begun, and lets no other begin until the transaction ends; nobody else
 * freezes or thaws them meanwhile. Call it first, for all at once, since a look waits for the ledger, too. The order of
 * locks: a client's answers of a contact, looks, rows of the staff, tickets, what stands beside them, events.
 *
 * So no look that had begun is written down behind what a client does against it (a no, a call that was wrong, an approval
 * taken back), behind leaving or containment; one that begins after that is judged by what stands then. What staff do with a
 * ticket waits for no look: one that had begun when it was solved, given to somebody or transferred may be written down
 * behind that.
 */
export async function stopLooks(
  joining: Transaction,
  staff: readonly Id<"staff">[],
): Promise<void> {
  await joining.query(
    `select from unnest($1::uuid[]) as s
     where pg_advisory_xact_lock(hashtextextended('look ' || s::text, 0)) is null`,
    [inOrder(staff)],
  );
}

/** In one order everywhere: so nobody waits for whoever waits for them. */
function inOrder(staff: readonly Id<"staff">[]): string[] {
  return staff.map(uuidOf).sort();
}

/** Who of those who are here that is at the identity provider. */
export async function staffBySubject(
  queryable: Queryable,
  subject: string,
): Promise<Id<"staff"> | undefined> {
  const { rows } = await queryable.query<{ staff: string }>(
    "select staff from accounts.staff where provider_subject = $1::text and left_at is null",
    [subject],
  );
  return rows[0] && idFrom("staff", rows[0].staff);
}

export async function staffByEmail(
  queryable: Queryable,
  email: string,
): Promise<Id<"staff"> | undefined> {
  const { rows } = await queryable.query<{ staff: string }>(
    "select staff from accounts.staff where email = $1::text and left_at is null",
    [email],
  );
  return rows[0] && idFrom("staff", rows[0].staff);
}

/** What people are called, also those who left. */
export async function staffNames(
  queryable: Queryable,
  ids: readonly Id<"staff">[],
): Promise<ReadonlyMap<Id<"staff">, string>> {
  const { rows } = await queryable.query<{ staff: string; name: string }>(
    "select staff, name from accounts.staff where staff = any ($1::uuid[])",
    [ids.map(uuidOf)],
  );
  return new Map(rows.map(({ staff, name }) => [idFrom("staff", staff), name]));
}

/** The administrators who are here and ever signed in, or can: with a passkey, or by the identity provider. */
export async function countReachedAdministrators(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from accounts.staff s
     join accounts.staff_roles r on r.staff = s.staff and r.role = 'admin' and r.ended_at is null
     where s.left_at is null and (s.provider_subject is not null
       or exists (select from accounts.staff_passkeys p where p.staff = s.staff and p.ended_at is null))`,
  );
  return rows[0]?.count ?? 0;
}

function memberFrom(row: StaffRow): StaffMember {
  return {
    id: idFrom("staff", row.staff),
    name: row.name,
    email: row.email ?? undefined,
    subject: row.provider_subject ?? undefined,
    team: row.team,
    employer: row.employer,
    languages: row.languages,
    timeZone: row.time_zone,
    shift: row.shift,
    roles: row.roles.map(({ role, since }) => ({ role, since: new Date(since) })),
    joinedAt: row.joined_at,
    leftAt: row.left_at ?? undefined,
    ...(row.held_at && { heldAt: row.held_at }),
  };
}
