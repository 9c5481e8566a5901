import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { missing, program } from "./parts.ts";
import { startPostgres } from "./postgres.ts";

const initdb = program("initdb");
const skip = missing({ "PostgreSQL 15 (initdb)": initdb });
const root = fileURLToPath(new URL("../..", import.meta.url));

test("every test of the database passes on PostgreSQL 15 too", { skip }, async () => {
  const server = await startPostgres(initdb ?? "");
  try {
    const words = [
      "--import",
      "./src/platform/tsx.ts",
      "--test",
      "--test-global-setup=./test/database.ts",
    ];
    words.push(
      "src/platform/**/*.test.ts",
      "src/policy/*.test.ts",
      "src/keys/*.test.ts",
      "src/ledger/{erasure,roll-up,sealed-entries,sealing,verifying}/*.test.ts",
      "src/help/*.test.ts",
      "test/schema.test.ts",
      "test/contracts/*.test.ts",
    );
    const env = {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      TEST_DATABASE_OWNER_URL: server.ownerUrl,
      TEST_DATABASE_URL: server.appUrl,
    };
    const { stdout } = await promisify(execFile)(process.execPath, words, {
      cwd: root,
      env,
      maxBuffer: 50_000_000,
    }).catch((error) => assert.fail(String(error.stdout ?? error)));
    assert.match(stdout, /fail 0/);
    assert.doesNotMatch(stdout, /pass 0/);
  } finally {
    await server.stop();
  }
});
