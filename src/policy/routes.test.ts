import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { policyRoutes } from "./routes.ts";
import { readPolicyPublicKey } from "./signing.ts";
import { openPolicy } from "./source.ts";

const examples = new URL("../../examples/", import.meta.url);
const file = new URL("larkmoor.policy.jws.json", examples);
const key = readPolicyPublicKey(
  JSON.parse(readFileSync(new URL("demo-policy-key.public.json", examples), "utf8")),
);
const path = "/.well-known/holdfast-policy.json";

test("the signed policy is served byte for byte, for a short time, with a validator", async () => {
  const source = await openPolicy(file, [key], () => new Date("2026-11-20T12:00:00Z"));
  const routes = policyRoutes(source);
  const response = await routes.request(path);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("cache-control"), "public, max-age=300");
  assert.equal(await response.text(), readFileSync(file, "utf8"));

  const headers = { "if-none-match": response.headers.get("etag") ?? "" };
  assert.equal((await routes.request(path, { headers })).status, 304);
});

test("a running server stops speaking for a policy that has run out", async () => {
  let now = new Date("2026-11-20T12:00:00Z");
  const source = await openPolicy(file, [key], () => now);
  assert.equal(source.current().firm, "Larkmoor");
  now = new Date("2036-11-01T00:00:00Z");
  assert.throws(() => source.current(), { code: "policy_expired", refusal: "unavailable" });
  await assert.rejects(
    openPolicy(file, [key], () => now),
    { code: "policy_expired" },
  );
});

test("a file that is no signed policy, and an older one, don't open", async () => {
  const clock = () => new Date("2026-11-20T12:00:00Z");
  await assert.rejects(openPolicy(new URL("larkmoor.policy.json", examples), [key], clock), {
    code: "policy_not_signed",
  });
  await assert.rejects(openPolicy(file, [key], clock, 2), { code: "policy_older" });
});
