import { type HttpContext, isId } from "#platform";
import { callById } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { newestLegs } from "../leg/index.ts";
import { factsOf } from "./facts.ts";

/** The facts of the call that the address names, for the form of a scam report: of the signed-in client's own, or nothing. */
export async function callFacts(
  desk: CallsDesk,
  context: HttpContext,
): Promise<string | undefined> {
  const id = context.req.query("call");
  if (!isId("call", id)) return undefined;
  const session = await desk.accounts.sessions.of(context);
  const call = await callById(desk.database, id);
  if (!call || call.client !== session?.holder.id) return undefined;
  const leg = (await newestLegs(desk.database, [call])).get(call.id);
  context.header("cache-control", "no-store");
  return await factsOf(desk, call, leg, context.var.language);
}
