import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { DetectorId, Signal } from "../detector/index.ts";
import type { Case, CaseState, Finding, KeptSignal, SecondLook } from "./case.ts";

type CaseRow = {
  id: string;
  staff: string;
  opened_at: Date;
  changed_at: Date;
  score: number;
  is_urgent: boolean;
  raised_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  finding: Finding | null;
  reason: string | null;
  read_until: Date | null;
  second_look_at: Date | null;
  second_look_by: string | null;
  second_look_agrees: boolean | null;
};

/** Serialises what joins signals to cases: two processes that look at once raise a case once. */
export async function holdCases(joining: Transaction): Promise<void> {
  await hold(joining, "watch.cases");
}

/** The cases that aren't closed, the strongest first: urgent ones, then raised ones. */
export async function openCases(queryable: Queryable): Promise<Case[]> {
  const { rows } = await queryable.query<CaseRow>(
    `select id, staff, opened_at, changed_at, score, is_urgent, raised_at, closed_at, closed_by, finding, reason,
       read_until, second_look_at, second_look_by, second_look_agrees
     from watch.cases where closed_at is null
     order by is_urgent desc, raised_at is null, score desc, id`,
  );
  return rows.map(caseFrom);
}

/** The cases that were closed, those that nobody looked at a second time first, then the newest. */
export async function closedCases(queryable: Queryable, most: number): Promise<Case[]> {
  const { rows } = await queryable.query<CaseRow>(
    `select id, staff, opened_at, changed_at, score, is_urgent, raised_at, closed_at, closed_by, finding, reason,
       read_until, second_look_at, second_look_by, second_look_agrees
     from watch.cases where closed_at is not null
     order by second_look_at is not null, closed_at desc, id limit $1::integer`,
    [most],
  );
  return rows.map(caseFrom);
}

/** The cases of a person that have an explanation, as two people say. */
export async function explainedCases(
  queryable: Queryable,
  staff: Id<"staff">,
): Promise<Id<"case">[]> {
  const { rows } = await queryable.query<{ id: string }>(
    "select id from watch.cases where staff = $1::uuid and finding = 'explained' and second_look_agrees",
    [uuidOf(staff)],
  );
  return rows.map(({ id }) => idFrom("case", id));
}

export async function caseById(queryable: Queryable, id: Id<"case">): Promise<Case | undefined> {
  const { rows } = await queryable.query<CaseRow>(
    `select id, staff, opened_at, changed_at, score, is_urgent, raised_at, closed_at, closed_by, finding, reason,
       read_until, second_look_at, second_look_by, second_look_agrees
     from watch.cases where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && caseFrom(rows[0]);
}

/** Makes a person's case, when there is no open one. @returns the open one */
export async function ensureCase(
  joining: Transaction,
  id: Id<"case">,
  staff: Id<"staff">,
  now: Date,
): Promise<Id<"case">> {
  await joining.query(
    `insert into watch.cases (id, staff, opened_at, changed_at, score, is_urgent)
     values ($1::uuid, $2::uuid, $3::timestamptz, $3::timestamptz, 0, false)
     on conflict (staff) where closed_at is null do nothing`,
    [uuidOf(id), uuidOf(staff), now],
  );
  const { rows } = await joining.query<{ id: string }>(
    "select id from watch.cases where staff = $1::uuid and closed_at is null",
    [uuidOf(staff)],
  );
  if (!rows[0]) throw new Error(`${staff} has no open case`);
  return idFrom("case", rows[0].id);
}

/** The signals of these keys that there are, by person and key, and whether their case is closed. */
export async function knownSignals(
  queryable: Queryable,
  signals: readonly Pick<Signal, "staff" | "key">[],
): Promise<{ staff: Id<"staff">; key: string; isClosed: boolean }[]> {
  const { rows } = await queryable.query<{ staff: string; key: string; is_closed: boolean }>(
    `select s.staff, s.key, c.closed_at is not null as is_closed
     from unnest($1::uuid[], $2::text[]) as asked (staff, key)
     join watch.signals s on s.staff = asked.staff and s.key = asked.key
     join watch.cases c on c.id = s."case"`,
    [signals.map(({ staff }) => uuidOf(staff)), signals.map(({ key }) => key)],
  );
  return rows.map(({ staff, key, is_closed: isClosed }) => ({
    ...{ staff: idFrom("staff", staff), key, isClosed },
  }));
}

/**
 * Keeps a signal in a case, or its figures as they are now: it has changed since when it stands on other events.
 * @returns whether anything is otherwise
 */
export async function saveSignal(
  joining: Transaction,
  of: Id<"case">,
  { staff, key, detector, at, figures, events, isUrgent }: Signal,
  points: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into watch.signals as s (staff, key, "case", detector, points, is_urgent, at, figures, events, changed_at)
     values ($1::uuid, $2::text, $3::uuid, $4::text, $5::real, $6::boolean, $7::timestamptz, $8::jsonb, $9::uuid[],
       $10::timestamptz)
     on conflict (staff, key) do update set points = excluded.points, is_urgent = s.is_urgent or excluded.is_urgent,
       figures = excluded.figures, events = excluded.events,
       changed_at = case when s.events = excluded.events then s.changed_at else excluded.changed_at end
     where s.points <> excluded.points or s.figures <> excluded.figures or s.events <> excluded.events
       or (excluded.is_urgent and not s.is_urgent)`,
    [
      ...[uuidOf(staff), key, uuidOf(of), detector, points, isUrgent ?? false, at],
      ...[JSON.stringify(figures), events.map(uuidOf), now],
    ],
  );
  return rowCount === 1;
}

