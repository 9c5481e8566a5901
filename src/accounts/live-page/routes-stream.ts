import { streamSSE } from "hono/streaming";
import type { HttpContext } from "#platform";
import type { Desk } from "../desk.ts";
import { type StaffSession, stillOpen } from "../session/index.ts";

/** Then the page connects anew, and who is signed out by then doesn't. */
const streamMs = 120_000;
const againMs = 2_000;
const lookEveryMs = 1_000;

/**
 * A stream of server-sent events that says only that something changed; the page asks for it as its reader may see it. It
 * ends within a second of its session.
 * @param markOf what is another text when something has changed
 */
export function changeStream(
  context: HttpContext,
  { database, clock }: Pick<Desk, "database" | "clock">,
  { id, holder }: StaffSession,
  markOf: () => Promise<string>,
): Response {
  return streamSSE(context, async (streaming) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let mark = await markOf();
    const look = async () => {
      const open = await stillOpen(database, [{ staff: holder.id, id }], clock());
      if (!open.has(id)) return resolve();
      const now = await markOf();
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
