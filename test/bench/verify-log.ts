import { openSignerStore, verifyLog } from "#ledger";
import { systemClock } from "#platform";
import type { BenchDatabase } from "./database.ts";
import { fillLog } from "./filled-log.ts";
import { type BenchLine, median, rounded } from "./line.ts";

const events = 1_000_000;
const checkpoints = 10_000;
const clients = 50_000;
const rounds = 3;

/** A log of a million events and ten thousand signed checkpoints, replayed and compared with all of them. */
export async function verifyingLog(opened: BenchDatabase): Promise<BenchLine[]> {
  await using log = await fillLog(opened, { events, clients, checkpoints });
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { counts, findingsCount } = await verifyLog({
      database: opened.database,
      policy: log.policy,
      signerStore: openSignerStore(log.signerDirectory),
      clock: systemClock,
    });
    seconds.push((performance.now() - start) / 1_000);
    if (findingsCount > 0 || counts.events !== events || counts.checkpoints < checkpoints) {
      throw new Error(`an untouched log of ${counts.events} events has ${findingsCount} findings`);
    }
  }
  const took = median(seconds);
  return [
    { name: "verify-log: 1,000,000 events, 10,000 checkpoints", value: rounded(took), unit: "s" },
    { name: "verify-log: events a second", value: rounded(events / took), unit: "events/s" },
  ];
}
