import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadArticles } from "./articles.ts";
import { loadBanners } from "./banner.ts";
import { loadCategories } from "./category.ts";
import { articleText } from "./render.ts";
import { helpFolder } from "./settings.ts";

const wordsMin = 150;
const wordsMax = 450;

const head = (category: string, related: string) =>
  `---\ntitle: T\nsummary: S.\ncategory: ${category}\nkeywords: [one]\nrelated: [${related}]\nupdated: 2026-11-20\n---\n`;

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-help-"));
  await mkdir(join(folder, "en"));
  await writeFile(join(folder, "en/categories.yaml"), "- { id: scams, title: T, summary: S. }\n");
});
after(async () => await rm(folder, { recursive: true }));

async function loadOne(source: string) {
  await writeFile(join(folder, "en/one.md"), source);
  return await loadArticles(folder);
}

test("the firm's own articles can be published and are short", async () => {
  const articles = await loadArticles(helpFolder);
  assert.ok(articles.length >= 25);
  for (const article of articles) {
    const words = articleText(article).split(/\s+/).length;
    assert.ok(words >= wordsMin && words <= wordsMax, `${article.slug} has ${words} words`);
  }
});

test("no shelf is empty, and no banner leads to an article that isn't there", async () => {
  const articles = await loadArticles(helpFolder);
  for (const category of await loadCategories(helpFolder)) {
    assert.ok(
      articles.some((article) => article.category === category.id),
      category.id,
    );
  }
  for (const banner of await loadBanners(join(helpFolder, "banners.yaml"))) {
    assert.ok(
      articles.some((article) => article.slug === banner.article),
      banner.id,
    );
  }
});

test("the timings in the articles are the policy's", async () => {
  const policy = new URL("../../examples/larkmoor.policy.json", import.meta.url);
  const { profile } = JSON.parse(await readFile(policy, "utf8"));
  const hours = (seconds: number) => seconds / 3_600;
  const said: [slug: string, words: string][] = [
    ["device-approval", `works for ${profile.device_approval_link_seconds / 60} minutes`],
    ["withdrawal-addresses", `works for ${hours(profile.withdrawal_address_link_seconds)} hour`],
    ["withdrawal-addresses", `${hours(profile.new_address_hold_seconds)} hours, or`],
    ["withdrawal-addresses", `or ${hours(profile.new_address_hold_weak_factor_seconds)} hours if`],
    ["gave-my-password", `works for ${hours(profile.password_reset_link_seconds)} hours`],
    ["protect-your-mailbox", `works for ${hours(profile.email_change_seconds)} hours`],
    [
      "settings-lock",
      `from ${profile.settings_lock_days_min} to ${profile.settings_lock_days_max} days`,
    ],
    ["passkeys", `Up to ${profile.passkeys_max} passkeys and ${profile.authenticators_max} auth`],
    ["how-a-genuine-call-works", `within ${profile.call_window_seconds / 60} minutes of that time`],
    [
      "how-a-genuine-call-works",
      `time is ${profile.call_after_request_seconds_min / 60} minutes away`,
    ],
    ["document-requirements", `last ${profile.proof_of_address_months_max} months`],
  ];
  const articles = await loadArticles(helpFolder);
  for (const [slug, words] of said) {
    const article = articles.find((one) => one.slug === slug && one.language === "en");
    assert.ok(article?.markdown.includes(words), `${slug} doesn't say "${words}"`);
  }
});

test("links to pages and other articles are fine", async () => {
  const [article] = await loadOne(`${head("scams", "")}[check](/check) and [this](/help/one).`);
  assert.equal(article?.slug, "one");
});

const refused: [name: string, source: string, message: RegExp][] = [
  ["a link to no article", `${head("scams", "")}[x](/help/nowhere)`, /\/help\/nowhere leads to no/],
  ["a link to no page", `${head("scams", "")}[x](/sign-in)`, /\/sign-in leads to no/],
  ["a link that isn't https", `${head("scams", "")}[x](http://larkmoor.example)`, /leads nowhere/],
  ["a link that runs a script", `${head("scams", "")}[x](javascript:alert)`, /leads nowhere/],
  ["an unknown category", `${head("nothing", "")}Text.`, /isn't in categories/],
  ["an unknown related article", `${head("scams", "two")}Text.`, /"two" isn't another article/],
  ["a directive that nothing fills", `${head("scams", "")}{{phone}}`, /never-ask/],
  ["a directive inside a sentence", `${head("scams", "")}See {{never-ask}} here.`, /own/],
  ["HTML", `${head("scams", "")}A <b>bold</b> word.`, /HTML/],
  ["a heading of the first level", `${head("scams", "")}# Title`, /begin headings/],
];

for (const [name, source, message] of refused) {
  test(`an article with ${name} is refused`, async () => {
    await assert.rejects(loadOne(source), { code: "bad_article", message });
  });
}
