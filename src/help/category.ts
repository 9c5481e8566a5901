import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { InvalidInput } from "#platform";
import { slugSchema } from "./article.ts";
import { problemsOf } from "./problems.ts";

const categorySchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1).max(60),
  summary: z.string().min(1).max(200),
});

/** A shelf of articles. The order in the file is the order on the page. */
export type Category = z.infer<typeof categorySchema> & { language: string };

/**
 * Reads `<language>/categories.yaml` of all languages.
 * @throws InvalidInput `bad_categories`
 */
export async function loadCategories(folder: string): Promise<Category[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const categories: Category[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const source = await readFile(join(folder, entry.name, "categories.yaml"), "utf8");
    const list = z.array(categorySchema).safeParse(parse(source));
    if (!list.success) {
      const place = `Categories ${entry.name}/categories.yaml`;
      throw new InvalidInput("bad_categories", `${place}: ${problemsOf(list.error)}`);
    }
    categories.push(...list.data.map((category) => ({ ...category, language: entry.name })));
  }
  return categories;
}
