import { z } from "@hono/zod-openapi";
import { type Id, idSchema } from "#platform";
import { type Heard, meaningOf, providerStatuses } from "./status.ts";

/** What a provider calls a call: Twilio's sids and jambonz' UUIDs are such names. */
const providerCall = z.string().regex(/^[\w-]{1,64}$/);
const status = z.enum(providerStatuses);
const leg = idSchema("leg");

const dialled = z.object({ provider_call: providerCall });

const looked = z
  .object({
    provider_call: providerCall,
    call_id: leg.optional(),
    status,
    answered_at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((one) => one.status !== "in-progress" || one.answered_at !== undefined);

const told = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("call.status"),
    data: z.object({ call_id: leg, provider_call: providerCall, status }),
  }),
  z.object({
    type: z.literal("call.inbound"),
    data: z.object({ provider_call: providerCall, status }),
  }),
]);

/** What the provider tells of a call: of one that we placed, or of one that came in. */
export type Told = { providerCall: string; heard: Heard } & (
  | { is: "placed"; leg: Id<"leg"> }
  | { is: "inbound" }
);

/** What it says of a call when it is asked. */
export type Looked = { providerCall: string; leg: Id<"leg"> | undefined; heard: Heard };

/** Undefined for what is no such answer: nothing is made of it. */
export function dialledIn(body: string): string | undefined {
  return dialled.safeParse(jsonIn(body)).data?.provider_call;
}

/** Undefined for what is no such answer; that a call is answered and nobody says since when, is none. */
export function lookedIn(body: string): Looked | undefined {
  const { data } = looked.safeParse(jsonIn(body));
  if (!data) return undefined;
  return { providerCall: data.provider_call, leg: data.call_id, heard: meaningOf(data.status) };
}

/** Undefined for what is none of the things that it tells. */
export function toldIn(body: string): Told | undefined {
  const { data: read } = told.safeParse(jsonIn(body));
  if (!read) return undefined;
  const { provider_call: call, status: said } = read.data;
  const heard = meaningOf(said);
  if (read.type === "call.inbound") return { is: "inbound", providerCall: call, heard };
  return { is: "placed", leg: read.data.call_id, providerCall: call, heard };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
