import { z } from "@hono/zod-openapi";
import type { EventColumns, EventKind } from "#ledger";
import { staffReasons } from "./call/index.ts";
import { channels, endReasons } from "./leg/index.ts";

const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);
const call = id("call");
const leg = id("leg");
const agent = id("staff");
const session = id("session");
const moment = z.iso.datetime();
const channel = z.enum(channels);

type Columns = Partial<Record<keyof EventColumns, "required" | "optional">>;

function kind<Details>(name: string, details: z.ZodType<Details>, columns: Columns = {}) {
  const about = { client: "required", ...columns };
  return { name: `calls.${name}`, version: 1, columns: about, details } as EventKind<Details>;
}

const because = z.enum(staffReasons).optional();
const booking = { call, agent, starts: moment, channel, topic: code };

/** A client asked for a call. */
export const callAsked = kind(
  "asked",
  z.strictObject({ ...booking, session, told: z.literal(false) }),
);
/** Another time, or another agent. The staff say why. */
export const callRebooked = kind("rebooked", z.strictObject({ ...booking, because }));
export const callCancelled = kind("cancelled", z.strictObject({ call, because }));
/** Nobody was reached in its time, or it is over. */
export const callEnded = kind(
  "ended",
  z.strictObject({ call, outcome: z.enum(["held", "missed", "stopped"]) }),
);

/** An agent calls who booked. For the phone the keykeeper gives the number on file to the adapter, for this event. */
export const legStarted = kind(
  "leg_started",
  z.strictObject({ call, leg, channel, version: z.int().optional() }),
  { field: "optional", decision: "optional" },
);
/** The number on file isn't dialled: there is none, it is too new, or it is none. Nothing was given out. */
export const notDialled = kind(
  "not_dialled",
  z.strictObject({ call, because: z.enum(["no_number", "number_new"]) }),
  { field: "required", decision: "required" },
);
/** The client answered: in the browser in this session, signed in; by phone somebody did. */
export const legAnswered = kind(
  "leg_answered",
  z.strictObject({ call, leg, channel, session: session.optional() }),
  { ticket: "optional" },
);
export const legEnded = kind(
  "leg_ended",
  z.strictObject({ call, leg, because: z.enum(endReasons), answered: z.boolean() }),
);
/** What the client heard, chosen among four. Nothing is permitted by it. */
export const wordsPicked = kind(
  "words_picked",
  z.strictObject({ call, leg, matched: z.boolean() }),
);
/** A phone call opens nothing until the client approves it, signed in, by a passkey. */
export const callApproved = kind("approved", z.strictObject({ call, leg, session }), {
  ticket: "required",
});

/** Somebody phoned us and says to be this client. */
export const claimMade = kind(
  "claim_made",
  z.strictObject({ claim: id("claim"), inbound: id("inbound") }),
);
/** An agent entered an account id that nobody has. */
export const claimMissed = kind("claim_missed", z.strictObject({ inbound: id("inbound") }), {
  client: "optional",
});
export const claimAnswered = kind(
  "claim_answered",
  z.strictObject({ claim: id("claim"), answer: z.enum(["dialled", "not_me"]), session }),
);
export const feedbackGiven = kind(
  "feedback_given",
  z.strictObject({ call, right: z.boolean(), asked: z.array(code) }),
);

/** One of the firm's own systems asked whether a call is in progress. */
export const progressAsked = kind("progress_asked", z.strictObject({ answer: z.boolean() }), {
  client: "optional",
});

export const callsEventKinds: readonly EventKind[] = [
  callAsked,
  callRebooked,
  callCancelled,
  callEnded,
  legStarted,
  notDialled,
  legAnswered,
  legEnded,
  wordsPicked,
  callApproved,
  claimMade,
  claimMissed,
  claimAnswered,
  feedbackGiven,
  progressAsked,
];
