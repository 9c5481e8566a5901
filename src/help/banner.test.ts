import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "#fast-check";
import { bannersFor, bannerText, loadBanners, parseBanners } from "./banner.ts";
import { helpFolder } from "./settings.ts";

const banner = (extra: string) =>
  `- { id: one, severity: notice, start: 2026-11-01T00:00:00Z, ${extra} text: { en: { message: M. } } }`;
const inNovember = new Date("2026-11-20T00:00:00Z");

test("the firm's two banners: one for US clients, one about delayed verification", async () => {
  const banners = await loadBanners(join(helpFolder, "banners.yaml"));
  const ids = (region?: string) =>
    bannersFor(banners, region ? { region } : {}, inNovember).map(({ id }) => id);
  assert.deepEqual(ids("US"), ["verification-delayed", "us-clients"]);
  assert.deepEqual(ids("DE"), ["verification-delayed"]);
  assert.deepEqual(ids(), ["verification-delayed", "us-clients"], "an unknown reader may be one");
});

test("a banner stands from its start until the moment of its end", () => {
  const banners = parseBanners(banner("end: 2026-12-01T00:00:00Z,"));
  const shownAt = (time: string) => bannersFor(banners, {}, new Date(time)).length;
  assert.equal(shownAt("2026-10-31T23:59:59.999Z"), 0);
  assert.equal(shownAt("2026-11-01T00:00:00Z"), 1);
  assert.equal(shownAt("2026-11-30T23:59:59.999Z"), 1);
  assert.equal(shownAt("2026-12-01T00:00:00Z"), 0);
});

test("a banner for a product and a region is for readers of both", () => {
  const banners = parseBanners(banner("audience: { region: [US, CA], product: [futures] },"));
  const shown = (reader: { region?: string; product?: string }) =>
    bannersFor(banners, reader, inNovember).length === 1;
  assert.ok(shown({ region: "CA", product: "futures" }));
  assert.ok(shown({ region: "CA" }));
  assert.ok(!shown({ region: "CA", product: "spot" }));
  assert.ok(!shown({ region: "DE", product: "futures" }));
});

test("the gravest banner stands first", () => {
  const sources = ["notice", "alarm", "warning"].map((severity) =>
    banner("").replace("notice", severity),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(sources, { minLength: 3 }), (shuffled) => {
      const found = bannersFor(parseBanners(shuffled.join("\n")), {}, inNovember);
      assert.deepEqual(
        found.map(({ severity }) => severity),
        ["alarm", "warning", "notice"],
      );
    }),
  );
});

test("a text that a language lacks is shown in English", () => {
  const [one] = parseBanners(banner(""));
  assert.ok(one);
  assert.equal(bannerText(one, "de").message, "M.");
});

test("banners that can't be right are refused, with the place", () => {
  const refused = (extra: string, message: RegExp) =>
    assert.throws(() => parseBanners(banner(extra)), { code: "bad_banners", message });
  refused("end: 2026-10-01T00:00:00Z,", /0: ends before it starts/);
  refused("audience: { region: [Texas] },", /0\.audience\.region\.0/);
  refused("article: one,", /needs a text for its link/);
  refused("colour: red,", /colour/);
});
