import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { readHtml } from "./mail-html.ts";

test("a link's target and its shown text are told apart", () => {
  const { text, links } = readHtml(
    '<p>Hi&nbsp;you</p><a class=b href="https://e.com/?a=1&amp;b=2"><b>lark</b>moor&period;com</a>',
  );
  assert.deepEqual(links, [{ href: "https://e.com/?a=1&b=2", shown: "larkmoor.com" }]);
  assert.equal(text.trim(), "Hi you\nlarkmoor.com");
});

test("forms, areas and unclosed links count; styles, scripts and comments aren't text", () => {
  const { text, links } = readHtml(
    "<style>a{}</style><!-- x.com --><script>y</script><form action='//f.com'><area href=g.com><a HREF = h.com>go",
  );
  assert.deepEqual(
    links.map(({ href }) => href),
    ["//f.com", "g.com", "h.com"],
  );
  assert.equal(text.replace(/\s/g, ""), "go");
});

test("of two targets the first counts, as in a browser", () => {
  assert.equal(readHtml("<a href=a.com href=b.com>x</a>").links[0]?.href, "a.com");
});

test("letters that HTML writes by name are read", () => {
  const { text } = readHtml(
    "d&eacute;j&agrave; &Ccedil;a, &iquest;ma&ntilde;ana? Gr&ouml;&szlig;e",
  );
  assert.equal(text, "déjà Ça, ¿mañana? Größe");
  assert.equal(readHtml("&bacon; &valueOf;").text, "&bacon; &valueOf;");
});

test("characters are read as a browser reads them, in a target too", () => {
  assert.equal(
    readHtml("&copy;2026 20&deg; &frac12;&times;3 a&middot;b &reg; Wort&shy;teil &#0000046;").text,
    "©2026 20° ½×3 a·b ® Wortteil .",
  );
  const { links } = readHtml(
    '<a href="https://e.com/?a=1&bring=2&copy=3&amp;d=&eacute;">x</a><a href="java&Tab;script:y">',
  );
  assert.deepEqual(
    links.map(({ href }) => href),
    ["https://e.com/?a=1&bring=2&copy=3&d=é", "javascript:y"],
  );
});

test("a title is none of the words of a mail, and what stands behind one is", () => {
  const page = "<head><title>Re: x</title></head>Hi <svg><title><p>evil.com</p></svg>";
  assert.equal(readHtml(page, "words").text.replace(/\s+/g, " ").trim(), "Hi evil.com");
  assert.equal(readHtml("<title>Re: x", "words").text, "");
  assert.match(readHtml(page).text, /^Re: x/);
});

test("lines in a quote are marked among the words of a mail", () => {
  const mail =
    "<p>Yes.</p>On Monday they wrote:<blockquote><p>Shall <b>we</b></p>\r\n<blockquote>close<br><br>it</blockquote>&gt;now</blockquote>Me";
  const lines = (text: string) => text.split(/\n+/).map((line) => line.trim());
  const unmarked = ["", "Yes.", "On Monday they wrote:", "Shall we", "close", "it", ">now", "Me"];
  assert.deepEqual(lines(readHtml(mail).text).filter(Boolean), unmarked.filter(Boolean));
  assert.deepEqual(lines(readHtml(mail, "words").text).filter(Boolean), [
    "Yes.",
    "On Monday they wrote:",
    "> Shall we",
    "> close",
    "> it",
    "> >now",
    "Me",
  ]);
  assert.equal(readHtml("</blockquote>a<br>b", "words").text, "\na\nb");
});

test("any text is read", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "<a href=",
    '"',
    "'",
    "</a>",
    "<!--",
    "&#x",
    ";",
    "<style",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      readHtml(pieces.join(""));
    }),
  );
});
