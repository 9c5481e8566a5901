import { z } from "@hono/zod-openapi";
import { slugSchema } from "./article.ts";
import { languageFolders, parseYaml, readContent } from "./content.ts";

const fileName = "categories.yaml";

const categorySchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1).max(60),
  summary: z.string().min(1).max(200),
});

/** A shelf of articles. The order in the file is the order on the page. */
export type Category = z.infer<typeof categorySchema> & { language: string };

/**
 * Reads `<language>/categories.yaml` of all languages.
 * @throws {InvalidInput} `bad_categories`, or `file_unreadable`
 */
export async function loadCategories(folder: string): Promise<Category[]> {
  const categories: Category[] = [];
  for (const language of await languageFolders(folder)) {
    const source = await readContent(folder, language, fileName);
    const list = parseYaml(
      source,
      z.array(categorySchema),
      "bad_categories",
      `${language}/${fileName}`,
    );
    categories.push(...list.map((category) => ({ ...category, language })));
  }
  return categories;
}
