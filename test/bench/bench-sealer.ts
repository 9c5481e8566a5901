import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HeadSigner, logSignerFrom, makeLogKey, openSignerStore, Sealer } from "#ledger";
import { type Database, openLog, systemClock } from "#platform";

/** A sealer with a key and a second store of its own, in a folder that the system clears away. */
export function openBenchSealer(database: Database): Sealer {
  const directory = mkdtempSync(join(tmpdir(), "holdfast-bench-signer-"));
  const key = logSignerFrom(makeLogKey("bench.example/log"), "the benchmark's key");
  const signer = new HeadSigner(key, openSignerStore(directory));
  return new Sealer({ database, clock: systemClock, log: openLog("error"), signer });
}
