import { basename, dirname } from "node:path";
import { z } from "@hono/zod-openapi";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { messageOf } from "#platform";
import type { Macros } from "./material.ts";
import { sentencesOf } from "./sentences.ts";
import { UnreadableSource } from "./unreadable.ts";

/** Prepared answers are another slice's document; the linter takes only what it reads. */
const macrosSchema = z.array(z.looseObject({ id: z.string(), text: z.string() }));

/** Whether a file holds prepared answers of agents: `macros/<language>.yaml`. */
export function isMacros(file: string): boolean {
  return file.endsWith(".yaml") && basename(dirname(file)) === "macros";
}

/** Reads the prepared answers of a language, which is the file's name. @throws {UnreadableSource} */
export function readMacros(file: string, source: string): Macros {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new UnreadableSource(error.linePos?.[0].line ?? 1, messageOf(error));
  const found = macrosSchema.safeParse(document.toJS());
  if (!found.success) {
    const [issue] = found.error.issues;
    throw new UnreadableSource(1, `${issue?.path.map(String).join(".")}: ${issue?.message}`);
  }
  const entries = isSeq(document.contents) ? document.contents.items : [];
  const macros = found.data.map(({ id, text }, place) => {
    const entry = entries[place];
    const node = isMap(entry) ? entry.get("text", true) : undefined;
    const at = lines.linePos(node?.range?.[0] ?? 0).line;
    const isBlock = isScalar(node) && /^BLOCK/.test(node.type ?? "");
    return { file, line: isBlock ? at + 1 : at, id, text };
  });
  const language = basename(file, ".yaml");
  const sentences = macros.flatMap(({ line, text }) => sentencesOf({ file, text, line }));
  return { kind: "macros", file, language, sentences, links: [], macros };
}
