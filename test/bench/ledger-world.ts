import { generateKeyPairSync } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { Appender, type EventDraft, type EventKind } from "#ledger";
import { type Actor, type Database, type Id, newId, systemClock } from "#platform";

const fieldsPerContact = 4;
const fields = ["name", "email", "phone", "address"];
const agentsCount = 200;

/** What a revealed field will look like in the ledger. */
export const revealed: EventKind<{ session: string; reason: string }> = {
  name: "bench.revealed",
  version: 1,
  columns: {
    client: "required",
    field: "required",
    version: "required",
    ticket: "required",
    purpose: "required",
    decision: "required",
  },
  details: z.strictObject({ session: z.string(), reason: z.string() }),
};

export function openBenchAppender(database: Database): Appender {
  const receiptKey = generateKeyPairSync("ed25519").privateKey;
  return new Appender({ database, receiptKey, kinds: [revealed], now: systemClock() });
}

export type Reveal = { actor: Actor; draft: EventDraft<{ session: string; reason: string }> };

/** A desk's day: agents who look at a few fields of one client after the other, among so many clients. */
export class World {
  readonly #clients: readonly Id<"client">[];
  readonly #agents: readonly Id<"staff">[];
  #next = 0;

  constructor(clientsCount: number) {
    const now = systemClock();
    this.#clients = Array.from({ length: clientsCount }, () => newId("client", now));
    this.#agents = Array.from({ length: agentsCount }, () => newId("staff", now));
  }

  /** The next reveal. Neighbours are of different clients: contacts go on beside each other. */
  next(): Reveal {
    const place = this.#next++;
    const contact =
      Math.floor(place / (fieldsPerContact * agentsCount)) * agentsCount + (place % agentsCount);
    const field = fields[Math.floor(place / agentsCount) % fieldsPerContact] ?? "name";
    const now = systemClock();
    return {
      actor: { is: "staff", id: pick(this.#agents, place) },
      draft: {
        kind: revealed,
        client: pick(this.#clients, contact * 7_919),
        field,
        version: 1 + (place % 3),
        ticket: newId("ticket", now),
        purpose: "answer a question",
        decision: "allow",
        details: { session: `session_${place % 997}`, reason: "The client asked about it." },
      },
    };
  }
}

function pick<Value>(values: readonly Value[], place: number): Value {
  const value = values[place % values.length];
  if (value === undefined) throw new Error("there are none");
  return value;
}
