import { decodeHTML, decodeHTMLAttribute } from "entities";

const linksMax = 500;
const shownLengthMax = 500;

/** A link of an HTML mail: where it leads, and the text that is shown in its place. */
export type HtmlLink = { href: string; shown: string };

type Reading = "page" | "words";

export type HtmlReading = { text: string; links: HtmlLink[] };

/**
 * The text and the links of HTML, in one pass over the input. Lines end where blocks do, not where the source's do. It is no HTML
 * parser: it errs on the side of seeing more text and more links than a mail program would. As `words`, it is what somebody wrote
 * in a mail: without a title, which no program shows, and with a mark before each line of a quote.
 */
export function readHtml(html: string, as: Reading = "page"): HtmlReading {
  const { pieces, add, passTag } = collectedText(as);
  const links: HtmlLink[] = [];
  let open: { href: string; piece: number } | undefined;
  const closeLink = () => {
    if (open && links.length < linksMax) {
      const shown = decoded(pieces.slice(open.piece).join(""));
      links.push({
        href: open.href,
        shown: shown.replace(/\s+/g, " ").trim().slice(0, shownLengthMax),
      });
    }
    open = undefined;
  };
  let at = 0;
  while (at < html.length) {
    const tagAt = nextTag(html, at);
    add(html.slice(at, tagAt).replace(/[\r\n]+/g, " "));
    if (tagAt === html.length) break;
    const tag = readTag(html, tagAt);
    at = tag.end;
    if (tag.name === "a" || tag.name === "/a" || tag.name === "area") closeLink();
    const target = tag.attributes.get(tag.name === "form" ? "action" : "href");
    if (target !== undefined) open = { href: decodedTarget(target), piece: pieces.length };
    if (tag.name === "area" || tag.name === "form") closeLink();
    at = afterHidden(html, at, tag.name, as);
    passTag(tag.name);
  }
  closeLink();
  return { text: decoded(pieces.join("")), links };
}

/** The pieces of a text. Among the words of a mail a mark stands before those that begin a line of a quote. */
function collectedText(as: Reading) {
  const pieces: string[] = [];
  let quotes = 0;
  let isLineMarked = as === "page";
  const add = (text: string) => {
    if (quotes > 0 && !isLineMarked && text.trim() !== "") {
      pieces.push("> ");
      isLineMarked = true;
    }
    pieces.push(text);
  };
  const passTag = (name: string) => {
    if (name === "blockquote") quotes += 1;
    if (name === "/blockquote") quotes = Math.max(0, quotes - 1);
    if (!breaksLine.has(name)) return;
    pieces.push("\n");
    isLineMarked = as === "page";
  };
  return { pieces, add, passTag };
}

function nextTag(html: string, from: number): number {
  const at = html.indexOf("<", from);
  return at < 0 ? html.length : at;
}

const breaksLine = new Set(
  "br p div td th tr li h1 h2 h3 h4 table ul ol blockquote"
    .split(" ")
    .flatMap((name) => [name, `/${name}`]),
);

type Tag = { name: string; attributes: ReadonlyMap<string, string>; end: number };

const none: ReadonlyMap<string, string> = new Map();

const withLinks = new Set(["a", "area", "form"]);
const attributesMax = 50;

/** Reads the tag at `start`; a `<` that opens none is text, and ends at once. */
function readTag(html: string, start: number): Tag {
  if (html.startsWith("<!--", start)) {
    const end = html.indexOf("-->", start + 4);
    return { name: "", attributes: none, end: end < 0 ? html.length : end + 3 };
  }
  const opening = /<(\/?[a-z][a-z0-9]{0,20}|[!?])/iy;
  opening.lastIndex = start;
  const name = opening.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return { name: "", attributes: none, end: start + 1 };
  if (!withLinks.has(name))
    return { name, attributes: none, end: endOfTag(html, opening.lastIndex) };
  const attributes = new Map<string, string>();
  const attribute = /[\s/]*([^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
  let at = opening.lastIndex;
  while (at < html.length && html[at] !== ">") {
    attribute.lastIndex = at;
    const [, key = "", double, single, bare] = attribute.exec(html) ?? [];
    const value = double ?? single ?? bare;
    if (value !== undefined && attributes.size < attributesMax) {
      const known = key.toLowerCase();
      if (!attributes.has(known)) attributes.set(known, value);
    }
    at = Math.max(attribute.lastIndex, at + 1);
  }
  return { name, attributes, end: Math.min(at + 1, html.length) };
}

function endOfTag(html: string, start: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    if (found[0] === ">") return mark.lastIndex;
    const closing = html.indexOf(found[0], mark.lastIndex);
    if (closing < 0) break;
    mark.lastIndex = closing + 1;
  }
  return html.length;
}

/** Where text goes on behind a tag. Of a title only what nothing shows is passed over: pictures have one too. */
function afterHidden(html: string, from: number, name: string, as: Reading): number {
  if (name === "title" && as === "words") return nextTag(html, from);
  if (name !== "style" && name !== "script") return from;
  const closing = name === "style" ? /<\/style/gi : /<\/script/gi;
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index : html.length;
}

/** What HTML writes by name or number, as a person reads it: with plain spaces and hyphens, and none where a word may be cut. */
function decoded(text: string): string {
  return decodeHTML(text)
    .replace(/\u00a0/g, " ")
    .replace(/\u2010/g, "-")
    .replace(/\u00ad/g, "");
}

/** An address leads where a browser goes, which takes the ends of lines out of it. */
function decodedTarget(target: string): string {
  return decodeHTMLAttribute(target)
    .replace(/[\t\n\r]/g, "")
    .trim();
}
