import { z } from "@hono/zod-openapi";
import type { ClientSession } from "#accounts";
import type { Evidence, Keykeeper } from "#keys";
import { idSchema } from "#platform";
import { channels } from "../leg/index.ts";

/** What a client did by asking for a call, signed in, as the keykeeper attested it: no number is dialled without it. */
export const askingActSchema = z.strictObject({
  act: z.literal("call_asked"),
  at: z.iso.datetime(),
  client: idSchema("client"),
  call: idSchema("call"),
  topic: z.string(),
  channel: z.enum(channels),
  session: idSchema("session"),
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
