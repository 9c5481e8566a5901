import { existsSync } from "node:fs";
import { committedEvents, type StoredEvent } from "#ledger";
import type { Database, Id } from "#platform";
import { type JournalEntry, readJournal } from "./journal.ts";
import { type Permit, versionOf } from "./permit.ts";

const askedAtOnce = 100;

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
    const events = await eventsOf(database, batch);
    for (const [place, used] of batch.entries()) {
      const verdict = judge(permits, used, events[place]);
      if (verdict !== "fits") found[verdict].push(used.event);
    }
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

/** Each entry's event, where it stands or where it was left when it was erased. */
async function eventsOf(
  database: Database,
  entries: readonly JournalEntry[],
): Promise<(StoredEvent | undefined)[]> {
  const [own, erased] = await Promise.all([
    committedEvents(
      database,
      entries.map(({ client, event }) => ({ client, id: event })),
    ),
    committedEvents(
      database,
      entries.map(({ event }) => ({ client: undefined, id: event })),
    ),
  ]);
  return own.map((event, place) => event ?? erased[place]);
}

function judge(
  permits: readonly Permit[],
  used: JournalEntry,
  event: StoredEvent | undefined,
): Verdict {
  if (!event) return "without_event";
  const isErased = event.client === undefined && event.details === undefined;
  if (isErased) return "fits";
  const permitting = permits.find(
    (permit) =>
      permit.act === (used.act ?? "decrypt") &&
      permit.kind === event.kind &&
      permit.table === used.table,
  );
  const isSame = event.client === used.client && event.field === used.field;
  const isPermitted = permitting && versionOf(event, permitting) === used.version;
  return isPermitted && isSame && event.decision === "allow" ? "fits" : "other_event";
}
