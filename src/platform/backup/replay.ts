import type { Database } from "../database/index.ts";
import { InvalidInput } from "../errors.ts";
import type { Clock } from "../time/index.ts";
import { type Erasure, readErasures } from "./erasures.ts";

/** What a replay may use: the restored database, as the app's role. */
export type ReplayContext = { database: Database; clock: Clock };

/**
 * Erases again what a restored backup brought back. A slice gives one for each kind that it records.
 * It may be called several times for one erasure, and for what the backup doesn't hold at all.
 */
export type Replayer = {
  kind: string;
  replay(erasure: Erasure, context: ReplayContext): Promise<void>;
};

/** What a list holds, counted. */
export type ErasureCount = { erasures: number; torn: number };

class UnknownErasure extends InvalidInput {
  constructor(file: string, number: number, kind: string) {
    super(
      "unknown_erasure",
      `Line ${number} of ${file} tells of ${kind}, which this Holdfast can't erase. Restore with the version that wrote it, or a later one.`,
    );
  }
}

/** @throws {InvalidInput} when the list can't be read */
export async function countErasures(file: string): Promise<ErasureCount> {
  const counted = { erasures: 0, torn: 0 };
  for await (const { is } of readErasures(file)) counted[is === "torn" ? "torn" : "erasures"] += 1;
  return counted;
}

/** Refuses a list that couldn't be replayed to its end. @throws {InvalidInput} */
export async function requireReplayers(
  file: string,
  replayers: readonly Replayer[],
): Promise<void> {
  for await (const line of readErasures(file)) {
    if (line.is === "erasure") replayerOf(replayers, file, line.number, line.erasure.kind);
  }
}

/** Replays a list, in its order. */
export async function replayErasures(
  file: string,
  replayers: readonly Replayer[],
  context: ReplayContext,
): Promise<void> {
  for await (const line of readErasures(file)) {
    if (line.is === "torn") continue;
    const { number, erasure } = line;
    await replayerOf(replayers, file, number, erasure.kind).replay(erasure, context);
  }
}

function replayerOf(
  replayers: readonly Replayer[],
  file: string,
  number: number,
  kind: string,
): Replayer {
  const replayer = replayers.find((replayer) => replayer.kind === kind);
  if (!replayer) throw new UnknownErasure(file, number, kind);
  return replayer;
}
