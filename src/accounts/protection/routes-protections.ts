import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  declares,
  HoldfastError,
  type HttpEnvironment,
  type Id,
  idempotency,
  isId,
  namedRequest,
} from "#platform";
import type { Accounts } from "../open.ts";
import { networks } from "../withdrawal-address/index.ts";
import { announce, announcedChanges, answer } from "./deciding.ts";
import { protectedChangeNames, protectionReasons } from "./protected-change.ts";

const account = z.string().min(1).max(60).openapi({
  description: "The client's id, or the public id of the account, such as 4817-2093-6650.",
});

const addressId = z
  .string()
  .refine((text): text is Id<"address"> => isId("address", text), "is no address_ id");

const question = z
  .strictObject({
    account,
    change: z.enum(protectedChangeNames),
    address: z
      .union([
        z.strictObject({ id: addressId }),
        z.strictObject({ network: z.enum(networks), value: z.string().min(1).max(200) }),
      ])
      .optional()
      .openapi({ description: "Where money would be sent: needed for withdraw_to_address alone." }),
  })
  .refine(({ change, address }) => (change === "withdraw_to_address") === (address !== undefined), {
    path: ["address"],
    message: "is needed for withdraw_to_address, and for nothing else",
  })
  .openapi("ProtectionQuestion");

const decision = z
  .strictObject({
    decision: z.enum(["allow", "wait", "deny"]),
    until: z.iso.datetime().optional(),
    reasons: z.array(z.enum(protectionReasons)),
  })
  .openapi("ProtectionDecision", {
    description:
      "May the change happen now? Act on allow alone: no answer, an error and everything else mean deny.",
  });

const announcement = z
  .strictObject({ account, change: z.enum(announcedChanges) })
  .openapi("AnnouncedChange");

/** `/v1/protections`: the firm's own systems ask before they act, and say what they did. */
export function protectionRoutes({ desk, machines }: Accounts) {
  const routes = new OpenAPIHono<HttpEnvironment>();
  const scheme = { type: "http", scheme: "bearer", description: "holdfast api-keys new" } as const;
  routes.openAPIRegistry.registerComponent("securitySchemes", "apiKey", scheme);

  const decide = createRoute({
    method: "post",
    path: "/v1/protections/decisions",
    summary: "May this change of a client's account happen now?",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), machines.requires("protections:decide")] as const,
    request: { body: { required: true, content: { "application/json": { schema: question } } } },
    responses: {
      200: { description: "The decision", content: { "application/json": { schema: decision } } },
      503: {
        description: "It can't be said now: deny",
        content: { "application/json": { schema: decision } },
      },
    },
  });

  routes.openapi(decide, async (context) => {
    const { address, ...asked } = context.req.valid("json");
    context.header("cache-control", "no-store");
    try {
      const given = { ...asked, ...(address && { address }) };
      const answered = await answer(desk, machines.of(context), given, desk.clock());
      const reasons = answered.decision === "allow" ? [] : answered.reasons;
      const until = answered.decision === "wait" && answered.until.toISOString();
      return context.json({ decision: answered.decision, reasons, ...(until && { until }) }, 200);
    } catch (error) {
      if (error instanceof HoldfastError && error.refusal !== "unavailable") throw error;
      const name = error instanceof Error ? error.name : "unknown";
      context.var.log.error({ error: { name } }, "no protection decision");
      return context.json({ decision: "deny" as const, reasons: ["error" as const] }, 503);
    }
  });

  const announceRoute = createRoute({
    method: "post",
    path: "/v1/protections/changes",
    summary: "Say that another system changed a client's account: its owner is told",
    security: [{ apiKey: [] }],
    middleware: [declares("changed_elsewhere"), machines.requires("protections:announce")] as const,
    request: {
      headers: idempotency.headers,
      body: { required: true, content: { "application/json": { schema: announcement } } },
    },
    responses: {
      202: { description: "Its owner is told" },
      404: { description: "There is no such account" },
      ...idempotency.responses,
    },
  });

  routes.openapi(announceRoute, async (context) => {
    const asked = context.req.valid("json");
    const isKnown = await announce(
      desk,
      asked,
      await namedRequest(context, machines.of(context).id),
      desk.clock(),
    );
    return isKnown ? context.body(null, 202) : context.notFound();
  });

  return routes;
}
