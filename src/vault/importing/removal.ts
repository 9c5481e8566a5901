import { HoldfastError, type Id, system } from "#platform";
import { removed } from "../events.ts";
import { type BadLine, badLine } from "./line.ts";
import type { ImportDesk, Lined } from "./targets.ts";

/**
 * Destroys the keys of copies that accounts' clients take the place of, each for an event of its own that is committed
 * before. What a crash leaves can't be read, and is removed when the line comes again. A copy under a legal hold stays,
 * and its line isn't taken.
 */
export async function shredReplaced(
  desk: ImportDesk,
  found: readonly Lined[],
): Promise<{ targets: Lined[]; bad: BadLine[] }> {
  const targets: Lined[] = [];
  const bad: BadLine[] = [];
  for (const target of found) {
    const isHeld = target.replaces && !(await shred(desk, target.replaces));
    if (!isHeld) targets.push(target);
    else {
      const sentence =
        "This id is that of a client under a legal hold. Have the hold released first.";
      bad.push(badLine(target.line, "legal_hold", sentence));
    }
  }
  return { targets, bad };
}

/** @returns false under a legal hold */
async function shred(
  { appender, keykeeper, clock }: ImportDesk,
  client: Id<"client">,
): Promise<boolean> {
  const draft = { kind: removed, client, decision: "allow" as const, details: {} };
  const { event } = await appender.append(system, draft, clock());
  try {
    await keykeeper.shred({ client, event });
    return true;
  } catch (error) {
    if (error instanceof HoldfastError && error.code === "legal_hold") return false;
    throw error;
  }
}
