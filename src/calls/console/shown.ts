import type { Id } from "#platform";
import type { Channel } from "../leg/index.ts";
import type { Heard } from "../signal/index.ts";

/** How a call stands, as its agent's page is told: src/calls/browser/console-page.ts reads it. */
export type Told =
  | { is: "waiting" }
  | { is: "ringing" | "talking"; leg: Id<"leg">; seconds: number; channel: Channel }
  | { is: "over"; leg: Id<"leg"> };

/** What the page does, which is all that its script needs to know: the words about it stand in the page. */
export function toldOf(heard: Heard, now: Date): Told {
  if (!heard) return { is: "waiting" };
  const { leg, isUp } = heard;
  const { id, channel, state, startedAt } = leg;
  if (!isUp || state.is === "ended") return { is: "over", leg: id };
  const since = state.is === "answered" ? state.since : startedAt;
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
  return { is: state.is === "answered" ? "talking" : "ringing", leg: id, seconds, channel };
}
