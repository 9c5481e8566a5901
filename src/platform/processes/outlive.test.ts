import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);
const outlive = new URL("outlive.ts", import.meta.url).href;
const loader = new URL("../tsx.ts", import.meta.url).href;

/** A process in which a promise that nobody waits for rejects with this. */
async function rejecting(error: string) {
  const script = `
    const { outliveDatabase } = await import(${JSON.stringify(outlive)});
    outliveDatabase({ warn: ({ error }) => console.log("warned of " + error) });
    Promise.reject(${error});
    await new Promise((resolve) => setTimeout(resolve, 10));
    console.log("lives");`;
  return await run(process.execPath, ["--import", loader, "--input-type=module", "-e", script]);
}

test("a connection that breaks where nobody waits for it ends no process", async () => {
  for (const error of [
    `Object.assign(new Error("write EPIPE"), { code: "EPIPE", syscall: "write" })`,
    `Object.assign(new Error("shutting down"), { code: "57P01" })`,
    `new Error("Connection terminated unexpectedly")`,
  ]) {
    const { stdout } = await rejecting(error);
    assert.match(stdout, /^warned of .+\nlives\n$/);
  }
});

test("any other error that nobody caught ends it", async () => {
  for (const error of [`new Error("a fault of ours")`, `new TypeError("undefined")`]) {
    await assert.rejects(rejecting(error), ({ stdout, stderr }) => {
      assert.match(stderr, /a fault of ours|undefined/);
      return stdout === "";
    });
  }
});
