import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import { LineWriter } from "../lines.ts";
import { openLog } from "../log.ts";
import { Output } from "./output.ts";

/** Takes pieces while there is room, and takes them again after it refused some, as a process's own output does. */
class Disk extends Writable {
  readonly taken: string[] = [];
  refuses: string | undefined;

  override write(piece: Buffer, told: unknown): boolean {
    assert.ok(typeof told === "function");
    const refused = this.refuses && Object.assign(new Error("refused"), { code: this.refuses });
    if (refused) this.emit("error", refused);
    else this.taken.push(String(piece));
    process.nextTick(() => told(refused));
    return true;
  }
}

test("what a full disk doesn't take is dropped and told of, and a log goes on when there is room", async () => {
  const disk = new Disk();
  const output = new Output(disk);
  const log = openLog("info", output);
  log.info("first");
  await output.settle();
  assert.deepEqual([output.lost, output.complaint], [undefined, undefined]);
  disk.refuses = "ENOSPC";
  log.info("second");
  await output.settle();
  disk.refuses = undefined;
  log.info("third");
  await output.settle();
  assert.deepEqual(
    disk.taken.map((line) => JSON.parse(line).msg),
    ["first", "third"],
  );
  assert.match(output.complaint ?? "", /couldn't be written \(ENOSPC\)\. Write it elsewhere/);
});

test("a reader who leaves stops nobody who writes lines, and is told nothing", async () => {
  const pipe = new Disk();
  pipe.refuses = "EPIPE";
  const output = new Output(pipe);
  const writer = new LineWriter(output);
  assert.equal(writer.isLost, false);
  await writer.write("x".repeat(200_000));
  await writer.write("x".repeat(200_000));
  assert.ok(writer.isLost);
  assert.deepEqual([output.lost, output.complaint], ["EPIPE", undefined]);
});
