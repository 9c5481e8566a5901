import type { ClientSession } from "#accounts";
import { attestAsking, type Call, insertCall, saveAlias } from "#calls";
import { newId, transaction } from "#platform";
import { openTestClient, type TestClient } from "./account.ts";
import type { TestSite } from "./site.ts";
import { openTestStaff, type TestPerson } from "./staff.ts";

export type TestCall = { agent: TestPerson; client: TestClient; call: Call };

type Traits = Partial<Pick<Call, "channel" | "topic" | "startsAt">> & {
  agent?: TestPerson;
  client?: TestClient;
};

/** What the calls' verbs take of a client's browser. */
export function testSession({ client, session }: Pick<TestClient, "client" | "session">) {
  return {
    holder: { is: "client", id: client },
    id: session,
    provenAt: {},
    network: "192.0.2.10",
  } as ClientSession;
}

/** A call that a signed-in client asked for, by a genuine act, booked for now. */
export async function openTestCall(site: TestSite, traits: Traits = {}): Promise<TestCall> {
  const { channel = "browser", topic = "account", startsAt = site.time.now } = traits;
  const agent = traits.agent ?? (await openTestStaff(site));
  const client = traits.client ?? (await openTestClient(site));
  const now = site.time.now;
  const session = testSession(client);
  const id = newId("call", now);
  const asking = await attestAsking(site.keykeeper, session, { call: id, topic, channel }, now);
  const call: Call = {
    ...{ client: client.client, id, topic, language: "en", channel, timeZone: "Europe/Berlin" },
    ...{ askedAt: now, session: client.session, deviceSince: undefined, agent: agent.staff },
    ...{ startsAt, sequence: 0, asking, ticket: undefined, said: undefined },
    state: { is: "booked" },
  };
  await transaction(site.opened.database, async (joining) => {
    await saveAlias(joining, agent.staff);
    if (!(await insertCall(joining, call))) throw new Error("The client has an open call.");
  });
  return { agent, client, call };
}
