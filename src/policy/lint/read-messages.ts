import { basename } from "node:path";
import { z } from "@hono/zod-openapi";
import { IntlMessageFormat } from "intl-messageformat";
import { messageOf } from "#platform";
import type { Message, Messages } from "./material.ts";
import { lineAt, sentencesOf } from "./sentences.ts";
import { parseJson, UnreadableSource } from "./unreadable.ts";

const messagesSchema = z.record(z.string(), z.string());

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/**
 * Reads a file of message templates: a flat JSON object, keys to ICU MessageFormat.
 * @throws {UnreadableSource}
 */
export function readMessages(file: string, language: string, source: string): Messages {
  const texts = readTexts(source);
  const messages = Object.entries(texts).map(([key, text]): Message => {
    const line = lineOfKey(source, key);
    try {
      return { file, line, key, ...readTemplateText(text, language) };
    } catch (error) {
      return { file, line, key, text, placeholders: [], broken: messageOf(error) };
    }
  });
  return {
    kind: "messages",
    file,
    language,
    name: basename(file, ".json"),
    messages,
    sentences: messages.flatMap(({ line, text }) =>
      // A message stands in one line of its file, whatever line breaks it holds.
      sentencesOf({ file, text, line }).map((sentence) => ({ ...sentence, line })),
    ),
    links: [],
  };
}

/** One text of ICU MessageFormat: its words, and the names of its places. It throws for one that can't be read. */
export function readTemplateText(text: string, language: string) {
  const elements = elementsOf(text, language);
  return { text: textOf(elements), placeholders: placeholdersOf(elements) };
}

function readTexts(source: string): Record<string, string> {
  const read = messagesSchema.safeParse(parseJson(source));
  if (read.success) return read.data;
  throw new UnreadableSource(1, "it is not a flat object of texts");
}

/** Where the key stands in the file; JSON.parse doesn't tell. */
function lineOfKey(source: string, key: string): number {
  return lineAt(source, Math.max(0, source.indexOf(`${JSON.stringify(key)}:`)));
}

function elementsOf(text: string, language: string): Element[] {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
}

/** The text with each placeholder as a word of its own and every branch of a choice as a sentence. */
function textOf(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if ("options" in element) {
        return Object.values(element.options)
          .map(({ value }) => textOf(value))
          .join(". ");
      }
      return "value" in element ? element.value : "#";
    })
    .join("")
    .replace(/<\/?[a-z]{1,20}>/g, "");
}

function placeholdersOf(elements: readonly Element[]): string[] {
  const names = new Set<string>();
  for (const element of elements) {
    const isLiteral = element.type === 0;
    if (!isLiteral && "value" in element) names.add(element.value);
    if ("options" in element) {
      for (const { value } of Object.values(element.options)) {
        for (const name of placeholdersOf(value)) names.add(name);
      }
    }
  }
  return [...names].sort();
}
