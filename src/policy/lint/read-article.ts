import { basename } from "node:path";
import { z } from "@hono/zod-openapi";
import MarkdownIt, { type Token } from "markdown-it";
import { LineCounter, parseDocument } from "yaml";
import { messageOf } from "#platform";
import type { Article, Link, Sentence } from "./material.ts";
import { lineAt, sentencesOf } from "./sentences.ts";
import { UnreadableSource } from "./unreadable.ts";

const parser = new MarkdownIt({ html: false });

const headSchema = z.object({
  title: z.string(),
  summary: z.string().optional(),
  related: z.array(z.string()).optional(),
});

/**
 * Reads a help article: YAML front matter between lines of `---`, then Markdown.
 * @throws {UnreadableSource}
 */
export function readArticle(file: string, language: string, source: string): Article {
  const text = source.replaceAll("\r\n", "\n");
  const end = text.indexOf("\n---\n", 3);
  if (!text.startsWith("---\n") || end < 0) {
    throw new UnreadableSource(1, "it has no front matter between two lines of ---");
  }
  const head = readHead(file, text.slice(4, end + 1));
  const bodyLine = lineAt(text, end + 5);
  const body = readBody(file, text.slice(end + 5), bodyLine);
  return {
    kind: "article",
    file,
    language,
    slug: basename(file, ".md"),
    related: head.related,
    sentences: [...head.sentences, ...body.sentences],
    links: body.links,
  };
}

function readHead(file: string, yaml: string): Pick<Article, "related" | "sentences"> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new UnreadableSource((error.linePos?.[0].line ?? 1) + 1, messageOf(error));
  const head = headSchema.safeParse(document.toJS());
  if (!head.success) {
    throw new UnreadableSource(1, `front matter: ${head.error.issues[0]?.path.join(".")}`);
  }
  const lineOf = (...path: (string | number)[]) => {
    const node = document.getIn(path, true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : [0];
    return lines.linePos(Array.isArray(range) ? Number(range[0]) : 0).line + 1;
  };
  const { title, summary = "", related = [] } = head.data;
  return {
    related: related.map((slug, place) => ({ slug, line: lineOf("related", place) })),
    sentences: [
      ...sentencesOf({ file, text: title, line: lineOf("title") }),
      ...sentencesOf({ file, text: summary, line: lineOf("summary") }),
    ],
  };
}

function readBody(
  file: string,
  markdown: string,
  firstLine: number,
): { sentences: Sentence[]; links: Link[] } {
  const sentences: Sentence[] = [];
  const links: Link[] = [];
  const leadIns: string[] = [];
  let before = "";
  let inHeading = false;
  for (const token of parser.parse(markdown, {})) {
    if (token.type.endsWith("_list_open")) leadIns.push(before);
    if (token.type.endsWith("_list_close")) leadIns.pop();
    if (token.type.startsWith("heading_")) inHeading = token.type === "heading_open";
    if (token.type !== "inline") continue;
    const line = firstLine + (token.map?.[0] ?? 0);
    const text = textOf(token);
    const found = sentencesOf({ file, text, line, leadIn: leadIns.at(-1) ?? "" });
    sentences.push(...found);
    links.push(...linksOf(file, token, line));
    const last = found.at(-1)?.text ?? "";
    // A list belongs to the sentence before it that ends with a colon, or to the heading right above it.
    if (leadIns.length === 0) before = last.endsWith(":") || inHeading ? last : "";
  }
  return { sentences, links };
}

function textOf(token: Token): string {
  return (token.children ?? [])
    .map((child) =>
      child.type === "softbreak" || child.type === "hardbreak" ? "\n" : child.content,
    )
    .join("");
}

function linksOf(file: string, token: Token, firstLine: number): Link[] {
  const links: Link[] = [];
  let line = firstLine;
  for (const [place, child] of (token.children ?? []).entries()) {
    if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
    if (child.type !== "link_open") continue;
    const text = token.children?.[place + 1]?.content ?? "";
    links.push({ file, line, href: String(child.attrGet("href") ?? ""), text });
  }
  return links;
}
