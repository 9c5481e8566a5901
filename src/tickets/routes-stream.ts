import { streamSSE } from "hono/streaming";
import type { HttpContext } from "#platform";
import type { Live, Watcher } from "./live/index.ts";

/** Then the page connects anew, and who is signed out by then doesn't. */
const streamMs = 120_000;
const againMs = 2_000;

/** A stream of server-sent events that says only that something changed. It ends when its watcher must see no more. */
export function stream(
  context: HttpContext,
  live: Live,
  watcher: Pick<Watcher, "session" | "isFor" | "ticket">,
): Response {
  return streamSSE(context, async (streaming) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const changed = () => void streaming.writeSSE({ event: "changed", data: "" });
    const stop = live.watch({ ...watcher, changed, end: resolve });
    const timer = setTimeout(resolve, streamMs);
    streaming.onAbort(resolve);
    await streaming.writeSSE({ event: "ready", data: "", retry: againMs });
    await promise;
    clearTimeout(timer);
    stop();
  });
}
