import { z } from "@hono/zod-openapi";
import type { ClientSession } from "#accounts";
import type { Evidence, Keykeeper } from "#keys";
import { type Id, idSchema } from "#platform";
import { type Channel, channels, openingBy } from "./ticket.ts";
import type { Topic } from "./topic.ts";

/** What a client did by opening a ticket, signed in, as the keykeeper attested it: what staff may see is derived from it. */
export const openingActSchema = z.strictObject({
  act: z.literal("ticket_opened"),
  at: z.iso.datetime(),
  client: idSchema("client"),
  ticket: idSchema("ticket"),
  topic: z.string(),
  session: idSchema("session"),
  via: z.enum(channels),
  /** What was proven in the session. */
  proof: z.enum(["passkey", "authenticator", "password"]).optional(),
});

type OpeningAct = z.infer<typeof openingActSchema>;

/** Has the keykeeper attest that a signed-in client opens this ticket now. The database has no key to do so. */
export async function attestOpening(
  keykeeper: Pick<Keykeeper, "attest">,
  session: ClientSession,
  { ticket, topic, via }: { ticket: Id<"ticket">; topic: Topic; via: Channel },
  now: Date,
): Promise<Evidence> {
  const { proven } = openingBy(session, via, now);
  const act: OpeningAct = {
    act: "ticket_opened",
    at: now.toISOString(),
    client: session.holder.id,
    ticket,
    topic,
    session: session.id,
    via,
    ...(proven && { proof: proven.by }),
  };
  const statement = JSON.stringify(act);
  return { statement, signature: await keykeeper.attest(statement) };
}