/**
 * What doubts that don't stand any more had said counts for nothing.
 * @param standing the events of those that stand @returns the cases that it changed
 */
export async function retractDoubts(
  joining: Transaction,
  detector: DetectorId,
  standing: readonly Id<"event">[],
  since: Date,
  now: Date,
): Promise<Id<"case">[]> {
  const { rows } = await joining.query<{ case: string }>(
    `update watch.signals s set points = 0, is_urgent = false, figures = jsonb_set(s.figures, '{taken}', '1'),
       changed_at = $4::timestamptz
     from watch.cases c
     where c.id = s."case" and c.closed_at is null and s.detector = $1::text and s.points > 0
       and s.at >= $3::timestamptz and not (s.events && $2::uuid[])
     returning s."case"`,
    [detector, standing.map(uuidOf), since, now],
  );
  return [...new Set(rows.map((row) => idFrom("case", row.case)))];
}

/** Counts a case's signals together. @returns the case, and whether it can wait no longer since now */
export async function sumCase(
  joining: Transaction,
  id: Id<"case">,
  now: Date,
): Promise<{ of: Case; becameUrgent: boolean }> {
  const { rows } = await joining.query<CaseRow & { was_urgent: boolean }>(
    `with summed as (
       select sum(points) as score, bool_or(is_urgent) as is_urgent from watch.signals where "case" = $1::uuid
     ), before as (
       select is_urgent from watch.cases where id = $1::uuid
     )
     update watch.cases c set score = s.score, is_urgent = s.is_urgent, changed_at = $2::timestamptz
     from summed s, before b where c.id = $1::uuid
     returning c.id, c.staff, c.opened_at, c.changed_at, c.score, c.is_urgent, c.raised_at, c.closed_at, c.closed_by,
       c.finding, c.reason, c.read_until, c.second_look_at, c.second_look_by, c.second_look_agrees,
       b.is_urgent as was_urgent`,
    [uuidOf(id), now],
  );
  if (!rows[0]) throw new Error(`there is no ${id}`);
  return { of: caseFrom(rows[0]), becameUrgent: rows[0].is_urgent && !rows[0].was_urgent };
}

/** How many cases were raised since a moment that could have waited. */
export async function countRaised(queryable: Queryable, since: Date): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from watch.cases
     where raised_at >= $1::timestamptz and not is_urgent`,
    [since],
  );
  return rows[0]?.count ?? 0;
}

export async function markRaised(joining: Transaction, id: Id<"case">, now: Date): Promise<void> {
  await joining.query(
    `update watch.cases set raised_at = $2::timestamptz, changed_at = $2::timestamptz where id = $1::uuid`,
    [uuidOf(id), now],
  );
}

/** Whether a case has a signal, from a case that was opened again too, or one of its signals an event, that it hadn't at a moment. */
export async function hasChangedSince(
  queryable: Queryable,
  id: Id<"case">,
  at: Date,
): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (select from watch.signals where "case" = $1::uuid and changed_at > $2::timestamptz) as found`,
    [uuidOf(id), at],
  );
  return rows[0]?.found ?? false;
}

/** How somebody closes a case, and up to where that person had read it. */
export type Closing = { by: Id<"staff">; finding: Finding; reason: string; readUntil: Date };

