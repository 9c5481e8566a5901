import type { Id } from "#platform";
import type { ResolvedRow } from "./leak.ts";

/** What clients are called in a trace: by numbers from 1, as they come up in its rows. */
export class Numbers {
  readonly clients: Id<"client">[] = [];
  readonly #places = new Map<Id<"client">, number>();

  constructor(rows: readonly ResolvedRow[]) {
    for (const { outcome } of rows) {
      if (outcome.is !== "found") continue;
      for (const { client } of outcome.candidates) {
        if (!this.#places.has(client)) this.#places.set(client, this.clients.push(client));
      }
    }
  }

  of(client: Id<"client">): number {
    const place = this.#places.get(client);
    if (place === undefined) throw new Error("a client who stands in no row");
    return place;
  }
}
