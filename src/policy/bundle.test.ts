import assert from "node:assert/strict";
import { test } from "node:test";
import { neverAskIds } from "#guard";
import { english } from "#platform";
import { accessTopics, fieldNames } from "./access/index.ts";
import { contactRuleIds, faultsOf, type PolicyBundle, readBundle } from "./bundle.ts";
import { demoBundle } from "./demo-bundle.ts";
import { contactRules, neverAskItems, purposesIn } from "./wording.ts";

const demo = await demoBundle();
const json = (): PolicyBundle => structuredClone(demo);

test("the demo firm's bundle is sound and words all eight items and every rule", () => {
  const bundle = readBundle(json());
  assert.deepEqual(
    neverAskItems(bundle, english).map(({ id }) => id),
    [...neverAskIds],
  );
  assert.deepEqual(
    contactRules(bundle, english).map(({ id }) => id),
    [...contactRuleIds],
  );
  assert.equal(bundle.profile.device_approval_link_seconds, 20 * 60);
});

test("a bundle that lacks an item, names one twice or adds a stranger is refused, naming it", () => {
  const lacking = json();
  lacking.never_ask = lacking.never_ask.filter(({ id }) => id !== "master_key");
  assert.deepEqual(faultsOf(lacking), ["never_ask lacks master_key"]);

  const twice = json();
  twice.contact_rules[1] = { ...twice.contact_rules[1], id: "nobody_unlocks" } as never;
  assert.deepEqual(faultsOf(twice), [
    "contact_rules lacks email_confirms_the_time",
    "contact_rules has nobody_unlocks twice",
  ]);
  assert.match(faultsOf({ ...json(), phone: "+1" }).join(), /phone/);
});

test("wordings stand in English, and in every language that any of them has", () => {
  const german = json();
  const short = "Ihr Passwort";
  Object.assign(german.never_ask[1]?.wording ?? {}, { de: { short, sentence: `${short}.` } });
  const worded = [...german.never_ask, ...german.contact_rules, ...german.access.purposes];
  assert.equal(faultsOf(german).length, worded.length - 1);
  assert.ok(faultsOf(german).includes("username has no wording in de"));

  const wordless = json();
  delete wordless.never_ask[0]?.wording.en;
  assert.match(faultsOf(wordless).join(), /never_ask\.0\.wording: the English wording is missing/);
});

test("contradictions inside a bundle are refused", () => {
  assert.match(faultsOf({ ...json(), calls: "never" }).join(), /calls is never/);
  assert.match(
    faultsOf({ ...json(), valid_to: "2026-11-01T00:00:00Z" }).join(),
    /not before valid_to/,
  );
  const changed = (part: object) =>
    faultsOf({ ...json(), profile: { ...json().profile, ...part } }).join();
  assert.match(changed({ settings_lock_staff_override: true }), /settings_lock_staff_override/);
  assert.match(changed({ settings_lock_days_min: 20, settings_lock_days_max: 10 }), /is over/);
  assert.match(changed({ new_address_hold_weak_factor_seconds: 60 }), /shorter/);
});

test("a reader gets the wording in their language, else in English, and is told which", () => {
  const bundle = json();
  const worded = [...bundle.never_ask, ...bundle.contact_rules, ...bundle.access.purposes];
  for (const entry of worded) {
    entry.wording.pt = { short: "p", sentence: "p" };
  }
  const brazilian = { tag: "pt-BR", direction: "ltr" } as const;
  const hebrew = { tag: "he", direction: "rtl" } as const;
  assert.equal(neverAskItems(readBundle(bundle), brazilian)[0]?.language, "pt");
  assert.equal(purposesIn(readBundle(bundle), brazilian)[0]?.language, "pt");
  assert.equal(neverAskItems(readBundle(bundle), hebrew)[0]?.language, "en");
});

test("the demo firm has a purpose for every topic, and none that takes more than half of the fields", async () => {
  const { purposes } = (await demoBundle()).access;
  const topics = purposes.flatMap((purpose) => purpose.topics);
  assert.deepEqual(topics.sort(), [...accessTopics].sort());
  for (const { id, fields } of purposes) assert.ok(fields.length <= fieldNames.length / 2, id);
});
