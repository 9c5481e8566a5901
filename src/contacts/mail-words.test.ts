import assert from "node:assert/strict";
import { test } from "node:test";
import { check, codes, compose, sign } from "./mail-drafts.ts";

const html = (body: string) =>
  compose({ from: "Shop <a@shop.example>", type: "text/html; charset=utf-8", body });

const shown = (finding: Awaited<ReturnType<typeof check>>) =>
  (finding.parts ?? []).map(({ input }) => input);

test("an address of ours that hides another target is no part of a mail", async () => {
  for (const [body, target] of [
    [
      '<a href="https://shop.example/x">https://larkmoor.example/login</a>',
      "https://shop.example/x",
    ],
    ['<a href="https://shop.example/x">go to larkmoor.example</a>', "https://shop.example/x"],
    ['<a href="mailto:b@shop.example">help@larkmoor.example</a>', "mailto:b@shop.example"],
  ] as const) {
    const finding = await check(html(body));
    assert.deepEqual(shown(finding), [target]);
    assert.ok(codes(finding).includes("link_hides_target"), JSON.stringify(finding.reasons));
  }
});

test("an address that is where its link leads stays a part, and so does a stranger's", async () => {
  const honest = '<a href="https://larkmoor.example/login">larkmoor.example</a>';
  assert.ok(shown(await check(html(honest))).includes("larkmoor.example"));
  const hiding = '<a href="https://shop.example">larkmoor-secure.test</a>';
  const finding = await check(html(hiding));
  assert.ok(shown(finding).includes("https://shop.example"));
});

const asking = "Please reply with your password and the code that we sent you.";

test("a sealed mail that asks for a never-asked item isn't ours", async () => {
  const finding = await check(await sign(compose({ body: asking })));
  assert.equal(finding.verdict, "not_ours");
  assert.deepEqual(codes(finding).slice(0, 1), ["asks_never_asked"]);
  assert.ok(codes(finding).includes("sealed_but_asks"));
});

test("what a stranger's mail asks for is said", async () => {
  const finding = await check(compose({ from: "Shop <a@shop.example>", body: asking }));
  assert.equal(finding.verdict, "not_ours");
  assert.ok(codes(finding).includes("asks_never_asked"));
  const inHtml = await check(html("<p>Please reply with\r\nyour password</p>"));
  assert.ok(codes(inHtml).includes("asks_never_asked"));
});

test("half of a wrapped warning is no ask", async () => {
  const body =
    "We are writing to remind you that we will never ask you to\r\nsend us your password or a code.";
  const finding = await check(await sign(compose({ body })));
  assert.equal(finding.verdict, "ours", JSON.stringify(finding.reasons));
});
