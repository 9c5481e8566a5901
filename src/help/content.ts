import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { InvalidInput, messageOf, orRefused, readTextFile } from "#platform";

/** The languages that help content is written in: one folder each. */
export async function languageFolders(folder: string): Promise<string[]> {
  const entries = await orRefused(folder, readdir(folder, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The names of the files in one language's folder, in order. */
export async function filesIn(folder: string, language: string): Promise<string[]> {
  return (await orRefused(folder, readdir(join(folder, language)))).sort();
}

export function readContent(...path: string[]): Promise<string> {
  return readTextFile(join(...path));
}

/**
 * Reads YAML that must fit a schema.
 * @param place how a person finds the file, such as `en/categories.yaml`
 * @throws {InvalidInput} with `code`, naming what is wrong in one line
 */
export function parseYaml<Schema extends z.ZodType>(
  source: string,
  schema: Schema,
  code: string,
  place: string,
): z.output<Schema> {
  let data: unknown;
  try {
    data = parse(source);
  } catch (error) {
    throw new InvalidInput(code, `${place} is no YAML: ${messageOf(error).split("\n", 1)}`);
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  throw new InvalidInput(code, `${place}: ${problemsOf(read.error)}`);
}

/** What is wrong with a file, in one line: each place and what was expected there. */
export function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.map(String).join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}
