import assert from "node:assert/strict";
import { test } from "node:test";
import { demoBundle } from "../demo-bundle.ts";
import type { RuleId } from "./material.ts";
import { lintSample, type Sample } from "./sample-material.ts";

const bundle = await demoBundle();

/** What a rule found, as `line: found`. */
function found(rule: RuleId, sample: Sample): string[] {
  return lintSample(sample)
    .filter((finding) => finding.rule === rule)
    .map(({ line, why }) => `${line}: ${why}`);
}

test("phone-elsewhere finds a number in an article, a message and the policy", () => {
  const wording = { en: { short: "Call +1 303 200 0100", sentence: "Ring (303) 200-0199." } };
  const rules = bundle.contact_rules.map((entry, place) =>
    place === 0 ? { ...entry, wording } : entry,
  );
  const sample: Sample = {
    articles: { a: "Call us on +1 (303) 555-7788 or 303-200-0100." },
    messages: { "en/help.json": { title: "Phone", number: "Ring 020 7123 4567 now." } },
    policy: { ...bundle, contact_rules: rules },
  };
  assert.equal(found("phone-elsewhere", sample).length, 5);
});

test("phone-elsewhere lets dates, amounts and numbers of fiction pass, unless such a number is ours", () => {
  const quiet =
    "On 2026-11-20 at 14:30, 1,250,000 of 10 000 000 units; case 2026 1120; +1 202 555 0199.";
  assert.deepEqual(found("phone-elsewhere", { articles: { a: quiet } }), []);
  assert.match(
    found("phone-elsewhere", { articles: { a: "Try +1 202 555 0100." } }).join(),
    /^5: .*\+12025550100/,
  );
});

test("broken-link finds pages, articles and relations that aren't there", () => {
  const sample: Sample = {
    articles: {
      here: "[A](/help/there) [B](/help/nowhere)\n[C](/phones) [D](/check?x=1#y) [E](https://x.example/)\n[F](//x.example) [G](there.md)",
      there: "Text.",
    },
  };
  const places = found("broken-link", sample).map((line) => line.slice(0, 20));
  assert.deepEqual(
    places.map((place) => place.slice(0, 17)).sort(),
    ["5: /help/nowhere ", "6: /phones leads ", "7: //x.example le", "7: there.md leads"].map(
      (place) => place.slice(0, 17),
    ),
  );
});

test("unknown-placeholder finds directives, broken templates and strangers in a translation", () => {
  const article = { a: `{{never-ask}}\n\nHello {{name}}, \${day} and {firm}.` };
  assert.equal(found("unknown-placeholder", { articles: article }).length, 3);
  const messages = {
    "en/home.json": {
      fine: "Hello {name}",
      broken: "Hello {name",
      stray: "Hello %s",
      plural: "{n, plural, one {# item} other {# items}}",
    },
    "de/home.json": { fine: "Hallo {nmae}", plural: "{n, plural, other {# Stück}}" },
  };
  const inMessages = found("unknown-placeholder", { messages });
  assert.equal(inMessages.length, 3);
  assert.ok(inMessages.some((line) => line.startsWith("2: ") && line.includes("nmae")));
});

test("policy-gap finds a missing item, a missing wording and a missing rule, with the list's line", () => {
  assert.deepEqual(found("policy-gap", { policy: bundle }), []);
  const lacking = {
    ...bundle,
    never_ask: bundle.never_ask.filter(({ id }) => id !== "remote_access"),
    contact_rules: bundle.contact_rules.slice(1),
  };
  const gaps = found("policy-gap", { policy: lacking });
  assert.equal(gaps.length, 2);
  assert.match(gaps.join(), /never_ask lacks remote_access/);
  assert.match(gaps.join(), /contact_rules lacks we_call_only_when_asked/);

  const [first, ...rest] = bundle.never_ask;
  const wordless = { ...bundle, never_ask: [{ ...first, wording: {} }, ...rest] };
  assert.match(found("policy-gap", { policy: wordless }).join(), /English wording is missing/);
});

test("contacts-differ names the senders that a page's list lacks", () => {
  const short = "Our mail comes from @larkmoor.example or @news.larkmoor.example.";
  assert.match(
    found("contacts-differ", { articles: { a: short } }).join(),
    /mail\.larkmoor\.example/,
  );
  assert.deepEqual(
    found("contacts-differ", { articles: { a: "Write to care@larkmoor.example." } }),
    [],
  );
});

test("the sentences of templates are read with their placeholders and branches", () => {
  const sample: Sample = {
    messages: {
      "en/mail.json": { body: "{n, plural, one {Send us your password.} other {Fine.}}" },
    },
  };
  assert.deepEqual(found("never-asked", sample).length, 1);
});
