import { refuseHeld } from "#ledger";
import { HoldfastError, type Id, system } from "#platform";
import { removed } from "../events.ts";
import { type BadLine, badLine } from "./line.ts";
import type { ImportDesk, Lined } from "./targets.ts";

/**
 * Destroys the keys of copies that accounts' clients take the place of, each for an event of its own that is committed
 * before. What a crash leaves can't be read, and is removed when the line comes again. Under a legal hold, on the copy or
 * on the client who would take its place, the copy stays, and the line isn't taken.
 */
export async function shredReplaced(
  desk: ImportDesk,
  found: readonly Lined[],
): Promise<{ targets: Lined[]; bad: BadLine[] }> {
  const targets: Lined[] = [];
  const bad: BadLine[] = [];
  for (const target of found) {
    const isHeld = target.replaces && !(await shred(desk, target.replaces, target.client));
    if (!isHeld) targets.push(target);
    else {
      const sentence =
        "The client of this line is under a legal hold. Have the hold released first.";
      bad.push(badLine(target.line, "legal_hold", sentence));
    }
  }
  return { targets, bad };
}

/** @returns false under a legal hold */
async function shred(
  { database, appender, keykeeper, clock }: ImportDesk,
  client: Id<"client">,
  successor: Id<"client">,
): Promise<boolean> {
  try {
    await refuseHeld(database, successor);
    const draft = { kind: removed, client, decision: "allow" as const, details: {} };
    const { event } = await appender.append(system, draft, clock());
    await keykeeper.shred({ client, event });
    return true;
  } catch (error) {
    if (error instanceof HoldfastError && error.code === "legal_hold") return false;
    throw error;
  }
}
