import type { z } from "@hono/zod-openapi";

/** What is wrong with a file, in one line: each place and what was expected there. */
export function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}
