import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { openTestSite, PasswordClient } from "#test";
import { missing, program } from "./parts.ts";

const oathtool = program("oathtool");

/** What an authenticator app of others shows for a key, at a time. */
function shown(key: string, now: Date): string {
  const words = ["--totp", "--base32", "--now", now.toISOString().replace(/T|\..*/g, " "), key];
  return execFileSync(oathtool ?? "", words, { encoding: "utf8", env: { TZ: "UTC" } }).trim();
}

test("codes of oathtool sign in: a step early and a step late, each once, and none of two steps away", {
  skip: missing({ oathtool }),
}, async () => {
  await using site = await openTestSite();
  const client = await PasswordClient.open(site, "ada@example.net");
  const at = (seconds: number) => new Date(site.time.now.getTime() + seconds * 1_000);
  const signIn = async (code: string) => {
    await client.typePassword(client.browser);
    return (await client.browser.post("/sign-in/code", { code })).status;
  };
  for (const secondsAway of [0, -30, 30]) {
    site.time.now = at(3_600);
    const code = shown(client.key, at(secondsAway));
    assert.equal(await signIn(code), 303, `${secondsAway}`);
    assert.equal(await signIn(code), 403, `${secondsAway}, again`);
  }
  for (const secondsAway of [-60, 60]) {
    site.time.now = at(3_600);
    assert.equal(await signIn(shown(client.key, at(secondsAway))), 403, `${secondsAway}`);
  }
});
