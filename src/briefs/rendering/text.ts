import { type Body, type Edition, wordsOfDate } from "../edition/index.ts";
import { canonicalText } from "../source/index.ts";
import { type Line, outlineOf } from "./outline.ts";

/** What a withdrawn brief says, and nothing else of it. */
export function withdrawalWords({ dated, reason }: Pick<Body, "dated" | "reason">): string {
  return `This brief was withdrawn on ${wordsOfDate(dated.slice(0, 10))}. ${reason ?? ""}`;
}

export function headlineOf(body: Body): string {
  if (body.is === "withdrawal") return "Withdrawn";
  return oneLine(body.sections.headline[0]?.text ?? "");
}

/** As plain text, such as for a mail. */
export function renderText(body: Body): string {
  if (body.is === "withdrawal") return `${withdrawalWords(body)}\n`;
  const parts = outlineOf(body).map(({ title, lines }) =>
    [title.toUpperCase(), "", ...lines.map(textLine)].join("\n"),
  );
  return `${[headlineOf(body), dateLine(body), ...parts].join("\n\n")}\n`;
}

/** As Markdown (CommonMark) in which nothing of a source is markup. */
export function renderMarkdown(body: Body): string {
  if (body.is === "withdrawal") return `# Withdrawn\n\n${inMarkdown(withdrawalWords(body))}\n`;
  const parts = outlineOf(body).map(({ title, lines }) =>
    [`## ${title}`, "", ...lines.map(markdownLine)].join("\n"),
  );
  const head = [`# ${inMarkdown(headlineOf(body))}`, inMarkdown(dateLine(body))];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

export function dateLine({ dated, number }: Pick<Edition, "dated" | "number">): string {
  return `${wordsOfDate(dated.slice(0, 10))}, edition ${number}`;
}

/** What nobody sees, what turns text around, and line ends are gone, also where an edition has them. */
export function oneLine(text: string): string {
  return canonicalText(text).text.replace(/\s+/g, " ").trim();
}

function textLine({ text, claims, url, is }: Line): string {
  const link = url === undefined ? "" : ` ${oneLine(url)}`;
  const mark = is === "side" ? "  - " : "- ";
  return `${mark}${oneLine(text)}${claimMarks(claims)}${link}`;
}

function markdownLine({ text, claims, url, is }: Line): string {
  const link = url !== undefined && /^https?:/i.test(url) ? ` ${inMarkdown(url)}` : "";
  const mark = is === "side" ? "  - " : "- ";
  return `${mark}${inMarkdown(oneLine(text))}${claimMarks(claims).replace("[", "\\[")}${link}`;
}

function claimMarks(claims: readonly number[] | undefined): string {
  return claims && claims.length > 0 ? ` [${claims.join(", ")}]` : "";
}

/** No mark of a text is markup, and no number at its beginning counts a list. */
function inMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>()#!|~=+-]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replace(/^(\d+)\./, "$1\\.");
}
