import type { z } from "@hono/zod-openapi";
import { type Actor, type Id, newId } from "#platform";

/** The columns that every kind of event shares. What a kind doesn't have, it leaves out. */
export type EventColumns = {
  client?: Id<"client">;
  /** The client's field that the event is about, such as `email`. */
  field?: string;
  /** In which version the field's value was shown to the member of staff who acted: nothing else has one. */
  version?: number;
  ticket?: Id<"ticket">;
  purpose?: string;
  decision?: "allow" | "deny";
};

export type ColumnName = keyof EventColumns;

/** One kind of event. Its name is `<slice>.<past tense>`; a change of its details' meaning is a new version. */
export type EventKind<Details = unknown> = {
  readonly name: `${string}.${string}`;
  readonly version: number;
  /** The columns that an event of this kind has; it has no others. */
  readonly columns: Readonly<Partial<Record<ColumnName, "required" | "optional">>>;
  /** What the kind says beside the columns. Personal data goes in encrypted, by `keys`, or not at all. */
  readonly details: z.ZodType<Details>;
};

/** What a slice says to have an event appended. */
export type EventDraft<Details = unknown> = EventColumns & {
  kind: EventKind<Details>;
  details: Details;
};

/** An event that may be appended: checked against its kind. */
export type LedgerEvent = EventColumns & {
  id: Id<"event">;
  kind: string;
  kindVersion: number;
  actor: Actor;
  occurredAt: Date;
  /** JSON, exactly as it is hashed and stored. */
  details: string;
};

/**
 * An event as the ledger keeps it. What was erased is missing: the actor, or everything that is the client's (then
 * the details are missing, and the event can't be told from its leaf any more).
 */
export type StoredEvent = Omit<LedgerEvent, "actor" | "details"> &
  Place & { actor?: Actor; details?: string };

/** An event as its client sees it. Its numbers and the hash of the event before would show where one is sealed. */
export type ClientEvent = Omit<StoredEvent, keyof Place>;

/**
 * Where an event stands in the two chains that make a removed event a visible gap: its client's, when it has one, and
 * that of the instance (one lane of one process) that appended it. Both count from 1.
 */
export type Place = {
  instance: number;
  instanceSeq: number;
  clientSeq?: number;
  /** The leaf hash of the client's event before this one, 32 bytes; none for the first. */
  previousLeaf?: Uint8Array;
};

/**
 * The event that a draft describes, with an id that carries its time. It throws what zod throws for details that the
 * kind doesn't allow, and an Error for columns that the kind doesn't have: both are bugs of the caller.
 */
export function eventFrom<Details>(
  actor: Actor,
  { kind, details, ...columns }: EventDraft<Details>,
  now: Date,
): LedgerEvent {
  const given = givenColumns(columns);
  checkColumns(kind, given);
  return {
    ...given,
    id: newId("event", now),
    kind: kind.name,
    kindVersion: kind.version,
    actor,
    occurredAt: now,
    details: JSON.stringify(kind.details.parse(details)),
  };
}

function givenColumns(columns: EventColumns): EventColumns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function checkColumns(kind: EventKind, given: EventColumns): void {
  // An empty text and none have one encoding.
  const empty = Object.entries(given).filter(([, value]) => value === "");
  if (empty.length > 0) throw new Error(`${kind.name} has an empty ${empty[0]?.[0]}`);
  const unknown = Object.keys(given).filter((name) => !(name in kind.columns));
  const missing = Object.entries(kind.columns).filter(
    ([name, need]) => need === "required" && !(name in given),
  );
  if (unknown.length > 0) throw new Error(`${kind.name} has no column ${unknown.join(", ")}`);
  if (missing.length > 0) throw new Error(`${kind.name} needs the columns ${missing.join(", ")}`);
}
