import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import {
  declares,
  type HttpEnvironment,
  InvalidInput,
  idempotency,
  isId,
  namedRequest,
  once,
} from "#platform";
import {
  Pseudonyms,
  prepareTrace,
  reasonLetters,
  resultOf,
  samplesSent,
  type Trace,
  TraceUnknown,
  traceForMachine,
  traceSteps,
} from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";
import { photoKindOf, photoLimits } from "./photo/index.ts";
import { reportOf, reportSchema } from "./report.ts";
import { meaningOf, meaningWords } from "./sample/index.ts";

class NoPhoto extends InvalidInput {
  constructor() {
    const megabytes = photoLimits.bytes / 1_000_000;
    super(
      "no_photo",
      `What was given is no PNG, JPEG, WebP, AVIF, GIF, PDF or video of up to ${megabytes} MB. Give it as it came.`,
    );
  }
}

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

/** In JSON a letter may take more than a byte of a file. */
const bodyBytesMax = 2 * photoLimits.bytes;

const columnLettersMax = 60;

function areMeanings(columns: Readonly<Record<string, string>>): boolean {
  return Object.entries(columns).every(
    ([name, word]) => name.length <= columnLettersMax && meaningOf(word) !== undefined,
  );
}

const asked = z
  .strictObject({
    sample: z.string().optional().openapi({
      description: "CSV, TSV, JSON Lines, an SQL dump or lines of text; or else a photo",
    }),
    photo: z.base64().optional().openapi({
      description:
        "Pictures of our screens, in base64: PNG, JPEG, WebP, AVIF, GIF, a PDF or a video, as they came",
    }),
    before: z.iso
      .datetime()
      .openapi({ description: "When it was first seen in public: later looks count for nothing" }),
    why: z.string().min(reasonLetters.min).max(reasonLetters.max),
    columns: z
      .record(z.string(), z.string())
      // Not by a rule for each: an answer would name the column, and a table without a header has a client there.
      .refine(areMeanings, { message: "Give each column a word of the description" })
      .default({})
      .openapi({
        type: "object",
        additionalProperties: { type: "string", enum: [...meaningWords] },
        description: "What columns say, by their names; the others are guessed",
      }),
  })
  .refine(({ sample, photo }) => (sample === undefined) !== (photo === undefined), {
    message: "Give a sample or a photo",
  })
  .openapi("TraceRequest");

const shown = z
  .object({
    id: z.string(),
    state: z.enum(["columns", "waiting", "running", "done", "failed", "shredded"]),
    step: z.enum(traceSteps).nullable(),
    failure: z.enum(["failed", "interrupted"]).nullable(),
    ...{ begun_at: z.iso.datetime(), before: z.iso.datetime() },
    ...{ rows: z.int(), bad: z.int() },
  })
  .openapi("Trace");

/** `/v1/traces`: the firm's own systems have a sample traced, and read what it found under pseudonyms. */
export function apiRoutes(desk: TraceDesk) {
  const { accounts, database, clock } = desk;
  const { machines } = accounts;
  const routes = new OpenAPIHono<HttpEnvironment>();

  const begin = createRoute({
    method: "post",
    path: "/v1/traces",
    summary: "Trace a leaked sample",
    security: [{ apiKey: [] }],
    middleware: [
      declares("nothing"),
      bodyLimit({ maxSize: bodyBytesMax }), // it makes a new request, which the key is found by
      machines.requires("traces:run"),
    ] as const,
    request: { headers: idempotency.headers, body: { required: true, ...json("", asked) } },
    responses: {
      ...idempotency.responses,
      202: json("It waits for its turn", z.object({ trace: shown })),
      403: { description: "No key with the scope traces:run is shown" },
      413: { description: "The sample is larger than is read" },
    },
  });

  routes.openapi(begin, async (context) => {
    const key = machines.of(context);
    const { sample = "", photo, before, why, columns: words } = context.req.valid("json");
    const columns = new Map(
      Object.entries(words).map(([name, word]) => [name, meaningOf(word) ?? unknown]),
    );
    const bytes = photo === undefined ? Buffer.from(sample) : photoIn(photo);
    const given = { sample: bytes, before: new Date(before), why, columns };
    const now = clock();
    let prepared: Awaited<ReturnType<typeof prepareTrace>> | undefined;
    const id = await once(database, await namedRequest(context, key.id), now, {
      async beforehand() {
        await accounts.desk.limits(samplesSent)(key.id);
        prepared = await prepareTrace(desk, { is: "machine", key: key.id }, given, now);
      },
      async inTransaction(joining) {
        await prepared?.insert(joining);
        return prepared?.id;
      },
    });
    const trace = await traceForMachine(desk, key, id ?? "", now);
    return context.json({ trace: traceShown(trace) }, 202);
  });

  const one = createRoute({
    method: "get",
    path: "/v1/traces/{id}",
    summary: "Where a trace stands, and what it found",
    security: [{ apiKey: [] }],
    middleware: [machines.requires("traces:run")] as const,
    request: { params: z.strictObject({ id: z.string().max(60) }) },
    responses: {
      200: json(
        "The trace; its report when it is done",
        z.object({ trace: shown, report: reportSchema.nullable() }),
      ),
      403: {
        description:
          "No key with the scope traces:run is shown, or whoever made it is in the result",
      },
      404: { description: "This key began no such trace" },
    },
  });

  routes.openapi(one, async (context) => {
    const key = machines.of(context);
    const now = clock();
    const { id } = context.req.valid("param");
    if (!isId("trace", id)) throw new TraceUnknown();
    const trace = await traceForMachine(desk, key, id, now);
    context.header("cache-control", "no-store");
    if (trace.state.is !== "done") {
      return context.json({ trace: traceShown(trace), report: null }, 200);
    }
    const opening = { actor: { is: "system" }, purpose: "result", apikey: key.id } as const;
    const result = await resultOf(desk, trace, opening, now);
    const report = reportOf(context.var.language, result, new Pseudonyms(result));
    return context.json({ trace: traceShown(trace), report }, 200);
  });

  return routes;
}

const unknown = { is: "unknown" } as const;

/** @throws {NoPhoto} */
function photoIn(base64: string): Buffer {
  const bytes = Buffer.from(base64, "base64");
  if (!photoKindOf(bytes) || bytes.length > photoLimits.bytes) throw new NoPhoto();
  return bytes;
}

function traceShown({ id, state, begunAt, before, rows, bad }: Trace): z.infer<typeof shown> {
  return {
    ...{ id, state: state.is, step: state.is === "running" ? state.step : null },
    failure: state.is === "failed" ? state.failure : null,
    ...{ begun_at: begunAt.toISOString(), before: before.toISOString(), rows, bad },
  };
}
