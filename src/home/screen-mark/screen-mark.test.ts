import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import { inflateSync } from "node:zlib";
import { letterShifts, tile } from "#mark";
import { openTestClient, openTestSite, openTestStaff, type TestSite } from "#test";
import { pngOf } from "./tile-image.ts";
import { bandHeight, bandShift, bandWidth } from "./tiles.ts";

const json = { accept: "application/json" };

suite("the mark over the pages of the staff", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  test("its tile is the own session's of this minute, for whoever is signed in, and nobody keeps it", async () => {
    const [one, other] = [await openTestStaff(site), await openTestStaff(site)];
    const tileOf = async (cookie: string) => await site.get("/staff/mark/tile.png", { cookie });
    const answer = await tileOf(one.cookie);
    assert.equal(answer.headers.get("content-type"), "image/png");
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const picture = Buffer.from(await answer.arrayBuffer());
    const { screenMarks } = site.accounts;
    const session = { id: one.session, holder: { is: "staff", id: one.staff } } as const;
    const { payload } = await screenMarks.markOf(session, site.time.now);
    assert.ok(picture.equals(pngOf(tile(payload, screenMarks.tileKey))));
    const ways = answer.headers.get("mark-letters") ?? "";
    const shifts = Int8Array.from(ways, (way) => (way === "+" ? 1 : -1));
    assert.deepEqual(shifts, letterShifts(payload, screenMarks.tileKey));
    const found = await screenMarks.sessionOf(payload, site.time.now);
    assert.ok(found.is === "session" && found.staff === one.staff);
    assert.ok(!picture.equals(Buffer.from(await (await tileOf(other.cookie)).arrayBuffer())));
    site.time.now = new Date(site.time.now.getTime() + 60_000);
    assert.ok(!picture.equals(Buffer.from(await (await tileOf(one.cookie)).arrayBuffer())));
    const { cookie } = await openTestClient(site);
    for (const outside of ["", cookie]) assert.equal((await tileOf(outside)).status, 303);
  });

  test("a tile's picture has its levels, each a shade of the same little alpha", () => {
    const drawn = tile(7n, Buffer.alloc(32, 1));
    const picture = pngOf(drawn);
    assert.ok(picture.length < 50_000, `${picture.length} bytes`);
    const chunks = new Map<string, Buffer>();
    for (let at = 8; at < picture.length; at += 12 + picture.readUInt32BE(at)) {
      const end = at + 8 + picture.readUInt32BE(at);
      chunks.set(picture.toString("latin1", at + 4, at + 8), picture.subarray(at + 8, end));
    }
    assert.deepEqual([...(chunks.get("tRNS") ?? [])], [3, 3, 3, 3]);
    const shades = [0, 85, 170, 255].flatMap((grey) => [grey, grey, grey]);
    assert.deepEqual([...(chunks.get("PLTE") ?? [])], shades);
    const lines = inflateSync(chunks.get("IDAT") ?? "");
    const levels = Int8Array.from(drawn.levels, (_, place) => {
      const [x, y] = [place % drawn.width, Math.floor(place / drawn.width)];
      const byte = lines[y * (1 + drawn.width / 4) + 1 + (x >> 2)] ?? 0;
      return (byte >> (6 - 2 * (x & 3))) & 3;
    });
    assert.deepEqual(levels, drawn.levels);
  });

  test("the style sheet lays bands as tiles lie", () => {
    const sheet = readFileSync(new URL("../browser/screen-mark.css", import.meta.url), "utf8");
    const [, band] = /--band: (\d+)px/.exec(sheet) ?? [];
    assert.equal(Number(band), bandHeight);
    assert.equal(bandWidth, 10 * bandHeight);
    assert.equal(bandShift, 3 * bandHeight);
  });

  test("JPEG of no quality rounds the mark away on all of the ground", () => {
    const sheet = readFileSync(new URL("../browser/screen-mark.css", import.meta.url), "utf8");
    const ramps = [...sheet.matchAll(pair)];
    const [card, cardFoot, ground, foot] = ramps.map((tones) => tones.slice(1).map(brightness));
    for (const mode of [0, 1]) {
      for (let quality = 10; quality < 100; quality++) {
        const parts = [
          tippedPart(ground?.[mode], foot?.[mode], quality),
          tippedPart(card?.[mode], cardFoot?.[mode], quality),
        ];
        assert.ok(Math.max(...parts) > 0.15, `quality ${quality} leaves ${parts.join(" and ")}`);
      }
    }
  });

  test("text stands out from all of the ground", () => {
    const styles = new URL("../../platform/html/styles/tokens.css", import.meta.url);
    const inks = ["ink", "muted", "accent", "accent-strong", "good", "caution", "danger"];
    const tokens = tonesIn(readFileSync(styles, "utf8"));
    const sheet = readFileSync(new URL("../browser/screen-mark.css", import.meta.url), "utf8");
    const grounds = [...sheet.matchAll(pair)].map((tones) => tones.slice(1));
    assert.equal(grounds.length, 4);
    for (const mode of [0, 1])
      for (const ink of inks)
        for (const ground of grounds) {
          const tone = tokens.get(ink)?.[mode] ?? assert.fail(ink);
          const found = contrast(tone, ground[mode]);
          assert.ok(found >= 4.5, `${ink} on ${ground[mode]}: ${found}`); // WCAG 2.2, 1.4.3
        }
  });

  test("every page that staff see has it, and says so; nobody else's has", async () => {
    const { cookie } = await openTestStaff(site);
    for (const path of ["/staff", "/staff/tickets", "/check", "/report/approach", "/staff/none"]) {
      const page = await (await site.get(path, { cookie })).text();
      assert.match(page, /<div class="screen-mark" aria-hidden="true" data-screen-mark/, path);
      assert.match(page, /This screen is marked: session [0-9A-Z]{3}-[0-9A-Z]{4}\./, path);
      assert.doesNotMatch(page, /style="/, path);
    }
    const client = await openTestClient(site);
    for (const [path, who] of [
      ["/check", ""],
      ["/staff/sign-in", ""],
      ["/account", client.cookie],
    ] as const) {
      const page = await (await site.get(path, { cookie: who })).text();
      assert.doesNotMatch(page, /screen-mark|is marked/, path);
    }
  });

  test("where it can't be made, no page is shown", async () => {
    const { cookie } = await openTestStaff(site, { name: "Mira Marked" });
    const { screenMarks } = site.accounts;
    const { markOf } = screenMarks;
    screenMarks.markOf = async () => {
      throw new Error("the disk is full");
    };
    try {
      const answer = await site.get("/staff", { cookie });
      assert.equal(answer.status, 500);
      assert.doesNotMatch(await answer.text(), /Mira Marked/);
    } finally {
      screenMarks.markOf = markOf;
    }
    assert.match(await (await site.get("/staff", { cookie })).text(), /Mira Marked/);
  });

  test("that it is missing is said by a page of the staff, a few times an hour", async () => {
    const { cookie } = await openTestStaff(site);
    const say = (how: string, as = cookie) =>
      site.post("/staff/mark/missing", { how }, { cookie: as, ...json });
    assert.equal((await say("hidden", "")).status, 303);
    for (let times = 0; times < 20; times++) assert.equal((await say("hidden")).status, 204);
    assert.equal((await say("hidden")).status, 429);
  });
});

