import MarkdownIt, { type Token } from "markdown-it";

/** The one directive: the list of what we never ask for, filled in from the policy. */
export const neverAskDirective = "{{never-ask}}";

const neverAskToken = "never_ask";

/** What the directives of an article are filled with. */
export type Fillings = { neverAsk: readonly string[] };

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
parser.disable(["image", "html_inline", "html_block", "autolink"]);
parser.validateLink = mayLinkTo;
parser.block.ruler.before("paragraph", neverAskToken, (state, line, _endLine, silent) => {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.slice(start, state.eMarks[line]).trimEnd() !== neverAskDirective) return false;
  if (!silent) {
    state.push(neverAskToken, "ul", 0);
    state.line = line + 1;
  }
  return true;
});
parser.renderer.rules[neverAskToken] = (_tokens, _index, _options, env) => {
  const { neverAsk } = env as Fillings;
  const items = neverAsk.map((item) => `<li>${parser.utils.escapeHtml(item)}</li>\n`);
  return `<ul class="never-ask">\n${items.join("")}</ul>\n`;
};

/** Reads Markdown without HTML, images or automatic links. Links other than `/path` and `https:` stay plain text. */
export function parseMarkdown(markdown: string): Token[] {
  const tokens = parser.parse(markdown, {});
  const taken = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      token.attrSet("id", freeId(textOf(tokens[index + 1]), taken));
    }
    for (const child of token.children ?? []) {
      if (child.type === "link_open" && isExternal(hrefOf(child))) child.attrSet("rel", "noopener");
    }
  }
  return tokens;
}

/** The HTML of parsed Markdown. It is safe: every text is escaped, and no tag comes from the source. */
export function htmlOf(tokens: Token[], fillings: Fillings): string {
  return parser.renderer.render(tokens, parser.options, fillings);
}

/** The text that a reader sees, without marks. */
export function textOf(token: Token | undefined): string {
  if (!token?.children) return "";
  return token.children.map((child) => (child.type === "softbreak" ? " " : child.content)).join("");
}

export function hrefsIn(tokens: Token[]): string[] {
  return tokens
    .flatMap((token) => token.children ?? [])
    .filter((token) => token.type === "link_open")
    .map(hrefOf);
}

export function isExternal(href: string): boolean {
  return !href.startsWith("/");
}

function mayLinkTo(href: string): boolean {
  return href.startsWith("https://") || /^\/(?![/\\])/.test(href);
}

function hrefOf(token: Token): string {
  return String(token.attrGet("href") ?? "");
}

function freeId(text: string, taken: Set<string>): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
  const base = words.join("-");
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
