import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { atWholeIntervals, declares, HoldfastError, type HttpEnvironment } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { isInProgress } from "./in-progress.ts";

/** Longer than it takes to look. */
const answerMs = 50;

const question = z
  .strictObject({
    account: z.string().min(1).max(60).openapi({
      description: "The public id of the account, such as 4817-2093-6650.",
    }),
    number: z.string().min(1).max(40).openapi({
      description: "The number that the call shows, with its country, such as +12025550100.",
    }),
  })
  .openapi("CallInProgressQuestion");

const answer = z.strictObject({ in_progress: z.boolean() }).openapi("CallInProgress", {
  description:
    "Whether we are calling this client by phone, from this number, right now. No answer, an error and everything else mean no.",
});

const json = (description: string) => ({
  description,
  content: { "application/json": { schema: answer } },
});

/** `POST /v1/calls/in-progress`: the firm's own app asks when the phone rings. */
export function progressRoutes(desk: CallsDesk) {
  const { machines, desk: accounts } = desk.accounts;
  const takeQuestion = accounts.limits({
    name: "calls_in_progress",
    requestsMax: 120,
    windowSeconds: 60,
  });
  const routes = new OpenAPIHono<HttpEnvironment>();

  const ask = createRoute({
    method: "post",
    path: "/v1/calls/in-progress",
    summary: "Is a call of ours with this client, from this number, in progress?",
    security: [{ apiKey: [] as string[] }],
    middleware: [declares("nothing"), machines.requires("calls:ask")] as const,
    request: { body: { required: true, content: { "application/json": { schema: question } } } },
    responses: {
      200: json("The answer"),
      503: json("It can't be said now: no"),
    },
  });

  routes.openapi(ask, async (context) => {
    const asked = context.req.valid("json");
    context.header("cache-control", "no-store");
    try {
      await takeQuestion(`${machines.of(context).id} ${asked.account}`);
      const found = await atWholeIntervals(answerMs, () => isInProgress(desk, asked, desk.clock()));
      return context.json({ in_progress: found }, 200);
    } catch (error) {
      if (error instanceof HoldfastError && error.refusal !== "unavailable") throw error;
      const name = error instanceof Error ? error.name : "unknown";
      context.var.log.error({ error: { name } }, "no answer about a call");
      return context.json({ in_progress: false }, 503);
    }
  });

  return routes;
}
