import assert from "node:assert/strict";
import { test } from "node:test";
import { describeConfig, platformSettings, readConfig } from "./config.ts";

test("nothing has to be set", () => {
  const config = readConfig(platformSettings, {});
  assert.equal(config.PORT, 8080);
  assert.equal(config.HOST, "127.0.0.1");
  assert.equal(config.DATABASE_URL, undefined);
});

test("a wrong value is refused with its name, the value and the remedy", () => {
  for (const PORT of [" ", "0x1F", "-1", "65536", "80.5"]) {
    assert.throws(() => readConfig(platformSettings, { PORT }), { code: "wrong_setting" }, PORT);
  }
  assert.throws(() => readConfig(platformSettings, { PORT: "eighty" }), {
    code: "wrong_setting",
    message:
      'PORT is "eighty", which does not work. Give a whole number from 0 to 65535; 0 picks a free port.',
  });
  assert.throws(
    () => readConfig(platformSettings, { PUBLIC_URL: "help.example.com" }),
    /PUBLIC_URL is "help.example.com"/,
  );
});

test("the site's address has https and no path, but on this machine", () => {
  const address = (PUBLIC_URL: string) => readConfig(platformSettings, { PUBLIC_URL }).PUBLIC_URL;
  for (const given of [
    "https://help.example.com/desk",
    "https://help.example.com?a=b",
    "https://ada:secret@help.example.com",
    "http://help.example.com",
  ]) {
    assert.throws(() => address(given), /Give an https address without a path/, given);
  }
  assert.equal(address("https://help.example.com/"), "https://help.example.com");
  assert.equal(address("http://localhost:8080"), "http://localhost:8080");
});

test("a secret is never shown, not even when it is wrong", () => {
  const password = "hunter2-is-wrong";
  assert.throws(
    () =>
      readConfig(platformSettings, { DATABASE_URL: `mysql://holdfast:${password}@localhost/x` }),
    (error: Error) => /DATABASE_URL/.test(error.message) && !error.message.includes(password),
  );
  const shown = describeConfig(platformSettings, {
    DATABASE_URL: `postgres://holdfast:${password}@localhost/x`,
  });
  assert.ok(!JSON.stringify(shown).includes(password));
  const line = shown.find(({ name }) => name === "DATABASE_URL");
  assert.deepEqual([line?.value, line?.origin], ["(set, secret)", "environment"]);
});
