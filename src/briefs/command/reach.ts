import type { CommandContext } from "#platform";
import { UsageError } from "#platform";
import { type Brief, knownBrief } from "../brief/index.ts";
import { type BriefsDesk, type Hand, namedHand } from "../hand.ts";

/** What the commands of briefs work on, also while the desk runs; what was started for it ends with `started`. */
export type ReachBriefs = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<BriefsDesk>;

/** One BRIEF, and whose hand writes. @throws {UsageError} {BriefUnknown} */
export async function reachBrief(
  reach: ReachBriefs,
  context: CommandContext,
  started: AsyncDisposableStack,
  id: string | undefined,
): Promise<{ desk: BriefsDesk; brief: Brief }> {
  if (id === undefined) throw new UsageError("Give the ID of a brief first.");
  const desk = await reach(context, started);
  return { desk, brief: await knownBrief(desk.database, id) };
}

/** The person whom `--by` names. @throws {UsageError} */
export async function handOf(desk: BriefsDesk, id: string | undefined): Promise<Hand> {
  if (id === undefined) throw new UsageError("Give --by: the ID of who on the staff does this.");
  return await namedHand(desk.database, id);
}
