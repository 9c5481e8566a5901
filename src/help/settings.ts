import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings } from "#platform";

export const helpSettings = {
  HELP_CONTENT: {
    schema: z.string().min(1).default(packagedFile("content/help")),
    about: "directory of help articles and banners",
    remedy: "Give the path of a directory with one folder of articles for each language.",
  },
} satisfies Settings;
