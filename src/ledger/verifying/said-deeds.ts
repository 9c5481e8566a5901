import { z } from "@hono/zod-openapi";
import { type Id, jsonIn } from "#platform";
import { clientId, eventId, int32, isErased, type RawRow, timeMs } from "./raw-row.ts";

/** What is read of the kinds of event by which rows are written: ../erasure/kinds.ts, ../sealed-entries/kinds.ts. */
type Details = {
  "ledger.hold_placed": { reason: string };
  "ledger.hold_lifted": { hold: string };
  "ledger.entry_sealed": { entry: string; until: string };
  "ledger.entry_opened": { entry: string };
};

export type Deed = keyof Details;

const schemas: { [Kind in Deed]: z.ZodType<Details[Kind]> } = {
  "ledger.hold_placed": z.object({ reason: z.string() }),
  "ledger.hold_lifted": z.object({ hold: z.string() }),
  "ledger.entry_sealed": z.object({ entry: z.string(), until: z.iso.date() }),
  "ledger.entry_opened": z.object({ entry: z.string() }),
};

/** What an event says that was done, where its client's chain has it, and when: milliseconds since 1970. */
export type Said<Kind extends Deed> = Details[Kind] & {
  client: Id<"client">;
  event: Id<"event">;
  clientSeq: number;
  atMs: number;
};

/** What the log says of legal holds and sealed entries. All of it is kept: there are few of either. */
export class SaidDeeds {
  readonly #said: { [Kind in Deed]: Said<Kind>[] } = {
    "ledger.hold_placed": [],
    "ledger.hold_lifted": [],
    "ledger.entry_sealed": [],
    "ledger.entry_opened": [],
  };
  /** When events happened that were such ones. Whose, and what they said, was erased. */
  readonly #erasedMs: Record<Deed, number[]> = {
    "ledger.hold_placed": [],
    "ledger.hold_lifted": [],
    "ledger.entry_sealed": [],
    "ledger.entry_opened": [],
  };

  of<Kind extends Deed>(kind: Kind): readonly Said<Kind>[] {
    return this.#said[kind];
  }

  /** Whether such an event was erased that happened from one moment up to another, both included. */
  hasErased(kind: Deed, fromMs: number, toMs = fromMs): boolean {
    return this.#erasedMs[kind].some((atMs) => atMs >= fromMs && atMs <= toMs);
  }

  /** Notes an event that was erased, if it is of such a kind. */
  see(row: RawRow): void {
    const kind = deedOf(row);
    if (kind && isErased(row)) this.#erasedMs[kind].push(timeMs(row));
  }

  /** Notes what an event says, if it is of such a kind. */
  hear(row: RawRow): void {
    const kind = deedOf(row);
    if (kind) this.#take(kind, row);
  }

  #take<Kind extends Deed>(kind: Kind, row: RawRow): void {
    const details = schemas[kind].safeParse(jsonIn(String(row.details)));
    // Who calls `ledger.append` by hand can have anything logged. Nothing is done by it.
    if (!details.success) return;
    this.#said[kind].push({
      ...details.data,
      client: clientId(row.client),
      event: eventId(row),
      clientSeq: int32(row.clientSeq) ?? 0,
      atMs: timeMs(row),
    });
  }
}

const prefix = Buffer.from("ledger.");

function deedOf({ kind }: RawRow): Deed | undefined {
  // Of millions of events, a few are the ledger's own.
  if (!kind?.subarray(0, prefix.length).equals(prefix)) return undefined;
  const name = kind.toString();
  return isDeed(name) ? name : undefined;
}

function isDeed(name: string): name is Deed {
  return Object.hasOwn(schemas, name);
}
