import { z } from "@hono/zod-openapi";

/** Why a file's pictures can't be read. */
const cannotOpen = [
  "no_picture",
  "damaged",
  "heic",
  "too_big",
  "too_many_pixels",
  "locked",
  "no_ffmpeg",
] as const;
export type CannotOpen = (typeof cannotOpen)[number];

/** What the opening process says first, as one line of JSON; the levels of each picture follow, as `levelsOf` writes them. */
export const openingAnswer = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("opened"),
    pictures: z
      .array(z.strictObject({ width: z.int().positive(), height: z.int().positive() }))
      .min(1),
    /** How many pages or pictures the file has. */
    of: z.int().positive(),
  }),
  z.strictObject({ is: z.literal("unopened"), why: z.enum(cannotOpen) }),
]);

export type OpeningAnswer = z.infer<typeof openingAnswer>;
