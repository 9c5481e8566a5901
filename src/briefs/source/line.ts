import type { z } from "@hono/zod-openapi";
import { jsonIn } from "#platform";
import { type Format, type ReadText, readPasted } from "./reading.ts";
import { SourceRefused } from "./refusals.ts";
import { type About, type Capture, sourceLineSchema } from "./source.ts";

export type SourceLine = z.output<typeof sourceLineSchema>;

/** A source as somebody gave it: what is said about it, and its text as it is kept. */
export type GivenSource = { about: About; capture: Capture; read: ReadText };

const formats: Readonly<Record<string, Format | "json" | "jsonl">> = {
  ...{ html: "html", htm: "html", txt: "text", md: "text", eml: "mail", pdf: "pdf" },
  ...{ json: "json", jsonl: "jsonl" },
};
/** How the names of files end that are read. */
export const fileEndings: readonly string[] = Object.keys(formats);

/** How a file is read, by its name; undefined for one that isn't. */
export function formatNamed(file: string): Format | "json" | "jsonl" | undefined {
  return formats[file.split(".").at(-1)?.toLowerCase() ?? ""];
}

/** A source in JSON. @throws {SourceRefused} */
export function sourceLineIn(text: string): SourceLine {
  const read = sourceLineSchema.safeParse(jsonIn(text));
  if (read.success) return read.data;
  throw new SourceRefused("source_not_json");
}

/** Reads what a line of JSON says of a source. @throws {SourceRefused} */
export function givenIn(line: SourceLine): GivenSource {
  if ("facts" in line) {
    const { facts, ...about } = line;
    return { about, capture: "facts", read: readPasted(facts.join("\n")) };
  }
  const { text, ...about } = line;
  return { about, capture: "text", read: readPasted(text) };
}
