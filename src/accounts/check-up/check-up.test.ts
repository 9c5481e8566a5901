import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import { changes } from "../change/index.ts";
import { type AccountFacts, checkUp } from "./check-up.ts";
import { isMessageKey } from "./messages.ts";

const now = new Date("2026-11-20T12:00:00Z");
const lock = { id: newId("lock", now), since: now, days: 7 };

const best: AccountFacts = {
  passkeys: 2,
  hasAuthenticator: false,
  hasPassword: false,
  recoveryCodesLeft: 10,
  hasMasterKey: true,
  settings: { is: "locked", ...lock },
  email: "a•••@e•••.com",
  forgottenDevices: 0,
  newChanges: 0,
  closesAt: undefined,
};

const wordsOf = (facts: Partial<AccountFacts>) =>
  checkUp({ ...best, ...facts }).map(({ words }) => words);

const facts: fc.Arbitrary<AccountFacts> = fc.record({
  passkeys: fc.nat(5),
  hasAuthenticator: fc.boolean(),
  hasPassword: fc.boolean(),
  recoveryCodesLeft: fc.nat(10),
  hasMasterKey: fc.boolean(),
  settings: fc.constantFrom(
    { is: "open" as const },
    { is: "locked" as const, ...lock },
    { is: "opening" as const, ...lock, until: now },
  ),
  email: fc.option(fc.constant("a•••@e•••.com"), { nil: undefined }),
  forgottenDevices: fc.nat(3),
  newChanges: fc.nat(3),
  closesAt: fc.option(fc.constant(now), { nil: undefined }),
});

test("an account with everything has nothing left to mend", () => {
  assert.deepEqual(
    checkUp(best).filter(({ state, fix }) => state !== "good" || fix),
    [],
  );
});

test("a passkey comes first, unless something was just changed or the account is about to be closed", () => {
  assert.equal(wordsOf({ passkeys: 0, newChanges: 1, closesAt: now })[0], "closing.look");
  assert.equal(wordsOf({ passkeys: 0 })[0], "passkey.missing");
  assert.equal(wordsOf({ passkeys: 0, newChanges: 1 })[0], "changes.look");
});

test("a password alone is missing something; with a code it is looked at, and goes when two passkeys are there", () => {
  const password = { hasPassword: true };
  assert.ok(wordsOf(password).includes("password.bare"));
  const guarded = { ...password, hasAuthenticator: true };
  const fixOf = (passkeys: number) =>
    checkUp({ ...best, ...guarded, passkeys }).find(({ words }) => words === "password.guarded")
      ?.fix?.path;
  assert.equal(fixOf(1), undefined);
  assert.equal(fixOf(2), "/account/password");
});

test("nobody is sent to a lock that needs a master key first, or to a master key under a lock", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const paths = checkUp(given).map(({ fix }) => fix?.path);
      const isOpen = given.settings.is === "open";
      if (isOpen && !given.hasMasterKey) assert.ok(!paths.includes("/account/lock"));
      if (!isOpen) assert.ok(!paths.includes("/account/master-key"));
    }),
  );
});

test("whatever the facts, each finding stands once, has its words, and what is good needs no mending", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const found = checkUp(given);
      const topics = found.map(({ words }) => words.split(".")[0]);
      assert.equal(new Set(topics).size, topics.length);
      for (const { words, state, fix } of found) {
        assert.ok(isMessageKey(words) && isMessageKey(`${words}.why`));
        assert.ok(!fix || (isMessageKey(fix.words) && state !== "good"));
      }
    }),
  );
});

test("every change has its words", () => {
  const wordless = Object.keys(changes).filter((name) => !isMessageKey(`change.${name}`));
  assert.deepEqual(wordless, []);
});
