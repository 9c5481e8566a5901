import type { Child } from "hono/jsx";
import type { Session } from "#accounts";
import type { HttpContext } from "#platform";
import type { Calls } from "../open.ts";
import { Strip } from "./pages/index.ts";
import { keyOf } from "./told.ts";

/** Pages that are opened for it. */
const largeOn: readonly string[] = ["/account", "/call"];

/** What stands above every page of a signed-in client: the status of calls. Such a page is kept by nobody. */
export async function callStrip(
  { desk, live }: Pick<Calls, "desk" | "live">,
  context: HttpContext,
  session: Session | undefined,
): Promise<Child> {
  if (session?.holder.is !== "client") return undefined;
  const { id, holder } = session;
  const told = await live.holding(holder.id).catch(() => undefined);
  context.header("cache-control", "no-store");
  return Strip({
    ...{ language: context.var.language, session: id, told, tabs: keyOf({ holder }) },
    isLarge: largeOn.includes(context.req.path),
    madeAt: desk.clock(),
  });
}
