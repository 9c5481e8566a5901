const linksMax = 500;
const shownLengthMax = 500;

/** A link of an HTML mail: where it leads, and the text that is shown in its place. */
export type HtmlLink = { href: string; shown: string };

export type HtmlReading = { text: string; links: HtmlLink[] };

/**
 * The text and the links of HTML, in one pass over the input. Lines end where blocks do, not where the source's do. It is no HTML parser: it errs on the side of seeing
 * more text and more links than a mail program would.
 */
export function readHtml(html: string): HtmlReading {
  const pieces: string[] = [];
  const links: HtmlLink[] = [];
  let open: { href: string; piece: number } | undefined;
  const closeLink = () => {
    if (open && links.length < linksMax) {
      const shown = decodeEntities(pieces.slice(open.piece).join(""));
      links.push({
        href: open.href,
        shown: shown.replace(/\s+/g, " ").trim().slice(0, shownLengthMax),
      });
    }
    open = undefined;
  };
  let at = 0;
  while (at < html.length) {
    const tagAt = html.indexOf("<", at);
    const text = html.slice(at, tagAt < 0 ? html.length : tagAt);
    pieces.push(text.replace(/[\r\n]+/g, " "));
    if (tagAt < 0) break;
    const tag = readTag(html, tagAt);
    at = tag.end;
    if (tag.name === "a" || tag.name === "/a" || tag.name === "area") closeLink();
    const target = tag.attributes.get(tag.name === "form" ? "action" : "href");
    if (target !== undefined) open = { href: decodeEntities(target).trim(), piece: pieces.length };
    if (tag.name === "area" || tag.name === "form") closeLink();
    if (tag.name === "style" || tag.name === "script") at = afterClosingTag(html, at, tag.name);
    if (breaksLine.has(tag.name)) pieces.push("\n");
  }
  closeLink();
  return { text: decodeEntities(pieces.join("")), links };
}

const breaksLine = new Set(
  ["br", "p", "div", "td", "th", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol"].flatMap(
    (name) => [name, `/${name}`],
  ),
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

function afterClosingTag(html: string, from: number, name: string): number {
  const closing = name === "style" ? /<\/style/gi : /<\/script/gi;
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index : html.length;
}

const namedEntities = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    period: ".",
    colon: ":",
    sol: "/",
    commat: "@",
    num: "#",
    plus: "+",
    lpar: "(",
    rpar: ")",
    hyphen: "-",
    dash: "-",
    lowbar: "_",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    laquo: "«",
    raquo: "»",
    hellip: "…",
    iexcl: "¡",
    iquest: "¿",
    szlig: "ß",
    aelig: "æ",
    AElig: "Æ",
    oelig: "œ",
    OElig: "Œ",
    oslash: "ø",
    Oslash: "Ø",
    euro: "€",
    pound: "£",
    shy: "",
    zwnj: "",
    zwj: "",
    Tab: "",
    NewLine: "",
  }),
);

/** The ends of the names of accented letters: `&eacute;`. Each has the mark that Unicode puts behind the letter. */
const namedAccents = new Map(
  Object.entries({
    grave: "\u0300",
    acute: "\u0301",
    circ: "\u0302",
    tilde: "\u0303",
    uml: "\u0308",
    ring: "\u030a",
    caron: "\u030c",
    cedil: "\u0327",
  }),
);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi,
    (all, hex, decimal, name) => {
      if (name !== undefined) return namedEntities.get(name) ?? accented(name) ?? all;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const readable = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return readable ? String.fromCodePoint(point) : "";
    },
  );
}

function accented(name: string): string | undefined {
  const mark = namedAccents.get(name.slice(1));
  return mark && `${name.charAt(0)}${mark}`.normalize("NFC");
}
