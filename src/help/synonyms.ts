import { z } from "@hono/zod-openapi";
import { filesIn, languageFolders, parseYaml, readContent } from "./content.ts";

const fileName = "synonyms.yaml";

const synonymsSchema = z.array(z.array(z.string().min(2).max(40)).min(2).max(40)).max(500);

/** For each language: a word in lower case, and the words that people use for the same thing. */
export type Synonyms = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Reads `<language>/synonyms.yaml` of the languages that have one.
 * @throws {InvalidInput} `bad_synonyms`
 */
export async function loadSynonyms(folder: string): Promise<Synonyms> {
  const synonyms = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const language of await languageFolders(folder)) {
    if (!(await filesIn(folder, language)).includes(fileName)) continue;
    const source = await readContent(folder, language, fileName);
    synonyms.set(language, parseSynonyms(source, `${language}/${fileName}`));
  }
  return synonyms;
}

/** A word that stands in several groups has the neighbours of all of them. */
export function parseSynonyms(
  source: string,
  place: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = parseYaml(source, synonymsSchema, "bad_synonyms", place);
  const neighbours = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const word of group) {
      const known = neighbours.get(word) ?? new Set();
      for (const other of group) if (other !== word) known.add(other);
      neighbours.set(word, known);
    }
  }
  return neighbours;
}
