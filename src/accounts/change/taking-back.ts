import type { Id } from "#platform";
import { factorsOf, strongestOf } from "../factor/index.ts";
import type { Changing } from "./make-change.ts";
import { reviveEnded, undoFrom } from "./store.ts";

/**
 * Takes back a change, with what came after it. Where that leaves neither a factor nor a recovery code, what was ended
 * lives again at once: without it nobody, its owner neither, would ever get in.
 * @param hasCode asked when no factor is left
 */
export async function takeBack(
  { joining, change, account: { client }, now }: Changing,
  from: Id<"change">,
  hasCode: () => Promise<boolean>,
): Promise<Id<"change">[]> {
  const undone = await undoFrom(joining, client, from, change, now);
  const strongest = strongestOf(await factorsOf(joining, client));
  if (!strongest && !(await hasCode())) await reviveEnded(joining, client, now);
  return undone;
}

/** Under a lock what was ended lives again for who proved to be the owner by something that no link brought back. */
export async function reviveForOwner({
  joining,
  account: { client },
  protection,
}: Changing): Promise<void> {
  if (protection.account.is === "locked") {
    await reviveEnded(joining, client, protection.account.since);
  }
}
