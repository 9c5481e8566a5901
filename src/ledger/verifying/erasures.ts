import { z } from "@hono/zod-openapi";
import { isId, jsonIn } from "#platform";
import type { Findings, Where } from "./finding.ts";
import { eventId, isErased, isHalfErased, type RawRow, whereIs } from "./raw-row.ts";

/** The kind of event that says which events were erased, see ../erasure/kinds.ts. */
const erasedKind = Buffer.from("ledger.erased");

const saidSchema = z.object({ events: z.array(z.string()), part: z.enum(["client", "actor"]) });

/** What was erased, and what the log says was. */
export class Erasures {
  readonly #erased = new Map<string, Where>();
  readonly #actorErased = new Map<string, Where>();
  /** They are named already, whatever is said of them. */
  readonly #halfErased = new Set<string>();
  readonly #said = { client: new Set<string>(), actor: new Set<string>() };

  get count(): number {
    return this.#erased.size;
  }

  /** Whether an event's row says that it was erased, in part or all. */
  isErased(event: string): boolean {
    return this.#erased.has(event) || this.#halfErased.has(event);
  }

  /** Notes what of an event was erased. */
  see(row: RawRow, leaf: number | undefined): void {
    if (isErased(row)) this.#erased.set(eventId(row), whereIs(row, leaf));
    else if (isHalfErased(row)) this.#halfErased.add(eventId(row));
    else if (row.actorCommitment) this.#actorErased.set(eventId(row), whereIs(row, leaf));
  }

  /** Notes what an event says was erased, if it is of the kind that says so. */
  hear({ kind, details }: RawRow): void {
    if (!kind?.equals(erasedKind)) return;
    const said = saidSchema.safeParse(jsonIn(String(details)));
    // Who calls `ledger.append` by hand can have anything logged. It names no erasure.
    if (!said.success) return;
    for (const event of said.data.events) this.#said[said.data.part].add(event);
  }

  judge(findings: Findings): void {
    for (const [event, at] of this.#erased) {
      if (!this.#said.client.has(event)) findings.add("erasure_unlogged", at);
    }
    for (const [event, at] of this.#actorErased) {
      if (!this.#said.actor.has(event)) findings.add("erasure_unlogged", at);
    }
    for (const event of [...this.#said.client, ...this.#said.actor]) {
      const isActorErased = this.#actorErased.has(event) && !this.#said.client.has(event);
      const isDone = this.#erased.has(event) || this.#halfErased.has(event) || isActorErased;
      if (!isDone && isId("event", event)) findings.add("erasure_undone", { event });
    }
  }
}
