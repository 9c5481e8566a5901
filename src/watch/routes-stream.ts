import { streamSSE } from "hono/streaming";
import { type StaffSession, stillOpen } from "#accounts";
import type { HttpContext } from "#platform";
import { lastChange } from "./case/index.ts";
import type { WatchDesk } from "./desk.ts";

/** Then the page connects anew, and who is signed out by then doesn't. */
const streamMs = 120_000;
const againMs = 2_000;
const lookEveryMs = 1_000;

/**
 * A stream of server-sent events that says only that something changed; the page asks for it as its reader may see it. It
 * ends within a second of its session.
 */
export function watchStream(
  context: HttpContext,
  { database, clock }: Pick<WatchDesk, "database" | "clock">,
  { id, holder }: StaffSession,
): Response {
  return streamSSE(context, async (streaming) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let mark = await lastChange(database);
    const look = async () => {
      const open = await stillOpen(database, [{ staff: holder.id, id }], clock());
      if (!open.has(id)) return resolve();
      const now = await lastChange(database);
      if (now === mark) return;
      mark = now;
      await streaming.writeSSE({ event: "changed", data: "" });
    };
    const looking = setInterval(() => void look().catch(() => {}), lookEveryMs);
    const ending = setTimeout(resolve, streamMs);
    streaming.onAbort(resolve);
    await streaming.writeSSE({ event: "ready", data: "", retry: againMs });
    await promise;
    clearInterval(looking);
    clearTimeout(ending);
  });
}
