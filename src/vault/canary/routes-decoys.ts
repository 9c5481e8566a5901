import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { declares, type HttpEnvironment } from "#platform";
import type { Vault } from "../open.ts";
import { reportTouched, touches } from "./touched.ts";

const touchedSchema = z
  .strictObject({
    value: z.string().trim().min(3).max(254).openapi({
      description: "The address or the number that somebody wrote to or called",
    }),
    by: z.enum(touches),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .openapi("DecoyTouched");

const answer = z.object({ known: z.boolean() }).openapi("DecoyAnswer");

/** `POST /v1/decoys/touched`: by which the firm's mail and telephone systems say what came in at a decoy. */
export function decoyRoutes({ desk, alarms }: Vault) {
  const { accounts, clock } = desk;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const touched = createRoute({
    method: "post",
    path: "/v1/decoys/touched",
    summary: "Somebody used an address or a number that nobody should know",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), accounts.machines.requires("decoys:report")] as const,
    request: {
      body: { required: true, content: { "application/json": { schema: touchedSchema } } },
    },
    responses: {
      200: {
        description: "Whether it is one of ours, and nothing else",
        content: { "application/json": { schema: answer } },
      },
    },
  });

  routes.openapi(touched, async (context) => {
    const { value, by, at } = context.req.valid("json");
    const now = clock();
    const touchedAt = at === undefined || new Date(at) > now ? now : new Date(at);
    const known = await reportTouched(desk, { value, by, at: touchedAt }, now);
    if (known) alarms.raise(now);
    context.header("cache-control", "no-store");
    return context.json({ known }, 200);
  });

  return routes;
}
