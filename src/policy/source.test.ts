import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Appender } from "#ledger";
import {
  openLog,
  type PrivateKey,
  readPrivateKey,
  type SignedDocument,
  signDocument,
} from "#platform";
import { openTestDatabase } from "#test";
import { demoBundle } from "./demo-bundle.ts";
import { policyEventKinds } from "./events.ts";
import { policyRoutes } from "./routes.ts";
import { policyKind, signPolicy } from "./signing.ts";
import { openPolicySource } from "./source.ts";

const examples = new URL("../../examples/", import.meta.url);
const bundle = await demoBundle();
const demoKey = readPrivateKey(
  JSON.parse(await readFile(new URL("demo-policy-key.private.json", examples), "utf8")),
);
const path = "/.well-known/holdfast-policy.json";

/** A desk with a policy file of its own and a clock that the test moves. */
async function openDesk() {
  const opened = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "holdfast-policy-"));
  const file = join(folder, "policy.jws.json");
  const keyFile = join(folder, "key.json");
  await copyFile(new URL("larkmoor.policy.jws.json", examples), file);
  await copyFile(new URL("demo-policy-key.public.json", examples), keyFile);
  const desk = {
    database: opened.database,
    file,
    keyFile,
    now: new Date("2026-11-20T12:00:00Z"),
    appender: new Appender({
      database: opened.database,
      receiptKey: generateKeyPairSync("ed25519").privateKey,
      kinds: policyEventKinds,
      now: new Date("2026-11-20T12:00:00Z"),
    }),
    open: (isProduction = false) =>
      openPolicySource({
        decides: true,
        file,
        keyFile,
        isProduction,
        database: opened.database,
        clock: () => desk.now,
        log: openLog("silent"),
        appender: desk.appender,
      }),
    publish: async (part: object, key: PrivateKey = demoKey) =>
      await desk.place(await signPolicy({ ...bundle, ...part }, key)),
    async place(signed: SignedDocument) {
      await writeFile(file, JSON.stringify(signed));
      desk.now = new Date(desk.now.getTime() + 60_000);
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
  return desk;
}

test("the signed policy is served byte for byte, for a short time, with a validator", async () => {
  await using desk = await openDesk();
  const routes = policyRoutes(await desk.open());
  const response = await routes.request(path);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("cache-control"), "public, max-age=300");
  assert.equal(await response.text(), await readFile(desk.file, "utf8"));

  const headers = { "if-none-match": response.headers.get("etag") ?? "" };
  assert.equal((await routes.request(path, { headers })).status, 304);
});

test("a running desk takes up a higher version, once and as an event, and refuses a lower one or other contents", async () => {
  await using desk = await openDesk();
  const source = await desk.open();
  const version = bundle.version + 2;
  await desk.publish({ version });
  assert.equal((await source.current()).version, version);
  await desk.publish({ version: version - 1 });
  assert.equal((await source.current()).version, version);
  await desk.publish({ version, firm: "Somebody" });
  assert.equal((await source.current()).firm, "Larkmoor");
  await assert.rejects(desk.open(), { code: "policy_differs" });
  const { rows } = await desk.database.query<{ version: number }>(
    "select (details::json ->> 'version')::int as version from ledger.events order by instance_seq",
  );
  assert.deepEqual(rows, [{ version: bundle.version }, { version }]);
});

test("a desk whose policy has run out says that it isn't ready, and none starts on it", async () => {
  await using desk = await openDesk();
  const source = await desk.open();
  await source.requireInForce();
  desk.now = new Date("2036-11-01T00:00:00Z");
  await assert.rejects(source.requireInForce(), { code: "policy_expired", refusal: "unavailable" });
  assert.equal((await source.current()).firm, "Larkmoor");
  await assert.rejects(desk.open(), { code: "policy_expired" });
});

test("an edition whose rules can't be used is refused, and the one before it stays in force", async () => {
  await using desk = await openDesk();
  const source = await desk.open();
  const policies = { ...bundle.access.policies, frozen: "forbid (principal, action, resource);" };
  const version = bundle.version + 1;
  const unsound = { ...bundle, version, access: { ...bundle.access, policies } };
  await desk.place(await signDocument(policyKind, JSON.stringify(unsound), demoKey));
  assert.equal((await source.current()).version, bundle.version);
  await assert.rejects(desk.open(), { code: "rules_invalid", message: /frozen/ });
  await assert.rejects(desk.publish(unsound), { code: "rules_invalid" });
});

test("the demo key is refused where PUBLIC_URL is set", async () => {
  await using desk = await openDesk();
  await assert.rejects(desk.open(true), { code: "demo_key_in_production" });
});
