import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { Progress } from "./progress.ts";

function run(isTTY: boolean, msPerThousand: number): string {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  let time = 0;
  const progress = new Progress({ stderr, clock: () => new Date(time) }, "lines checked");
  for (let count = 1; count <= 5_000; count++) {
    if (count % 1_000 === 0) time += msPerThousand;
    progress.at(count);
  }
  progress.end();
  return String(stderr.read() ?? "");
}

test("a terminal hears of a long command once a second; a pipe and a short command hear nothing", () => {
  assert.equal(run(true, 700), "\r2,000 lines checked …\r4,000 lines checked …\n");
  assert.equal(run(false, 700), "");
  assert.equal(run(true, 100), "");
});
