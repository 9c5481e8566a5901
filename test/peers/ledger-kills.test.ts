import { randomInt } from "node:crypto";
import { test } from "node:test";
import { killUnderLoad } from "../ledger-kills.ts";

test("100 kills under load, of the process and of PostgreSQL, lose no acknowledged event and seal none twice", async () => {
  await killUnderLoad(100, () => randomInt(1_000) / 1_000);
});
