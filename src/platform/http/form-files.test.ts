import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import fc, { codePoint } from "#fast-check";
import type { HttpEnvironment } from "./environment.ts";
import { UnreadableForm } from "./form.ts";
import { type Room, readFiledForm, textsIn } from "./form-files.ts";

const texts = { first: "One", second: "Two\r\nlines", third: "--boundary" };

/** A form with some texts and a file behind them, as a browser sends it. */
async function sent(): Promise<{ type: string; bytes: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(texts)) form.append(name, value);
  form.append("files", new File(["x".repeat(500)], "a.png"));
  form.append("files", new File([], ""));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  return { type, bytes: Buffer.from(await request.arrayBuffer()) };
}

async function read(bytes: Buffer, type: string, bytesMax: number, room?: Room) {
  const app = new Hono<HttpEnvironment>();
  app.onError((error, context) =>
    context.text(error.name, error instanceof UnreadableForm ? 400 : 500),
  );
  app.post("/", async (context) => {
    const { files, ...read } = await readFiledForm(context, bytesMax, room);
    return context.json({ ...read, sizes: files.map(({ size }) => size) });
  });
  const headers = { "content-type": type };
  const body = new Uint8Array(bytes);
  const answer = await app.request("/", { method: "POST", headers, body });
  return answer.status === 200 ? await answer.json() : answer.status;
}

test("a form has its texts and the files that were chosen", async () => {
  const { type, bytes } = await sent();
  const form = { ...texts, files: "" }; // a field where nothing was chosen
  assert.deepEqual(await read(bytes, type, 10_000), {
    ...{ form, sizes: [500], isCut: false, isCrowded: false },
  });
  const several = Buffer.from("upload=a&upload=b");
  const listed = await read(several, "application/x-www-form-urlencoded", 100);
  assert.deepEqual(textsIn(listed.form, "upload"), ["a", "b"]);
  assert.deepEqual(textsIn(listed.form, "other"), []);
  assert.equal((await read(Buffer.from("{}"), "application/json", 100)).isCut, false);
  const part = (name: string) =>
    `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n\r\n`;
  const empty = Buffer.from(`${part("")}${part("evidence.pdf")}--b--\r\n`);
  const { sizes } = await read(empty, "multipart/form-data; boundary=b", 1_000);
  assert.deepEqual(sizes, [0], "an empty file that was chosen is one");
});

test("a form that is cut anywhere keeps the texts before that place, whole, and no file", async () => {
  const { type, bytes } = await sent();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (bytesMax) => {
      const { form, sizes, isCut } = await read(bytes, type, bytesMax);
      assert.equal(isCut, true);
      assert.deepEqual(sizes, []);
      for (const [name, value] of Object.entries(form)) {
        assert.equal(value, texts[name as keyof typeof texts]);
      }
      const end = bytes.indexOf('name="files"');
      if (bytesMax > end) assert.deepEqual(form, texts);
    }),
    { numRuns: 60 },
  );
});

test("while others send too much the words are read, and the room is given back", async () => {
  const { type, bytes } = await sent();
  const room = { bytesLeft: bytes.length - 400, eachBytes: 0 };
  const crowded = await read(bytes, type, 10_000, room);
  assert.deepEqual(crowded, { form: texts, sizes: [], isCut: true, isCrowded: true });
  assert.equal(room.bytesLeft, bytes.length - 400);
  const none = { bytesLeft: 0, eachBytes: bytes.length - 400 };
  assert.deepEqual(await read(bytes, type, 10_000, none), crowded);
  assert.equal(none.bytesLeft, 0);
  room.bytesLeft = bytes.length;
  assert.equal((await read(bytes, type, 10_000, room)).isCrowded, false);
});

test("a form of more fields than any has is refused before it is parsed", async () => {
  const many = "a&".repeat(501);
  assert.equal(await read(Buffer.from(many), "application/x-www-form-urlencoded", 10_000), 400);
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n';
  const parts = Buffer.from(`${part.repeat(501)}--b--\r\n`);
  assert.equal(await read(parts, "multipart/form-data; boundary=b", 100_000), 400);
  assert.equal(await read(parts, 'Multipart/Form-Data; x=y; Boundary="b"', 100_000), 400);
});

test("what is no form is refused, or empty", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: codePoint, maxLength: 200 }), async (text) => {
      const answer = await read(Buffer.from(text), "multipart/form-data; boundary=b", 1_000);
      assert.ok(answer === 400 || Object.keys(answer.form).length === 0);
    }),
    { numRuns: 30 },
  );
});
