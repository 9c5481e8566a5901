import { z } from "@hono/zod-openapi";

const wordingSchema = z.strictObject({
  /** A few words, for a list. */
  short: z.string().min(1).max(80),
  /** The whole promise, for a page. */
  sentence: z.string().min(1).max(400),
});

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** English is complete; another language stands beside it. */
export const wordingsSchema = z
  .record(languageTag, wordingSchema)
  .refine((wordings) => wordings.en !== undefined, { error: "the English wording is missing" });
