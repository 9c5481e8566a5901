import { chainTampers } from "./chains.ts";
import { eventTampers } from "./events.ts";
import { headTampers } from "./heads.ts";
import { keptRowTampers } from "./kept-rows.ts";
import { logTampers } from "./log.ts";
import { presenceTampers } from "./presence.ts";
import { Hand, mistakes, type Tamper } from "./tamper.ts";
import { type UntouchedLog, verifyAs } from "./untouched-log.ts";

export { openUntouchedLog, verifyAs } from "./untouched-log.ts";

/** Every way to tamper with a log. */
export const tampers: readonly Tamper[] = [
  ...eventTampers,
  ...presenceTampers,
  ...logTampers,
  ...chainTampers,
  ...keptRowTampers,
  ...headTampers,
];

/**
 * Tampers, verifies, and undoes it.
 * @returns what verify-log didn't name, and whom it accused wrongly, as sentences
 */
export async function mistakesAfter(
  log: UntouchedLog,
  tamper: Tamper,
  seed: number,
): Promise<string[]> {
  const { owner } = log;
  await owner.query("begin isolation level repeatable read");
  try {
    const expected = await tamper.act(new Hand(log, seed));
    return mistakes((await verifyIn(log)).findings, expected);
  } finally {
    await owner.query("rollback");
  }
}

/** Tampers in several ways at once. @returns how many findings there are */
export async function findingsAfter(
  log: UntouchedLog,
  several: readonly Tamper[],
  seed: number,
): Promise<number> {
  const { owner } = log;
  await owner.query("begin isolation level repeatable read");
  try {
    for (const [place, tamper] of several.entries()) {
      await owner.query("savepoint before");
      // What one has changed may be in the way of the next.
      const isDone = await tamper.act(new Hand(log, seed + place)).then(
        () => true,
        () => false,
      );
      await owner.query(isDone ? "release before" : "rollback to before");
    }
    return (await verifyIn(log)).findingsCount;
  } finally {
    await owner.query("rollback");
  }
}

/** verify-log begins again in the owner's transaction, and its rollback ends both. */
function verifyIn(log: UntouchedLog) {
  const connection = Object.assign(log.owner, { release: () => {} });
  return verifyAs(log, { connect: async () => connection } as never);
}
