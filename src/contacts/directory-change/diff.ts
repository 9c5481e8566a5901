import type { Contact, Directory, ReportedContact } from "../directory.ts";

/** What an edition would change. An entry is known by its type, value and network. */
export type DirectoryDiff = {
  added: readonly Contact[];
  removed: readonly Contact[];
  changed: readonly { before: Contact; after: Contact }[];
  /** The firm's name, the brands and the expiry, where they differ. */
  facts: readonly { name: "firm" | "brands" | "expires_at"; before: string; after: string }[];
  reportedAdded: readonly ReportedContact[];
  reportedRemoved: readonly ReportedContact[];
};

export function diffOf(before: Directory, after: Directory): DirectoryDiff {
  const contacts = compared(before.contacts, after.contacts);
  const reported = compared(before.reported ?? [], after.reported ?? []);
  return {
    ...contacts,
    facts: (["firm", "brands", "expires_at"] as const)
      .map((name) => ({ name, before: textOf(before[name]), after: textOf(after[name]) }))
      .filter((fact) => fact.before !== fact.after),
    reportedAdded: reported.added,
    reportedRemoved: reported.removed,
  };
}

type Entry = Pick<Contact, "type" | "value" | "network">;

/** A contact that came back stands several times, with other dates: entries that are the same everywhere cancel out. */
function compared<One extends Entry>(before: readonly One[], after: readonly One[]) {
  const gone = without(before, after);
  const come = without(after, before);
  const changed: { before: One; after: One }[] = [];
  const added: One[] = [];
  for (const entry of come) {
    const place = gone.findIndex((one) => keyOf(one) === keyOf(entry));
    const [was] = place >= 0 ? gone.splice(place, 1) : [];
    if (was) changed.push({ before: was, after: entry });
    else added.push(entry);
  }
  return { added, removed: gone, changed };
}

function without<One extends Entry>(entries: readonly One[], others: readonly One[]): One[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(wholeOf(other), (left.get(wholeOf(other)) ?? 0) + 1);
  return entries.filter((entry) => {
    const count = left.get(wholeOf(entry)) ?? 0;
    left.set(wholeOf(entry), count - 1);
    return count <= 0;
  });
}

function keyOf({ type, value, network = "" }: Entry): string {
  return JSON.stringify([type, value, network]);
}

function wholeOf(entry: Entry): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value ?? []).join(", ");
}