export async function markClosed(
  joining: Transaction,
  id: Id<"case">,
  { by, finding, reason, readUntil }: Closing,
  now: Date,
): Promise<void> {
  await joining.query(
    `update watch.cases set closed_at = $2::timestamptz, closed_by = $3::uuid, finding = $4::text, reason = $5::text,
       read_until = $6::timestamptz, changed_at = $2::timestamptz
     where id = $1::uuid and closed_at is null`,
    [uuidOf(id), now, uuidOf(by), finding, reason, readUntil],
  );
}

export async function markSecondLook(
  joining: Transaction,
  id: Id<"case">,
  { by, agrees, at }: SecondLook,
): Promise<void> {
  await joining.query(
    `update watch.cases set second_look_at = $2::timestamptz, second_look_by = $3::uuid,
       second_look_agrees = $4::boolean, changed_at = $2::timestamptz
     where id = $1::uuid`,
    [uuidOf(id), at, uuidOf(by), agrees],
  );
}

/** Opens a closed case again; its signals join the open one when there is one by now. @returns the open one */
export async function reopen(
  joining: Transaction,
  { id, staff }: Pick<Case, "id" | "staff">,
  now: Date,
): Promise<Id<"case">> {
  const { rows } = await joining.query<{ id: string }>(
    "select id from watch.cases where staff = $1::uuid and closed_at is null",
    [uuidOf(staff)],
  );
  const open = rows[0] && idFrom("case", rows[0].id);
  if (open) {
    await joining.query(
      `update watch.signals set "case" = $2::uuid, changed_at = $3::timestamptz where "case" = $1::uuid`,
      [uuidOf(id), uuidOf(open), now],
    );
    return open;
  }
  await joining.query(
    `update watch.cases set closed_at = null, closed_by = null, finding = null, reason = null, read_until = null,
       raised_at = coalesce(raised_at, $2::timestamptz), changed_at = $2::timestamptz
     where id = $1::uuid`,
    [uuidOf(id), now],
  );
  return id;
}

/** What these cases stand on, the strongest first. */
export async function signalsOf(
  queryable: Queryable,
  cases: readonly Id<"case">[],
): Promise<KeptSignal[]> {
  const { rows } = await queryable.query<{
    case: string;
    detector: DetectorId;
    points: number;
    is_urgent: boolean;
    at: Date;
    figures: Record<string, number | string>;
    events: string[];
  }>(
    `select "case", detector, points, is_urgent, at, figures, events from watch.signals
     where "case" = any ($1::uuid[]) order by points desc, at desc, key`,
    [cases.map(uuidOf)],
  );
  return rows.map(({ is_urgent: isUrgent, events, ...row }) => ({
    ...{ ...row, isUrgent, case: idFrom("case", row.case) },
    events: events.map((event) => idFrom("event", event)),
  }));
}

/** The events since a moment that somebody explained: what stood on them is closed. */
export async function explainedEvents(
  queryable: Queryable,
  since: Date,
): Promise<ReadonlySet<Id<"event">>> {
  const { rows } = await queryable.query<{ event: string }>(
    `select distinct unnest(s.events) as event from watch.signals s
     join watch.cases c on c.id = s."case" and c.closed_at is not null
     where s.changed_at >= $1::timestamptz`,
    [since],
  );
  return new Set(rows.map(({ event }) => idFrom("event", event)));
}

/** By which open pages see that something changed. */
export async function lastChange(queryable: Queryable): Promise<string> {
  const { rows } = await queryable.query<{ mark: string }>(
    `select concat_ws(' ', (select max(changed_at) from watch.cases),
       (select max(coalesce(released_at, done_at, contained_at)) from watch.containments)) as mark`,
  );
  return rows[0]?.mark ?? "";
}

function caseFrom(row: CaseRow): Case {
  return {
    id: idFrom("case", row.id),
    staff: idFrom("staff", row.staff),
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    score: row.score,
    isUrgent: row.is_urgent,
    state: stateFrom(row),
  };
}

function stateFrom(row: CaseRow): CaseState {
  const { closed_at: at, closed_by: by, finding, reason, read_until: readUntil } = row;
  if (!at || !by || !finding || reason === null || !readUntil) {
    return row.raised_at ? { is: "raised", at: row.raised_at } : { is: "waiting" };
  }
  return {
    ...{ is: "closed", at, by: idFrom("staff", by), finding, reason, readUntil },
    ...secondLookFrom(row),
  };
}

function secondLookFrom(row: CaseRow): { secondLook?: SecondLook } {
  const { second_look_at: at, second_look_by: by, second_look_agrees: agrees } = row;
  if (!at || !by || agrees === null) return {};
  return { secondLook: { at, by: idFrom("staff", by), agrees } };
}
