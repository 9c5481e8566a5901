import type { Id } from "#platform";
import type { FieldName } from "#policy";
import type { Candidate, ResolvedRow } from "../leak.ts";

/**
 * A value that the ledger is asked about: a version of a field, of a client as the ledger has it. Without a field it is anything
 * that was shown.
 */
export type Slot = {
  client: Id<"client">;
  field: FieldName | undefined;
  version: number | undefined;
};

/** So many values fit into the bits that a look is answered with. */
const slotsMax = 30;

/**
 * What the ledger is asked about: each client with the values in question, under an id which the ledger has. Of many, the
 * client stands there again. `owner` is whose that id is now.
 */
export type AskedClient = { client: Id<"client">; owner: Id<"client">; slots: Slot[] };

/** What somebody was shown of a client that was asked about: which of its slots, and when first and last, in milliseconds. */
export type Look = {
  /** The place of the client in what was asked. */
  place: number;
  staff: Id<"staff">;
  slots: number;
  firstMs: number;
  lastMs: number;
};

/** Every client whom a row may be about, with all values of the rows that are or were this client's. */
export class Question {
  readonly asked: AskedClient[] = [];
  readonly #slots = new Map<string, { place: number; bit: number }>();
  readonly #places = new Map<Id<"client">, number>();

  constructor(rows: readonly ResolvedRow[]) {
    for (const { outcome } of rows) {
      if (outcome.is !== "found") continue;
      for (const candidate of outcome.candidates) {
        for (const slot of slotsOf(candidate).flat()) this.#add(candidate.client, slot);
      }
    }
  }

  /** Where the answer about a value stands. */
  find(slot: Slot): { place: number; bit: number } {
    const found = this.#slots.get(nameOf(slot));
    if (!found) throw new Error("a value that wasn't asked about");
    return found;
  }

  #add(owner: Id<"client">, slot: Slot): void {
    const name = nameOf(slot);
    if (this.#slots.has(name)) return;
    const { client } = slot;
    let place = this.#places.get(client);
    let own = place === undefined ? undefined : this.asked[place];
    if (place === undefined || !own || own.slots.length >= slotsMax) {
      place = this.asked.length;
      own = { client, owner, slots: [] };
      this.asked.push(own);
      this.#places.set(client, place);
    }
    this.#slots.set(name, { place, bit: 1 << own.slots.length });
    own.slots.push(slot);
  }
}

/** The values of a candidate, field by field. Who is known by the account alone was shown by any look. */
export function slotsOf({
  client,
  formers = [],
  matched,
}: Pick<Candidate, "client" | "formers" | "matched">): Slot[][] {
  const fields = [...matched].map(([field, versions]) =>
    versions.map(({ version, former = client }) => ({ client: former, field, version })),
  );
  if (fields.length > 0) return fields;
  return [[client, ...formers].map((id) => ({ client: id, field: undefined, version: undefined }))];
}

function nameOf({ client, field, version }: Slot): string {
  return `${client} ${field} ${version}`;
}
