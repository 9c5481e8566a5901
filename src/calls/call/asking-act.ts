import { z } from "@hono/zod-openapi";
import type { ClientSession } from "#accounts";
import type { Evidence, Keykeeper } from "#keys";
import { type Id, isId } from "#platform";
import { channels } from "../leg/index.ts";

const id = <Prefix extends string>(prefix: Prefix) =>
  z.custom<Id<Prefix>>((value) => typeof value === "string" && isId(prefix, value));

/** What a client did by asking for a call, signed in, as the keykeeper attested it: no number is dialled without it. */
export const askingActSchema = z.strictObject({
  act: z.literal("call_asked"),
  at: z.iso.datetime(),
  client: id("client"),
  call: id("call"),
  topic: z.string(),
  channel: z.enum(channels),
  session: id("session"),
});

export type AskingAct = z.infer<typeof askingActSchema>;

/** Has the keykeeper attest that a signed-in client asks for this call now. */
export async function attestAsking(
  keykeeper: Pick<Keykeeper, "attest">,
  session: Pick<ClientSession, "id" | "holder">,
  { call, topic, channel }: Pick<AskingAct, "call" | "topic" | "channel">,
  now: Date,
): Promise<Evidence> {
  const act: AskingAct = {
    act: "call_asked",
    at: now.toISOString(),
    client: session.holder.id,
    ...{ call, topic, channel },
    session: session.id,
  };
  const statement = JSON.stringify(act);
  return { statement, signature: await keykeeper.attest(statement) };
}
