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
