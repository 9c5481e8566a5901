import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { runConfined } from "#platform";
import { kindOf } from "../kind.ts";
import { confinement } from "./confinement.ts";
import { decode } from "./index.ts";

test("what a file is, is said by what is in it", () => {
  const kinds: readonly [string, string | undefined][] = [
    ["\x89PNG\r\n\x1a\n", "picture"],
    ["\xff\xd8\xff\xe0", "picture"],
    ["GIF89a", "picture"],
    ["RIFF1234WEBPVP8 ", "picture"],
    ["%PDF-1.7\n", "document"],
    ["Hello, Ada.\r\nIt rang twice.", "text"],
    ["PK\x03\x04", undefined],
    ["MZ\x90\x00", undefined],
    ["\x7fELF", undefined],
    ["RIFF\x01\x02\x00\x00WAVE", undefined],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", undefined],
    ["  <!DOCTYPE html><p>", undefined],
    ["<?xml version='1.0'?>", undefined],
    ["{\\rtf1", undefined],
    ["\xe9t\xe9", undefined],
    ["", undefined],
    ["\x1b[2J", undefined],
  ];
  for (const [bytes, kind] of kinds)
    assert.equal(kindOf(Buffer.from(bytes, "latin1")), kind, bytes);
});

test("a picture comes out as its pixels alone: no place, no owner, nothing that hangs on behind", async () => {
  const camera = sharp({ create: { width: 90, height: 60, channels: 3, background: "#0a5" } });
  const exif = {
    IFD0: { Copyright: "CANARYOWNER" },
    IFD3: { GPSLatitude: "51/1 30/1 0/1" },
  };
  const taken = await camera.withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
  assert.ok(taken.includes("CANARYOWNER"));
  const tail = "PK\x03\x04<script>alert(1)</script>";
  const decoded = await decode("picture", Buffer.concat([taken, Buffer.from(tail)]));
  assert.ok(decoded.is === "decoded");
  const [page] = decoded.pages;
  assert.ok(page);
  for (const left of ["CANARYOWNER", "<script>", "PK", "Exif"])
    assert.ok(!page.includes(left), left);
  const { width, height, exif: kept } = await sharp(page).metadata();
  assert.deepEqual([width, height, kept], [60, 90, undefined], "it stands as it was held");
});

test("of what moves the first picture is kept, and what is transparent stands on white", async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 4, background } })
      .png()
      .toBuffer();
  const frames = await Promise.all([frame("#0000"), frame("#000f")]);
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const decoded = await decode("picture", moving);
  assert.ok(decoded.is === "decoded");
  const { data, info } = await sharp(decoded.pages[0]).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height, data[0]], [8, 8, 255]);
});

test("a confined program reads, writes, starts and knows nothing", async () => {
  const tries = `
    const tried = (work) => { try { work(); return "done"; } catch (error) { return error.code; } };
    const fs = require("node:fs");
    console.log(JSON.stringify([
      tried(() => fs.readFileSync("/etc/hostname")),
      tried(() => fs.readdirSync("/")),
      tried(() => fs.readFileSync(${JSON.stringify(new URL("../../../../package-lock.json", import.meta.url).pathname)})),
      tried(() => fs.writeFileSync(${JSON.stringify(join(tmpdir(), "confined"))}, "x")),
      tried(() => require("node:child_process").execSync("true")),
      tried(() => new (require("node:worker_threads").Worker)("0", { eval: true })),
      Object.keys(process.env).filter((name) => !/^(?:PWD|OLDPWD|SHLVL|_)$/.test(name)).length,
    ]));`;
  const said = await runConfined(["--eval", tries], Buffer.alloc(0), confinement);
  const denied = "ERR_ACCESS_DENIED";
  assert.deepEqual(JSON.parse(said.toString()), [...Array(6).fill(denied), 0]);
});

test("a confined program has the system's limits too", async () => {
  const limits = "console.log(JSON.stringify(process.report.getReport().userLimits))";
  const told = await runConfined(["--eval", limits], Buffer.alloc(0), confinement);
  const said = JSON.parse(told.toString());
  assert.deepEqual(
    [said.cpu_time_seconds.hard, said.core_file_size_blocks.hard, said.file_size_blocks.hard],
    [20, 0, 0],
  );
});

test("a confined program that takes too much memory, or says too much, is ended", async () => {
  const much = "const held = []; for (;;) held.push(Buffer.alloc(50_000_000, 1));";
  await assert.rejects(runConfined(["--eval", much], Buffer.alloc(0), confinement), /ended with/);
  const long = 'for (;;) require("node:fs").writeSync(1, "x".repeat(1_000_000));';
  await assert.rejects(runConfined(["--eval", long], Buffer.alloc(0), confinement), /ended with/);
});
