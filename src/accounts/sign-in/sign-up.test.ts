import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestSite, sentTo, TestAuthenticator, TestBrowser, type TestSite } from "#test";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

test("an address becomes an account with a passkey, and signs in", async () => {
  const browser = new TestBrowser(site);
  const authenticator = new TestAuthenticator();
  const client = await browser.signUp("ada@example.net", authenticator);
  const sent = await sentTo(site, client);
  assert.deepEqual(
    sent.map(({ template }) => template),
    ["activate_account", "welcome"],
  );
  const other = new TestBrowser(site);
  const answered = await other.signIn(authenticator, "/help");
  assert.equal(answered.status, 303);
  assert.equal(answered.headers.get("location"), "/help");
});
