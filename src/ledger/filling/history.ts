import type { EventKind } from "../event.ts";
import type { IdList } from "./seeded.ts";

/** Something that a member of the staff did, in a history that is made up. Whoever makes it keeps to its kind. */
export type PastEvent = {
  /** Milliseconds since 1970. */
  at: number;
  kind: EventKind;
  /** Places in the history's lists. */
  staff: number;
  client: number;
  field: string | undefined;
  version: number | undefined;
  ticket: Buffer | undefined;
  purpose: string | undefined;
  decision: "allow" | "deny";
  /** JSON. */
  details: string;
};

/** What a desk's ledger would hold. */
export type History = {
  staff: IdList<"staff">;
  clients: IdList<"client">;
  /** How many in all. */
  events: number;
  /** The first day that has events and the day after the last, in UTC. */
  from: Date;
  to: Date;
  seed: number;
  /** In the order of their time, a day or a part of one at a time. */
  eventsInTurn(): Iterable<readonly PastEvent[]>;
};

/** Told how many events are written. */
export type TellEvents = (done: number) => void;
