import assert from "node:assert/strict";
import { test } from "node:test";
import { readParts, TooManyParts } from "./mail-parts.ts";

const read = (...lines: string[]) => readParts(Buffer.from(lines.join("\r\n"), "latin1"));

test("a plain mail is one text", () => {
  assert.deepEqual(read("Subject: x", "", "Hello"), {
    texts: [{ isHtml: false, text: "Hello" }],
    shown: { is: "text", isHtml: false, text: "Hello" },
    attachmentCount: 0,
    inlineCount: 0,
    isUnparted: false,
  });
});

test("transfer encodings and character sets are undone", () => {
  const text = (encoding: string, charset: string, body: string) =>
    read(
      `Content-Type: text/html; charset="${charset}"`,
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      body,
    ).texts[0];
  assert.deepEqual(text("quoted-printable", "utf-8", "=E2=82=AC=\r\n1 =zz"), {
    isHtml: true,
    text: "€1 =zz",
  });
  assert.equal(text("BASE64", "utf-8", "SGVs\r\nbG8=")?.text, "Hello");
  assert.equal(text("8bit", "iso-8859-1", "\xe9")?.text, "é");
  assert.equal(text("8bit", "no-such-set", "a")?.text, "a");
});

test("parts inside parts are read, attachments counted", () => {
  const { texts, attachmentCount, inlineCount } = read(
    'Content-Type: multipart/mixed; boundary="out"',
    "",
    "preamble",
    "--out",
    "Content-Type: multipart/alternative;",
    " boundary=in",
    "",
    "--in",
    "",
    "plain",
    "--in",
    "Content-Type: text/html",
    "",
    "<p>html</p>",
    "--in--",
    "--out",
    "Content-Type: message/rfc822",
    "",
    "Subject: inner",
    "",
    "inner text",
    "--out",
    "Content-Type: text/plain",
    "Content-Disposition: attachment",
    "",
    "attached",
    "--out",
    "Content-Type: image/png",
    "Content-ID: <logo>",
    "",
    "x",
    "--out--",
    "epilogue",
  );
  assert.deepEqual(
    texts.map(({ text }) => text.trim()),
    ["plain", "<p>html</p>", "inner text"],
  );
  assert.deepEqual([attachmentCount, inlineCount], [1, 1]);
});

test("a boundary that begins another isn't taken for it", () => {
  const { texts } = read(
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "",
    "one",
    "--bc",
    "two",
    "--b--",
  );
  assert.deepEqual(
    texts.map(({ text }) => text.trim()),
    ["one\r\n--bc\r\ntwo"],
  );
});

test("a boundary is read in pieces and encoded, as programs write long ones", () => {
  for (const type of ["boundary*0=a; boundary*1=b", "boundary*0*=utf-8''%61; boundary*1=b"]) {
    const { texts, isUnparted } = read(
      `Content-Type: multipart/mixed; ${type}`,
      "",
      "--ab",
      "",
      "one",
      "--ab--",
    );
    assert.deepEqual([texts.map(({ text }) => text.trim()), isUnparted], [["one"], false]);
  }
});

test("parts that nothing parts are one text, and said to be so", () => {
  for (const type of ["multipart/mixed", "multipart/mixed; boundary=never"]) {
    const { texts, isUnparted } = read(`Content-Type: ${type}`, "", "--b", "", "one", "--b--");
    assert.deepEqual([texts.length, isUnparted], [1, true]);
  }
});

test("too many parts are refused", () => {
  const part = "--b\r\n\r\nx\r\n";
  assert.throws(
    () => read("Content-Type: multipart/mixed; boundary=b", "", part.repeat(300)),
    TooManyParts,
  );
});
