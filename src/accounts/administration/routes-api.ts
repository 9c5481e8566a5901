import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { declares, type HttpEnvironment, isId, system } from "#platform";
import type { Accounts } from "../open.ts";
import { join, joinerSchema, StaffUnknown } from "../staff/index.ts";

const joined = z
  .strictObject({
    staff: z.string(),
    link: z.url().optional().openapi({
      description: "Where the joiner makes a passkey, once, within an hour. It isn't shown again.",
    }),
  })
  .openapi("JoinedStaff");

/**
 * `/v1/staff`: the firm's own system of joiners and leavers. One system is one person's act: it gives no role that
 * decides for others.
 */
export function staffApiRoutes({ desk, machines, leaving, provider }: Accounts) {
  const routes = new OpenAPIHono<HttpEnvironment>();

  const add = createRoute({
    method: "post",
    path: "/v1/staff",
    summary: "Somebody joins the staff",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), machines.requires("staff:manage")] as const,
    request: {
      body: { required: true, content: { "application/json": { schema: joinerSchema } } },
    },
    responses: {
      201: { description: "Added", content: { "application/json": { schema: joined } } },
      403: { description: "The role needs two people" },
      409: { description: "Somebody on the staff has this address or subject" },
    },
  });

  routes.openapi(add, async (context) => {
    const options = { actor: system, canTwoDecide: () => true, withLink: !provider };
    const { staff, token } = await join(desk, context.req.valid("json"), options, desk.clock());
    context.header("cache-control", "no-store");
    if (token === undefined) return context.json({ staff }, 201);
    const link = new URL(`/staff/register/${token}`, desk.publicUrl ?? context.req.url).href;
    return context.json({ staff, link }, 201);
  });

  const remove = createRoute({
    method: "delete",
    path: "/v1/staff/{id}",
    summary: "Somebody leaves: sessions, keys and pending approvals end at once",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), machines.requires("staff:manage")] as const,
    request: { params: z.strictObject({ id: z.string().min(1).max(60) }) },
    responses: { 204: { description: "Gone" }, 404: { description: "Nobody here has this id" } },
  });

  routes.openapi(remove, async (context) => {
    const { id } = context.req.valid("param");
    if (!isId("staff", id)) throw new StaffUnknown(id);
    await leaving.leave(id, system, desk.clock());
    return context.body(null, 204);
  });

  return routes;
}
