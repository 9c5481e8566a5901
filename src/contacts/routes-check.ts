import { createRoute, z } from "@hono/zod-openapi";
import type { Language } from "#platform";
import { declares } from "#platform";
import { explain, plainStep } from "./explain.ts";
import { findingAsLine } from "./finding-output.ts";
import { type Finding, inputKinds, worstFirst } from "./verdict.ts";

const reasonSchema = z.object({ code: z.string(), text: z.string() });

const lineSchema = z.object({
  input: z.string(),
  kind: z.enum(inputKinds),
  verdict: z.enum(worstFirst),
  imitates: z.string().optional(),
  read_as: z.string().optional().openapi({ description: "The canonical form that was looked up" }),
  reasons: z.array(reasonSchema),
});

const answerSchema = lineSchema
  .extend({
    heading: z.string().openapi({ description: "The verdict as a sentence for people" }),
    steps: z.array(z.string()).openapi({ description: "What to do now, in order" }),
    parts: z
      .array(lineSchema)
      .optional()
      .openapi({ description: "The single contacts found in a message or a mail" }),
  })
  .openapi("Check");

const problemSchema = z
  .object({
    status: z.int(),
    title: z.string(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

/** `POST /v1/checks`: the checker, for programs. */
export const checkRoute = createRoute({
  method: "post",
  path: "/v1/checks",
  summary: "Is this contact really the firm's?",
  description:
    "Takes a phone number, link, host, e-mail address, handle, sender name, message or raw mail and says whether it is the firm's. Nothing of it is kept.",
  middleware: declares("nothing"),
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ input: z.string() }).openapi({
            example: { input: "+1 202 555 0100" },
          }),
        },
      },
    },
  },
  responses: {
    200: { description: "The answer", content: { "application/json": { schema: answerSchema } } },
    400: problemAnswer("The body is not what this takes"),
    413: problemAnswer("The body is over 3 MB"),
    415: problemAnswer("The body is not JSON by its content type"),
    429: problemAnswer("Too many requests; Retry-After says how long to wait"),
    500: problemAnswer("A fault on our side"),
  },
});

export type CheckAnswer = z.infer<typeof answerSchema>;

export function answerOf(finding: Finding, input: string, language: Language): CheckAnswer {
  const { heading, steps } = explain(finding, language);
  return { ...findingAsLine(finding, input, language), heading, steps: steps.map(plainStep) };
}
