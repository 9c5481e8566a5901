import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings } from "#platform";

/** The demo firm's articles, categories and banners. */
export const helpFolder = packagedFile("content/help");

export const helpSettings = {
  HELP_CONTENT: {
    schema: z.string().min(1).default(helpFolder),
    about: "directory of help articles and banners",
    remedy: "Give the path of a directory with one folder of articles for each language.",
  },
} satisfies Settings;
