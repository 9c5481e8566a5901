import { setTimeout as sleep } from "node:timers/promises";
import type { Queryable } from "#platform";
import { parseCheckpoint, parseNote } from "#tlog";
import { readTree } from "../store.ts";
import { hasPendingUpTo, pendingLanes } from "./store.ts";

const lookEveryMs = 50;
/** A sealer that is at work signs every event within a second. */
const usualPatienceMs = 5_000;

/** A signed head, as numbers: of which log, how many events, and what they come to. */
export type SettledHead = { origin: string; size: number; root: Uint8Array };

/**
 * A signed head below which every event stands that is committed now; undefined when the sealer gives none within some
 * seconds, or nothing was ever sealed. Call it after reading what is to stand below it, not in the same snapshot.
 */
export async function settledHead(
  queryable: Queryable,
  patienceMs = usualPatienceMs,
): Promise<SettledHead | undefined> {
  const lanes = await pendingLanes(queryable);
  let sealed: number | undefined;
  for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += lookEveryMs) {
    if (waitedMs > 0) await sleep(lookEveryMs);
    if (sealed === undefined && (await hasPendingUpTo(queryable, lanes))) continue;
    const { size, head } = await readTree(queryable);
    // What waited then is in a tree of this size: a head that is at least as large holds it.
    sealed ??= size;
    if (!head || head.size < sealed || head.size === 0) continue;
    const { origin, root } = parseCheckpoint(parseNote(head.note).text);
    return { origin, size: head.size, root };
  }
  return undefined;
}
