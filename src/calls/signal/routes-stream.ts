import { streamSSE } from "hono/streaming";
import { type Clock, type HttpContext, isId } from "#platform";
import type { Heard, Listener, Listening } from "./listening.ts";

/** Then the page connects anew, and who is signed out by then doesn't. */
const streamMs = 120_000;
const againMs = 300;

type StreamOptions = Pick<Listener, "call" | "speaker"> & {
  clock: Clock;
  /** What a page is told of how the call stands. */
  shown(heard: Heard): Promise<object>;
  /** Milliseconds until something changes by itself, such as that the call may be placed. */
  changesIn?: readonly number[];
};

/**
 * A stream of server-sent events for one page of a call: how the call stands and for how long that holds, what the other side's
 * page tells, and that the rest of the page has changed. Each signal has its place as the event's id, so that a page that lost the stream goes on from there.
 */
export function callStream(
  context: HttpContext,
  listening: Listening,
  { call, speaker, clock, shown, changesIn = [] }: StreamOptions,
): Response {
  const after = afterOf(context.req.header("last-event-id") ?? context.req.query("after") ?? "");
  return streamSSE(context, async (streaming) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const changed = () => void streaming.writeSSE({ event: "changed", data: "" });
    const left = (until: Date) => Math.max(0, (until.getTime() - clock().getTime()) / 1_000);
    // One after the other: what is told later is later.
    let telling = streaming.writeSSE({ event: "ready", data: "", retry: againMs });
    const tell = (say: () => Promise<void>) => {
      telling = telling.then(say).catch(resolve);
    };
    const stop = listening.listen({
      ...{ call, speaker, after },
      tell: (heard) =>
        tell(async () => {
          const told = {
            ...(await shown(heard)),
            ...(heard?.isUp && { holdsSeconds: left(heard.until) }),
          };
          await streaming.writeSSE({ event: "call", data: JSON.stringify(told) });
          changed();
        }),
      hold: (until) =>
        tell(() => {
          const data = JSON.stringify({ holdsSeconds: left(until) });
          return streaming.writeSSE({ event: "holds", data });
        }),
      signal: ({ leg, place, body }) =>
        tell(() => streaming.writeSSE({ event: "signal", id: `${leg} ${place}`, data: body })),
      end: resolve,
    });
    const timers = changesIn
      .filter((ms) => ms > 0 && ms < streamMs)
      .map((ms) => setTimeout(changed, ms));
    const ending = setTimeout(resolve, streamMs);
    streaming.onAbort(resolve);
    await promise;
    for (const timer of [...timers, ending]) clearTimeout(timer);
    stop();
  });
}

/** The last signal that a page has heard, as its browser says it. */
function afterOf(text: string): Listener["after"] {
  const [leg = "", place = ""] = text.split(" ");
  if (!isId("leg", leg) || !/^\d{1,6}$/.test(place)) return undefined;
  return { leg, place: Number(place) };
}
