import { z } from "@hono/zod-openapi";

/** Why a file can't be shown. */
export const decodeRefusals = ["damaged", "too_many_pixels", "too_many_pages", "locked"] as const;

/** What the decoding process says first, as one line of JSON; the pages follow, each a JPEG of so many bytes. */
export const decodeAnswer = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("decoded"),
    pages: z.array(z.int().positive()).min(1),
    /** The text that stands in a document, for the guard. */
    words: z.string(),
  }),
  z.strictObject({ is: z.literal("refused"), code: z.enum(decodeRefusals) }),
]);

export type DecodeAnswer = z.infer<typeof decodeAnswer>;
export type DecodeRefusal = (typeof decodeRefusals)[number];
