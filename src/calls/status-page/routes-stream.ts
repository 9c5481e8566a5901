import type { ClientSession } from "#accounts";
import type { HttpContext } from "#platform";
import type { LiveStatus } from "../status/index.ts";
import { firstEvent, holdsEvent, overEvent, statusEvent } from "./event-stream.ts";
import type { OpenPages } from "./open-pages.ts";
import { keyOf } from "./told.ts";

/** A page that doesn't take what it is told is told no more: it comes back when it can. */
const waitingMax = 20;

const headers = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no", // proxies hold nothing back
};

/** The status of calls as a stream of server-sent events, until the session is over. It has no timer of its own. */
export function statusStream(
  context: HttpContext,
  live: LiveStatus,
  pages: OpenPages,
  session: ClientSession,
  network: string,
): Response {
  const { language } = context.var;
  const free = pages.take(session.holder.id, network);
  let close = free;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (chunk: Uint8Array) => {
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) < -waitingMax) end();
      };
      const end = () => {
        close();
        controller.close();
      };
      send(firstEvent(keyOf(session)));
      const stop = live.watch({
        session,
        tell: (told) => send(statusEvent(told, session, language)),
        affirm: (holdsSeconds) => send(holdsEvent(holdsSeconds)),
        end: (because) => {
          if (because === "over") controller.enqueue(overEvent);
          end();
        },
      });
      close = () => {
        stop();
        free();
      };
    },
    cancel: () => close(),
  });
  return context.body(body, 200, headers);
}
