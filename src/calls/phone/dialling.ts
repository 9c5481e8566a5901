import { type Evidence, normalForm } from "#keys";
import { HoldfastError, type Id, InvalidInput, system, transaction } from "#platform";
import { fieldTable } from "#vault";
import { type Call, callById } from "../call/index.ts";
import { beginNoted, CallRefused, hear } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { notDialled } from "../events.ts";
import type { Leg } from "../leg/index.ts";
import type { Dialled } from "../provider/index.ts";
import { hearSaid } from "./hearing.ts";
import { numberOf, type OnFile } from "./number.ts";
import { askedMsMax } from "./permits.ts";
import { PhoneRefused } from "./refusals.ts";

const field = "phone";

/**
 * An agent calls the client who booked, by phone, at the number on file. Nobody on the staff sees that number: the keykeeper gives it
 * to this function, for the committed event that says so and by the client's own asking, and it goes to the provider.
 * @returns the leg; what becomes of it, the provider tells
 * @throws {CallRefused} {PhoneRefused}
 */
export async function dial(
  desk: CallsDesk,
  agent: Id<"staff">,
  id: Id<"call">,
  now: Date,
): Promise<Leg> {
  const { provider } = desk;
  if (!provider) throw new PhoneRefused("no_provider");
  const call = await callById(desk.database, id);
  if (!call) throw new CallRefused("call_unknown");
  if (call.agent !== agent) throw new CallRefused("not_your_call");
  if (call.channel !== "phone") throw new PhoneRefused("not_by_phone");
  const askedMs = now.getTime() - call.askedAt.getTime();
  if (askedMs >= askedMsMax) throw new PhoneRefused("asked_long_ago");
  const onFile = await readyNumber(desk, agent, call, now);
  const dialling = { field, version: onFile.version };
  const { leg, event } = await beginNoted(desk, agent, id, now, dialling);
  const dialled = await placed(desk, leg, event, onFile, call.asking);
  return await noteDialled(desk, leg, dialled);
}

async function readyNumber(
  desk: CallsDesk,
  agent: Id<"staff">,
  { client, id: call }: Call,
  now: Date,
): Promise<OnFile> {
  const standing = await numberOf(desk, client, now);
  if (standing.is === "ready") return standing;
  const because = standing.is === "new" ? "number_new" : "no_number";
  const columns = { client, field, decision: "deny" } as const;
  const event = { kind: notDialled, details: { call, because }, ...columns } as const;
  await desk.appender.append({ is: "staff", id: agent }, event, now);
  throw new PhoneRefused(because);
}

/** The one place where the number is in clear. What goes wrong is a code, which has nothing of it. */
async function placed(
  { provider, keykeeper }: CallsDesk,
  { client, id }: Leg,
  event: Id<"event">,
  { version, ciphertext }: OnFile,
  evidence: Evidence,
): Promise<Dialled> {
  if (!provider) return { is: "failed", code: "NO_PROVIDER" };
  try {
    const place = { table: fieldTable, field, client, version };
    const value = await keykeeper.decrypt({ ...place, event, ciphertext, evidence });
    return await provider.dial(id, normalForm("phone", value));
  } catch (error) {
    if (error instanceof InvalidInput) return { is: "failed", code: "WRONG_NUMBER" };
    if (error instanceof HoldfastError) return { is: "failed", code: error.code };
    return { is: "failed", code: "FAILED" }; // whatever it says may have the number in it
  }
}

/** A dialling that nobody confirmed is over here; what the provider may have begun, it is told to end. */
async function noteDialled(desk: CallsDesk, leg: Leg, dialled: Dialled): Promise<Leg> {
  const now = desk.clock();
  if (dialled.is === "dialled") {
    const said = {
      leg: leg.id,
      providerCall: dialled.providerCall,
      heard: { is: "waiting" },
    } as const;
    const noted = await transaction(desk.database, (joining) => hearSaid(desk, joining, said, now));
    if (noted) return noted;
    await desk.provider?.end(dialled.providerCall); // it was named as another one
  }
  await hear(desk, system, leg, { is: "ended", at: now, because: "failed" }, now);
  throw new PhoneRefused("not_placed");
}
