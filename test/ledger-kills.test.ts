import { randomInt } from "node:crypto";
import { test } from "node:test";
import { killUnderLoad } from "./ledger-kills.ts";

test("three kills under load, of the process and of PostgreSQL, lose no acknowledged event and seal none twice", async () => {
  await killUnderLoad(3, () => randomInt(1_000) / 1_000);
});
