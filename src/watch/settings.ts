import { z } from "@hono/zod-openapi";
import type { Settings } from "#platform";

export const watchSettings = {
  WATCH_ALERTS_PER_DAY: {
    schema: z.coerce.number().int().min(0).max(100).default(5),
    about:
      "how many cases about staff leads are shown a day, beside what can't wait; the others wait, ranked",
    remedy: "Give a whole number, from 0 to 100.",
  },
} satisfies Settings;
