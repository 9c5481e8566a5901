import { type Appender, sealEntry } from "#ledger";
import { dayOf, type Id, type Transaction } from "#platform";
import type { FieldName } from "#policy";
import type { Seal } from "../grant/index.ts";
import { insertPassLooks } from "./store.ts";

/** A look under a pass, as its event says it: allowed, or refused after all. */
export type PassLook = {
  client: Id<"client">;
  pass: Id<"grant">;
  field: FieldName;
  allowed: boolean;
  event: Id<"event">;
  /** While the pass is sealed from its client, so is what it was used for. */
  seal: Seal | undefined;
};

/**
 * Keeps looks under passes for their reviews, and seals them from the client as long as the pass is. It joins the
 * transaction that appended their events: no look is ever open to the client first and sealed then.
 */
export async function keepPassLooks(
  appender: Pick<Appender, "append">,
  joining: Transaction,
  looks: readonly PassLook[],
  now: Date,
): Promise<void> {
  if (looks.length === 0) return;
  await insertPassLooks(joining, looks, now);
  for (const { client, event, seal } of looks) {
    if (seal) await sealFrom(appender, joining, { client, entry: event, seal }, now);
  }
}

/** Seals an entry as a pass is sealed; one whose day has come is the client's to read. */
export async function sealFrom(
  appender: Pick<Appender, "append">,
  joining: Transaction,
  { client, entry, seal }: { client: Id<"client">; entry: Id<"event">; seal: Seal },
  now: Date,
): Promise<void> {
  const { reason, until, approver } = seal;
  if (until <= dayOf(now)) return;
  const by = { is: "staff", id: approver } as const;
  await sealEntry(appender, joining, by, { client, entry, reason, until }, now);
}
