import { testPermits } from "./keykeeper.ts";
import { runKeykeeper } from "./run-keykeeper.ts";

/** A keykeeper in a process of its own, for tests that kill it: DATABASE_URL DIRECTORY SOCKET NOW. */
const [, , , now = ""] = process.argv.slice(2);
await runKeykeeper(testPermits, () => new Date(now));
