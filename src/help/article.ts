import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { InvalidInput, messageOf } from "#platform";
import { problemsOf } from "./content.ts";

const articleCharactersMax = 20_000;
const phoneDigitsMin = 7;

/** What an article is called in addresses: `/help/<slug>`. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

const frontMatterSchema = z.strictObject({
  title: z.string().min(1).max(90),
  /** One or two sentences that answer before the article is opened. */
  summary: z.string().min(1).max(200),
  category: slugSchema,
  /** Other words that people use for the same thing. They count in the search and aren't shown. */
  keywords: z.array(z.string().min(2).max(60)).min(1).max(60),
  related: z.array(slugSchema).max(8),
  updated: z.iso.date(),
});

/** Terminology. *Article*: one page of help, written in Markdown below its front matter. *Slug*: its name in addresses. */
export type Article = z.infer<typeof frontMatterSchema> & {
  slug: string;
  /** The BCP 47 tag of the folder that it stands in. */
  language: string;
  markdown: string;
  /** Changes with every change of the source. */
  contentHash: string;
};

/** A source file that can't be published. */
export class BadArticle extends InvalidInput {
  constructor(language: string, slug: string, problem: string) {
    super("bad_article", `Article ${language}/${slug}.md: ${problem}`);
  }
}

/**
 * Reads an article's source: YAML between two lines of `---`, then Markdown.
 * @throws BadArticle when something is missing, or stands in it that no article may hold
 */
export function parseArticle(source: string, language: string, slug: string): Article {
  const refuse = (problem: string) => new BadArticle(language, slug, problem);
  if (!slugSchema.safeParse(slug).success) {
    throw refuse("a file's name is lower-case words with hyphens between them.");
  }
  if (source.length > articleCharactersMax) {
    throw refuse(`it has ${source.length} characters. Keep it under ${articleCharactersMax}.`);
  }
  const { head, markdown } = split(source.replaceAll("\r\n", "\n"), refuse);
  const frontMatter = frontMatterSchema.safeParse(head);
  if (!frontMatter.success) throw refuse(`front matter: ${problemsOf(frontMatter.error)}`);
  const phone = phoneNumberIn(markdown);
  if (phone !== undefined) {
    throw refuse(`it holds the number ${phone}. Ours stands at the foot of the phone page only.`);
  }
  const contentHash = createHash("sha256").update(source).digest("hex");
  return { ...frontMatter.data, slug, language, markdown, contentHash };
}

function split(source: string, refuse: (problem: string) => BadArticle) {
  const end = source.indexOf("\n---\n", 3);
  if (!source.startsWith("---\n") || end < 0) {
    throw refuse("it must begin with front matter between two lines of three hyphens.");
  }
  try {
    return { head: parse(source.slice(4, end + 1)), markdown: source.slice(end + 5).trim() };
  } catch (error) {
    throw refuse(`front matter is no YAML: ${messageOf(error)}`);
  }
}

/** A run of digits, with what people put between them, that is long enough to be dialled. */
function phoneNumberIn(text: string): string | undefined {
  const runs = text.match(/\+?[0-9][0-9 ().-]{0,40}/g) ?? [];
  return runs.find((run) => run.replace(/\D/g, "").length >= phoneDigitsMin)?.trim();
}
