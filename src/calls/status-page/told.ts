import { createHash } from "node:crypto";
import type { ClientSession } from "#accounts";
import type { Id } from "#platform";
import type { CallStatus, ShownLeg, Told } from "../status/index.ts";

/** Where a call of ours is, as one session of its client sees it. */
export type Whereabouts = "here" | "elsewhere" | "phone";

/** Where a leg is, or will be answered, seen from a session. */
export function whereIs(
  { channel, session }: Pick<ShownLeg, "channel" | "session">,
  own: Id<"session">,
): Whereabouts {
  if (channel === "phone") return "phone";
  return session === undefined || session === own ? "here" : "elsewhere";
}

/** The status as `/account/call/status` and the stream tell it. Times are ISO 8601; `holdsSeconds` is for how long it may be shown. */
export function jsonOf({ status, holdsSeconds }: Told, session: Pick<ClientSession, "id">) {
  return { status: status.is, holdsSeconds, ...detailsOf(status, session) };
}

function detailsOf(status: CallStatus, own: Pick<ClientSession, "id">): object {
  switch (status.is) {
    case "calling":
    case "on_call": {
      const { session: _, ...leg } = status.leg;
      return { ...leg, where: whereIs(status.leg, own.id), direction: "we_called_you" };
    }
    case "inbound_claim":
      return { claim: status.claim, at: status.at };
    case "busy":
      return { at: status.at };
    default: {
      const { call, startsAt, timeZone } = status.next ?? {};
      return call ? { next: { call, startsAt, timeZone } } : {};
    }
  }
}

/** What the pages of one client in one browser know each other by; it tells nothing. */
export function keyOf({ holder }: Pick<ClientSession, "holder">): string {
  return createHash("sha256").update(`call status ${holder.id}`).digest("base64url").slice(0, 16);
}
