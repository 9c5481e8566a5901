import type { ClientSession, StaffSession } from "#accounts";
import type { Queryable } from "#platform";
import { CallRefused } from "../calling/index.ts";
import { type Leg, legById } from "../leg/index.ts";

/** One of the two who talk, in the session that asks. */
export type Speaker =
  | { side: "agent"; session: Pick<StaffSession, "id" | "holder"> }
  | { side: "client"; session: Pick<ClientSession, "id" | "holder"> };

/**
 * A leg, for its agent or for the client whom it calls.
 * @throws {CallRefused} for anybody else's: it is told apart from none by nothing
 */
export async function legFor(
  queryable: Queryable,
  { side, session }: Speaker,
  { id, call }: Pick<Leg, "id" | "call">,
): Promise<Leg> {
  const leg = await legById(queryable, id);
  const whose = side === "agent" ? leg?.agent : leg?.client;
  if (leg?.call !== call || whose !== session.holder.id) throw new CallRefused("call_unknown");
  return leg;
}

/**
 * Whether a leg in the browser is this one's to speak on, with all that its pages tell each other: its agent's, and the one
 * session's that answered. Nobody's page speaks for a phone.
 */
export function maySignal(
  {
    agent,
    client,
    channel,
    session: answering,
  }: Pick<Leg, "agent" | "client" | "channel" | "session">,
  { side, session }: Speaker,
): boolean {
  if (channel !== "browser") return false;
  if (side === "agent") return session.holder.id === agent;
  return session.holder.id === client && session.id === answering;
}
