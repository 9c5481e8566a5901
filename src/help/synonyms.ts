import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { InvalidInput } from "#platform";
import { problemsOf } from "./problems.ts";

const fileName = "synonyms.yaml";

const synonymsSchema = z.array(z.array(z.string().min(2).max(40)).min(2).max(40)).max(500);

/** For each language: a word in lower case, and the words that people use for the same thing. */
export type Synonyms = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Reads `<language>/synonyms.yaml` of the languages that have one.
 * @throws InvalidInput `bad_synonyms`
 */
export async function loadSynonyms(folder: string): Promise<Synonyms> {
  const synonyms = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const names = await readdir(join(folder, entry.name));
    if (!names.includes(fileName)) continue;
    const source = await readFile(join(folder, entry.name, fileName), "utf8");
    synonyms.set(entry.name, parseSynonyms(source, `${entry.name}/${fileName}`));
  }
  return synonyms;
}

/** A word that stands in several groups has the neighbours of all of them. */
export function parseSynonyms(
  source: string,
  place: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = synonymsSchema.safeParse(parse(source));
  if (!groups.success) {
    throw new InvalidInput("bad_synonyms", `Synonyms ${place}: ${problemsOf(groups.error)}`);
  }
  const neighbours = new Map<string, Set<string>>();
  for (const group of groups.data) {
    for (const word of group) {
      const known = neighbours.get(word) ?? new Set();
      for (const other of group) if (other !== word) known.add(other);
      neighbours.set(word, known);
    }
  }
  return neighbours;
}
