import type { Id } from "#platform";
import { canSignIn, factorsOf } from "../factor/index.ts";
import type { Changing } from "./make-change.ts";
import { reviveEnded, undoFrom } from "./store.ts";

/**
 * Takes back a change, with what came after it. Where that leaves neither a way to sign in nor a recovery code, what was
 * ended lives again at once: without it nobody, its owner neither, would ever get in.
 * @param hasCode asked when nobody can sign in any more
 */
export async function takeBack(
  { joining, change, account: { client }, now }: Changing,
  from: Id<"change">,
  hasCode: () => Promise<boolean>,
): Promise<Id<"change">[]> {
  const undone = await undoFrom(joining, client, from, change, now);
  if (!canSignIn(await factorsOf(joining, client)) && !(await hasCode())) {
    await reviveEnded(joining, client, { since: new Date(0), at: now });
  }
  return undone;
}

/** What was ended and taken back under a lock lives again for who proved to be the owner by something that no link brought back. */
export async function reviveForOwner({
  joining,
  account: { client },
  protection,
}: Changing): Promise<void> {
  if (protection.account.is === "locked") {
    const { since } = protection.account;
    await reviveEnded(joining, client, { since, at: since });
  }
}
