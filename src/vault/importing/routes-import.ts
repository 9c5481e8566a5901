import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { declares, type HttpEnvironment, idempotency, namedRequest, once } from "#platform";
import type { Vault } from "../open.ts";
import { batchLinesMax, namesOf } from "./batches.ts";
import { type Origin, untilUnchanged, writePrepared } from "./importing.ts";
import { type BadLine, badLine, type ClientLine, lineSchema, readClientLine } from "./line.ts";
import { type Prepared, prepare } from "./preparing.ts";

/** Each is read by itself: one that is wrong doesn't keep the others out. */
const asked = z
  .array(z.unknown().openapi({ allOf: [{ $ref: "#/components/schemas/ClientToImport" }] }))
  .min(1)
  .max(batchLinesMax);

const count = z.int().nonnegative();
const answered = z
  .object({
    added: count,
    changed: count,
    unchanged: count,
    errors: z.array(
      z.object({
        line: z.int().positive().openapi({ description: "Its place in the array, from 1" }),
        error: z.object({ code: z.string(), message: z.string() }),
      }),
    ),
  })
  .openapi("ImportedClients");

/** `POST /v1/clients`: the firm's own systems say what they know of clients. */
export function importRoutes({ desk }: Vault) {
  const { machines } = desk.accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();
  routes.openAPIRegistry.register("ClientToImport", lineSchema);

  const route = createRoute({
    method: "post",
    path: "/v1/clients",
    summary: "Import clients' fields",
    security: [{ apiKey: [] }],
    middleware: [declares("nothing"), machines.requires("clients:write")] as const,
    request: {
      headers: idempotency.headers,
      body: { required: true, content: { "application/json": { schema: asked } } },
    },
    responses: {
      200: {
        description: "What became of them, and which lines aren't taken",
        content: { "application/json": { schema: answered } },
      },
      403: { description: "No key with the scope clients:write is shown" },
      ...idempotency.responses,
    },
  });

  routes.openapi(route, async (context) => {
    const now = desk.clock();
    const { lines, bad } = readAll(context.req.valid("json"), now);
    const { id: key } = machines.of(context);
    const origin: Origin = { via: "api", key };
    const named = await namedRequest(context, key);
    const result = await untilUnchanged(async () => {
      let prepared: Prepared = { at: now, changes: [], bad: [], rows: undefined };
      return await once(desk.database, named, now, {
        async beforehand() {
          prepared = await prepare(desk, lines);
        },
        async inTransaction(joining) {
          const { added, changed, unchanged } = await writePrepared(
            desk,
            joining,
            prepared,
            origin,
          );
          const errors = [...bad, ...prepared.bad].map(({ line, error }) => ({ line, error }));
          return JSON.stringify({ added, changed, unchanged, errors });
        },
      });
    });
    return context.json(answered.parse(JSON.parse(result ?? "")), 200);
  });

  return routes;
}

/** @returns also the lines that name a client of a line before: which of them counts would be a guess */
function readAll(given: readonly unknown[], now: Date): { lines: ClientLine[]; bad: BadLine[] } {
  const lines: ClientLine[] = [];
  const bad: BadLine[] = [];
  const names = new Set<string>();
  for (const [place, json] of given.entries()) {
    const read = readClientLine(place + 1, json, now);
    if ("error" in read) {
      bad.push(read);
      continue;
    }
    const own = namesOf(read);
    if (own.some((name) => names.has(name))) {
      bad.push(
        badLine(
          read,
          "client_repeated",
          "A line before it has this id or account. Send it in the next request.",
        ),
      );
    } else lines.push(read);
    for (const name of own) names.add(name);
  }
  return { lines, bad };
}
