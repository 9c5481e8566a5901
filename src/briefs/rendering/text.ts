import {
  type Body,
  type Edition,
  type TranslatedSentences,
  wordsOfDate,
  wordsOfName,
} from "../edition/index.ts";
import { canonicalText } from "../source/index.ts";
import { type Line, type OutlineSection, outlineOf } from "./outline.ts";
import { translatedOutline } from "./translated.ts";

/** What a withdrawn brief says, and nothing else of it. */
export function withdrawalWords({ dated, reason }: Pick<Body, "dated" | "reason">): string {
  return `This brief was withdrawn on ${wordsOfDate(dated.slice(0, 10))}. ${reason ?? ""}`;
}

export function headlineOf(body: Body): string {
  if (body.is === "withdrawal") {
    const about = body.subjects?.length ? ` (${body.subjects.map(wordsOfName).join(", ")})` : "";
    return oneLine(`Withdrawn: the brief on ${body.firm}${about}`);
  }
  return oneLine(body.sections.headline[0]?.text ?? "");
}

/** As plain text, such as for a mail. */
export function renderText(body: Body, translation?: TranslatedSentences): string {
  if (body.is === "withdrawal") return `${headlineOf(body)}\n\n${withdrawalWords(body)}\n`;
  const { headline, date, sections } = shownOf(body, translation);
  const parts = sections.map(({ title, lines }) =>
    [title.toUpperCase(), "", ...lines.map(textLine)].join("\n"),
  );
  return `${[headline, date, ...parts].join("\n\n")}\n`;
}

/** As Markdown (CommonMark) in which nothing of a source is markup. */
export function renderMarkdown(body: Body, translation?: TranslatedSentences): string {
  if (body.is === "withdrawal")
    return `# ${inMarkdown(headlineOf(body))}\n\n${inMarkdown(withdrawalWords(body))}\n`;
  const { headline, date, sections } = shownOf(body, translation);
  const parts = sections.map(({ title, lines }) =>
    [`## ${title}`, "", ...lines.map(markdownLine)].join("\n"),
  );
  const head = [`# ${inMarkdown(headline)}`, inMarkdown(date)];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

type Shown = { headline: string; date: string; sections: readonly OutlineSection[] };

/** An edition, or the sentences of it in another language. */
function shownOf(edition: Edition, translation: TranslatedSentences | undefined): Shown {
  if (!translation) {
    return { headline: headlineOf(edition), date: dateLine(edition), sections: outlineOf(edition) };
  }
  return {
    headline: oneLine(translation.sections.headline[0] ?? ""),
    date: edition.dated.slice(0, 10),
    sections: translatedOutline(edition, translation),
  };
}

export function dateLine({ dated, number }: Pick<Edition, "dated" | "number">): string {
  return `${wordsOfDate(dated.slice(0, 10))}, edition ${number}`;
}

/** What nobody sees, what turns text around, and line ends are gone, also where an edition has them. */
export function oneLine(text: string): string {
  return canonicalText(text).text.replace(/\s+/g, " ").trim();
}

function textLine({ text, claims, link: more, is }: Line): string {
  const link = more === undefined ? "" : ` ${oneLine(more.url)}`;
  const mark = is === "side" ? "  - " : "- ";
  return `${mark}${oneLine(text)}${claimMarks(claims)}${link}`;
}

function markdownLine({ text, claims, link: more, is }: Line): string {
  const address = more && webAddress(more.url);
  const link = address === undefined ? "" : ` <${address}>`;
  const mark = is === "side" ? "  - " : "- ";
  return `${mark}${inMarkdown(oneLine(text))}${claimMarks(claims).replace("[", "\\[")}${link}`;
}

/** An address as a browser writes it: nothing of it ends a link before its end. */
function webAddress(url: string): string | undefined {
  const shown = oneLine(url);
  if (!URL.canParse(shown)) return undefined;
  const { protocol, href } = new URL(shown);
  return /^https?:$/.test(protocol) ? href : undefined;
}

function claimMarks(claims: readonly number[] | undefined): string {
  return claims && claims.length > 0 ? ` [${claims.join(", ")}]` : "";
}

/** No mark of a text is markup, and none at its beginning makes a list, a heading or a quotation. */
function inMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
