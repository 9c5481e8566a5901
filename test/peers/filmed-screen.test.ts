import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { drawDemo, tile } from "#mark";
import { systemClock } from "#platform";
import { runCommand } from "#test";
import { traceCommands } from "#trace";
import { missing, program } from "./parts.ts";

const ffmpeg = program("ffmpeg");
const skip = missing({ ffmpeg, ffprobe: program("ffprobe") });
const key = Buffer.alloc(32, 5);
const payload = 42_004_711n;

/** Some seconds of a screen, in the container that the name says. */
async function film(directory: string, name: string, words: readonly string[]): Promise<string> {
  const [page, path] = [join(directory, "page.png"), join(directory, name)];
  await writeFile(page, await drawDemo(tile(payload, key)));
  const still = ["-v", "error", "-loop", "1", "-framerate", "15", "-i", page];
  execFileSync(ffmpeg ?? "", [...still, "-pix_fmt", "yuv420p", ...words, path]);
  return path;
}

async function readMark(directory: string, path: string) {
  const keyFile = join(directory, "key");
  await writeFile(keyFile, key);
  const commands = traceCommands(() => assert.fail("the key is given"));
  const command = commands.find(({ name }) => name === "mark read");
  const words = [path, "--key", keyFile, "--json"];
  const { code, stdout } = await runCommand(command, words, { clock: systemClock });
  return { code, said: JSON.parse(stdout) };
}

const h264 = ["-t", "4", "-c:v", "libx264"];

describe("a film of a marked screen, by ffmpeg", { skip }, () => {
  for (const [name, words] of [
    ["h264-400k.mp4", [...h264, "-b:v", "400k"]],
    ["vp9.webm", ["-t", "4", "-c:v", "libvpx-vp9", "-b:v", "400k", "-cpu-used", "8"]],
  ] as const) {
    test(`${name} is read`, async () => {
      await using directory = await mkdtempDisposable(join(tmpdir(), "holdfast-film-"));
      const path = await film(directory.path, name, words);
      const { code, said } = await readMark(directory.path, path);
      assert.equal(said.is, "read", JSON.stringify(said));
      assert.deepEqual([code, said.kind, said.payload], [0, "video", String(payload)]);
    });
  }

  test("half a film is said to be damaged", async () => {
    await using directory = await mkdtempDisposable(join(tmpdir(), "holdfast-film-"));
    const path = await film(directory.path, "whole.mp4", [...h264, "-b:v", "400k"]);
    execFileSync("truncate", ["-s", "10000", path]);
    const { code, said } = await readMark(directory.path, path);
    assert.deepEqual([code, said], [1, { is: "unopened", why: "damaged" }]);
  });
});
