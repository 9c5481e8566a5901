import { Hono } from "hono";
import { answerRefusal } from "#accounts";
import type { HttpContext, HttpEnvironment } from "#platform";
import type { Vault } from "../open.ts";
import { listOf } from "./list.ts";
import { proofsOf } from "./proofs.ts";

export type KeepRoutesOptions = { vault: Pick<Vault, "desk">; policyFile: string };

/** `/account/looks/list` and `/account/looks/proofs`: what a client takes along of who looked. */
export function keepRoutes({ vault, policyFile }: KeepRoutesOptions) {
  const { desk } = vault;
  const { accounts, clock, database } = desk;
  const takeDownload = accounts.desk.limits({
    ...{ name: "looks_downloads", requestsMax: 20, windowSeconds: 3_600 },
  });
  const routes = new Hono<HttpEnvironment>();
  routes.onError(answerRefusal);

  routes.get("/account/looks/list", async (context) => {
    const { holder } = await accounts.sessions.client(context);
    await takeDownload(holder.id);
    const pieces = listOf(desk, holder.id, clock());
    return download(context, pieces, "application/jsonl; charset=utf-8", "who-looked.jsonl");
  });

  routes.get("/account/looks/proofs", async (context) => {
    const { holder } = await accounts.sessions.client(context);
    await takeDownload(holder.id);
    const proving = { database, policyFile };
    const pieces = proofsOf(proving, holder.id, context.var.language, clock());
    const name = "who-looked.holdfast-proofs.txt";
    return download(context, pieces, "text/plain; charset=utf-8", name);
  });

  return routes;
}

function download(
  context: HttpContext,
  pieces: AsyncGenerator<string>,
  type: string,
  name: string,
): Response {
  const encoder = new TextEncoder();
  // Whoever stops the download stops what makes it.
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return context.body(body, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });
}
