import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidInput } from "../errors.ts";
import { chooseLanguage } from "../language/index.ts";
import { openLog } from "../log.ts";
import { openMetrics } from "../metrics.ts";
import { createApp } from "./app.ts";
import { healthRoutes } from "./health.ts";

const secret = "the database password is hunter2";

function makeApp(publicUrl?: string) {
  const app = createApp({
    log: openLog("silent"),
    clock: () => new Date("2026-11-20T12:00:00Z"),
    metrics: openMetrics(),
    publicUrl,
    chooseLanguage,
    pageFrame: (_context, next) => next(),
    problemPage: (context, problem) => context.html(`<p>${problem.detail}</p>`, problem.status),
  });
  app.get("/v1/broken", () => {
    throw new Error(secret);
  });
  app.get("/v1/refused", () => {
    throw new InvalidInput("made_up", "This was 1, but it must be 2. Give 2.");
  });
  app.post("/v1/echo", async (context) => context.json(await context.req.json()));
  app.post("/form", (context) => context.text("done"));
  return app;
}

test("an error that nobody foresaw is a bare 500: no stack, no words of its own", async () => {
  const response = await makeApp().request("/v1/broken");
  assert.equal(response.status, 500);
  const body = await response.text();
  assert.ok(!body.includes("hunter2"));
  assert.match(body, /"code":"something_went_wrong_on_our_side"/);
});

test("a refusal of the domain becomes a problem document with its code and sentence", async () => {
  const response = await makeApp().request("/v1/refused");
  assert.equal(response.status, 400);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = (await response.json()) as Record<string, unknown>;
  assert.equal(problem.code, "made_up");
  assert.equal(problem.detail, "This was 1, but it must be 2. Give 2.");
  assert.equal(problem.instance, response.headers.get("x-request-id"));
});

test("a program's body that isn't UTF-8 is refused, before a letter of it changes", async () => {
  const post = (body: Buffer) =>
    makeApp().request("/v1/echo", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost" },
      body: new Uint8Array(body),
    });
  const name = '{"name": "J\u00fcrgen"}';
  assert.deepEqual(await (await post(Buffer.from(name))).json(), { name: "J\u00fcrgen" });
  const response = await post(Buffer.from(name, "latin1"));
  assert.equal(response.status, 400);
  assert.equal(((await response.json()) as { code: string }).code, "line_not_utf8");
});

test("a form is taken from our own site only", async () => {
  const post = (headers: Record<string, string>, app = makeApp()) =>
    app.request("http://localhost/form", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: "a=b",
    });
  assert.equal((await post({ origin: "http://localhost" })).status, 200);
  assert.equal((await post({ "sec-fetch-site": "same-origin" })).status, 200);
  assert.equal((await post({ origin: "https://elsewhere.example" })).status, 403);
  assert.equal((await post({})).status, 403);
  const behindProxy = makeApp("https://help.example.com");
  assert.equal((await post({ origin: "https://help.example.com" }, behindProxy)).status, 200);
});

test("a body over the limit is refused before it is read", async () => {
  const response = await makeApp().request("/form", {
    method: "POST",
    headers: { origin: "http://localhost", "content-type": "text/plain" },
    body: "x".repeat(3_000_001),
  });
  assert.equal(response.status, 413);
});

test("only an https site asks browsers to stay with https", async () => {
  const header = async (url?: string) =>
    (await makeApp(url).request("/")).headers.get("strict-transport-security");
  assert.equal(await header(), null);
  assert.equal(await header("https://help.example.com"), "max-age=31536000; includeSubDomains");
});

test("readiness names what fails; metrics open to the bearer of the token alone", async () => {
  const app = makeApp();
  let checks = 0;
  const check = () => {
    checks += 1;
    return Promise.reject(new Error(secret));
  };
  const failing = { name: "database", check };
  const token = "a-token-of-enough-letters";
  const passing = { name: "policy", check: async () => {} };
  const clock = () => new Date("2026-11-20T12:00:00Z");
  const options = { clock, token, isProduction: true };
  app.route("/", healthRoutes([failing, passing], openMetrics(), options));
  for (let probes = 0; probes < 5; probes++) await app.request("/readyz");
  const ready = await app.request("/readyz");
  assert.equal(checks, 1, "however many ask");
  assert.equal(ready.status, 503);
  assert.equal(await ready.text(), '{"status":"not_ready","failing":["database"]}');
  const metrics = (token: string) =>
    app.request("/metrics", { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await metrics("a-token-of-enough-letters")).status, 200);
  assert.equal((await metrics("another")).status, 404);
});
