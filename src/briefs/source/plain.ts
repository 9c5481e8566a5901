import { z } from "@hono/zod-openapi";
import { canonicalText } from "./canonical.ts";

/** A line that somebody writes: without what nobody sees or what turns text around, so that two that look alike are alike. */
export function plainLine(lettersMin: number, lettersMax: number) {
  return z
    .string()
    .max(4 * lettersMax)
    .transform((text) => canonicalText(text).text.replace(/\s+/g, " "))
    .pipe(z.string().min(lettersMin).max(lettersMax));
}
