import { existsSync } from "node:fs";
import { committedEvent } from "#ledger";
import type { Database, Id } from "#platform";
import { type JournalEntry, readJournal } from "./journal.ts";
import type { Permit } from "./permit.ts";

const askedAtOnce = 8;

/** What the keykeeper's journal and the ledger say of each other. */
export type Audit = {
  /** By the keykeeper's own count. */
  decryptions: number;
  /** Lines that were changed, removed or put elsewhere: what they said isn't known. */
  broken_lines: number[];
  /** Events that the journal says were used, but that the ledger doesn't have. */
  without_event: Id<"event">[];
  used_twice: Id<"event">[];
  /** Events that are about something else than what was decrypted for them, or that permit no decryption. */
  other_event: Id<"event">[];
};

/** Whether an event permits what was done for it; an erased one says nothing any more. */
type Verdict = "fits" | "without_event" | "other_event";

/**
 * Holds the keykeeper's journal against the ledger's events, one by one.
 * @param onEntry told how many entries are done
 */
export async function audit(
  database: Database,
  journal: string,
  permits: readonly Permit[],
  onEntry: (count: number) => void,
): Promise<Audit> {
  const found: Audit = {
    decryptions: 0,
    broken_lines: [],
    without_event: [],
    used_twice: [],
    other_event: [],
  };
  const seen = new Set<Id<"event">>();
  let batch: JournalEntry[] = [];
  const judgeBatch = async () => {
    const verdicts = await Promise.all(batch.map((entry) => judge(database, permits, entry)));
    batch.forEach(({ event }, place) => {
      const verdict = verdicts[place] ?? "without_event";
      if (verdict !== "fits") found[verdict].push(event);
    });
    batch = [];
  };
  for await (const { number, entry, follows } of linesOf(journal)) {
    if (!follows || (number > 0 && !entry)) found.broken_lines.push(number);
    if (!entry) continue;
    found.decryptions += 1;
    if (seen.has(entry.event)) found.used_twice.push(entry.event);
    seen.add(entry.event);
    if (batch.push(entry) === askedAtOnce) await judgeBatch();
    onEntry(found.decryptions);
  }
  await judgeBatch();
  return found;
}

export function fits({ decryptions: _decryptions, ...misfits }: Audit): boolean {
  return Object.values(misfits).every((each) => each.length === 0);
}

async function* linesOf(journal: string) {
  if (existsSync(journal)) yield* readJournal(journal);
}

async function judge(
  database: Database,
  permits: readonly Permit[],
  used: JournalEntry,
): Promise<Verdict> {
  const event =
    (await committedEvent(database, used.client, used.event)) ??
    (await committedEvent(database, undefined, used.event));
  if (!event) return "without_event";
  const isErased = event.client === undefined && event.details === undefined;
  if (isErased) return "fits";
  const isPermitted = permits.some(
    (permit) =>
      permit.act === (used.act ?? "decrypt") &&
      permit.kind === event.kind &&
      permit.table === used.table,
  );
  const isSame =
    event.client === used.client && event.field === used.field && event.version === used.version;
  return isPermitted && isSame && event.decision === "allow" ? "fits" : "other_event";
}