const pair = /light-dark\(#(\w{6}), #(\w{6})\)/g;

/** The tones of each token, light and dark. */
function tonesIn(sheet: string): Map<string, string[]> {
  const found = sheet.matchAll(/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g);
  return new Map([...found].map(([, name = "", ...tones]) => [name, tones]));
}

function contrast(one = "", other = ""): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** Relative luminance of #rrggbb, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = Array.from(Buffer.from(colour, "hex"), (level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Luma of #rrggbb, ITU-R BT.601. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = Buffer.from(colour, "hex");
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The part of a ground from one tone to another where the mark's three levels lie on both sides of a step's edge, not barely. */
function tippedPart(from = 0, to = 0, quality = 0): number {
  // The mean of a block is rounded to 16 / 8 levels at quality 50 (ITU-T T.81, K.1), as libjpeg scales it.
  const scaled = quality < 50 ? 5_000 / quality : 200 - 2 * quality;
  const step = Math.max(1, Math.floor((16 * scaled + 50) / 100)) / 8;
  const tones = Array.from({ length: 100 }, (_, part) => from + ((to - from) * (part + 0.5)) / 100);
  const tipped = tones.filter((tone) => {
    const [least, most] = [tone * (252 / 255) + 0.6, tone * (252 / 255) + 2.4];
    const edge = 128 + step * (Math.ceil((least - 128) / step - 0.5) + 0.5);
    return edge < most;
  });
  return tipped.length / tones.length;
}
