import { basename, dirname } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { messageOf } from "#platform";
import {
  type NoticeClosing,
  type NoticeTemplate,
  noticeClosingSchema,
  noticeTemplateSchema,
} from "../notice.ts";
import type { Notice } from "./material.ts";
import { readTemplateText } from "./read-messages.ts";
import { sentencesOf } from "./sentences.ts";
import { UnreadableSource } from "./unreadable.ts";

/** The words below every notice of a language stand in this file. */
export const closingName = "closing";

/** Whether a file is a notice template: `notices/<language>/<name>.yaml`. */
export function isNotice(file: string): boolean {
  return file.endsWith(".yaml") && basename(dirname(dirname(file))) === "notices";
}

/**
 * Reads a notice template, or the closing of a language's notices.
 * @throws {UnreadableSource}
 */
export function readNotice(file: string, language: string, source: string): Notice {
  const name = basename(file, ".yaml");
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new UnreadableSource(error.linePos?.[0].line ?? 1, messageOf(error));
  const lineOf = (field: string) => {
    const node = document.getIn(field.split("."), true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : [0];
    return lines.linePos(Array.isArray(range) ? Number(range[0]) : 0).line;
  };
  const read = readAs(name, document.toJS());
  const notice = { kind: "notice" as const, file, language, name, links: [] };
  const said = Object.entries(read.texts).map(([field, text]) => {
    const line = lineOf(field);
    try {
      return { file, line, key: field, ...readTemplateText(text, language) };
    } catch (broken) {
      return { file, line, key: field, text, placeholders: [], broken: messageOf(broken) };
    }
  });
  const sentences = said.flatMap(({ line, text }) => sentencesOf({ file, text, line }));
  return { ...notice, ...read, said, sentences };
}

function readAs(name: string, data: unknown): Pick<Notice, "template"> & { texts: Texts } {
  const schema = name === closingName ? noticeClosingSchema : noticeTemplateSchema;
  const found = schema.safeParse(data);
  if (!found.success) {
    const [issue] = found.error.issues;
    throw new UnreadableSource(1, `${issue?.path.map(String).join(".")}: ${issue?.message}`);
  }
  const read: NoticeClosing | NoticeTemplate = found.data;
  if ("closing" in read) return { template: undefined, texts: { closing: read.closing } };
  const { subject, body, calendar } = read;
  const entry = calendar && {
    "calendar.summary": calendar.summary,
    "calendar.description": calendar.description,
  };
  return { template: read, texts: { subject, body, ...entry } };
}

type Texts = Record<string, string>;
