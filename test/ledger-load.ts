import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Appender, HeadSigner, logSignerFrom, makeLogKey, openSignerStore, Sealer } from "#ledger";
import {
  type Id,
  isDatabaseAway,
  migrate,
  newId,
  openDatabase,
  openLog,
  startEmbedded,
  system,
  systemClock,
} from "#platform";
import { noted } from "./ledger.ts";

/**
 * A process of its own that appends and seals as fast as it can until it is killed, on a database with fsync on. Each
 * event that was acknowledged is a line on standard output, written before the next is appended: the leaf, then the
 * instance and the number that its receipt tells.
 */
const inFlight = 16;
const clientsCount = 20;

const [directory = ""] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDirectory: directory, progress: () => {} });
await migrate(embedded.ownerUrl, embedded.appUrl);
const database = openDatabase(embedded.appUrl, () => {});
const receiptKey = generateKeyPairSync("ed25519").privateKey;
const appender = new Appender({ database, receiptKey, kinds: [noted], now: systemClock() });
const signerDirectory = join(directory, "signer");
const signer = new HeadSigner(logSigner(), openSignerStore(signerDirectory));
const log = openLog("silent");
const sealer = new Sealer({
  database,
  clock: systemClock,
  log,
  signer,
  keepEveryMs: 0,
  everyMs: 20,
  leaseMs: 500,
});
const running = sealer.run(new AbortController().signal);

const clients = Array.from({ length: clientsCount }, () => newId("client", systemClock()));
process.stdout.write("ready\n");
await Promise.all([running, ...Array.from({ length: inFlight }, (_, lane) => appendForever(lane))]);

async function appendForever(lane: number): Promise<void> {
  for (let place = lane; ; place += 1) {
    try {
      const client: Id<"client"> | undefined = clients[place % (clientsCount + 1)];
      const draft = { kind: noted, details: { note: `${place}` }, ...(client && { client }) };
      const { leaf, instance, instanceSeq } = await appender.append(system, draft, systemClock());
      process.stdout.write(`${leaf} ${instance} ${instanceSeq}\n`);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await sleep(20);
    }
  }
}

/** The log's key, made by the first of the processes that are killed one after the other. */
function logSigner() {
  const file = join(directory, "log-key.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeLogKey("ledger.example/log")));
  return logSignerFrom(JSON.parse(readFileSync(file, "utf8")), file);
}
