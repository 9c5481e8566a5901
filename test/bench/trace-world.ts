import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Accounts } from "#accounts";
import { type Keykeeper, openKeykeeper } from "#keys";
import { type Appender, ledgerFiles, openAppender, startSealing } from "#ledger";
import {
  type Clock,
  connected,
  type Database,
  dayMs,
  dayOf,
  type Id,
  idFrom,
  migrate,
  newId,
  openDatabase,
  openLog,
  readConfig,
  startEmbedded,
  systemClock,
  uuidOf,
} from "#platform";
import { DeskHistory } from "#vault";
import { eventKinds } from "../../src/event-kinds.ts";
import { keeping } from "../../src/keykeeping.ts";
import { logOrigin } from "../../src/log-origin.ts";
import { main } from "../../src/main.ts";
import { settings } from "../../src/settings.ts";

const run = promisify(execFile);
const filesAtOnce = 200;

export type WorldTraits = {
  events: number;
  clients: number;
  agents: number;
  days: number;
  records: number;
  seed: number;
  /** The day after the last one. */
  until: string;
  isSlim: boolean;
};

/** A desk whose database was filled by `holdfast dev fill`, and what runs on it. */
export class TraceWorld {
  readonly traits: WorldTraits;
  readonly history: DeskHistory;
  readonly directory: string;
  readonly #isKept: boolean;

  private constructor(traits: WorldTraits, directory: string, isKept: boolean) {
    this.traits = traits;
    this.directory = directory;
    this.#isKept = isKept;
    this.history = new DeskHistory({ ...traits, to: new Date(`${traits.until}T00:00:00Z`) });
  }

  /** Fills one, or takes the one that was filled and kept before. */
  static async open(events: number, isSlim: boolean, isKept: boolean): Promise<TraceWorld> {
    const name = `holdfast-trace-${events}${isSlim ? "-slim" : ""}`;
    const directory = isKept ? join(tmpdir(), name) : await mkdtemp(join(tmpdir(), `${name}-`));
    await mkdir(directory, { recursive: true });
    await chmod(directory, 0o755);
    const note = join(directory, "filled.json");
    if (!existsSync(note)) {
      const traits = traitsFor(events, isSlim);
      console.error(`filling ${directory}; remove it before you try again when this is stopped`);
      await fill(directory, traits);
      await writeFile(note, JSON.stringify(traits));
    }
    console.error(`measuring on ${directory}`);
    const traits: WorldTraits = JSON.parse(await readFile(note, "utf8"));
    return new TraceWorld(traits, directory, isKept);
  }

  /** The desk's database as the desk starts it, and its keykeeper. */
  async start(): Promise<RunningWorld> {
    await using started = new AsyncDisposableStack();
    const { directory } = this;
    const embedded = await startEmbedded({ dataDirectory: directory, progress: () => {} });
    started.defer(() => embedded.stop());
    await migrate(embedded.ownerUrl, embedded.appUrl);
    const database = openDatabase(embedded.appUrl, () => {});
    started.defer(() => database.end());
    const config = readConfig(settings, { HOLDFAST_DATA: directory });
    const { keykeeper, stop } = await openKeykeeper({
      ...{ config, dataDirectory: directory, database, isKeykeeper: true },
      ...{ clock: systemClock, log: openLog("silent") },
      ...keeping(config, directory),
    });
    started.defer(() => stop());
    const files = ledgerFiles(config, directory);
    const sealing = await startSealing({
      ...{ database, files, clock: systemClock, log: openLog("error"), ask: fetch },
      origin: logOrigin(config.PUBLIC_URL),
    });
    started.defer(() => sealing.stop());
    const { receiptKeyFile } = files;
    const now = systemClock();
    const appender = await openAppender({ database, receiptKeyFile, kinds: eventKinds, now });
    const own = await openCase(embedded.ownerUrl);
    const running = started.move();
    return {
      ...{ ...embedded, ...own, database, keykeeper, appender, clock: systemClock },
      accounts: {} as Accounts, // a draft asks nobody
      stop: () => running.disposeAsync(),
    };
  }

  /** Drops the stopped database's files, which are all on disk, from the system's cache (posix_fadvise, by dd). */
  async chill(): Promise<void> {
    const all = await readdir(join(this.directory, "database"), {
      recursive: true,
      withFileTypes: true,
    });
    const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const drop = 'for file; do dd if="$file" iflag=nocache count=0 status=none; done';
    for (let from = 0; from < files.length; from += filesAtOnce) {
      await run("/bin/sh", ["-c", drop, "sh", ...files.slice(from, from + filesAtOnce)]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isKept) await rm(this.directory, { recursive: true, force: true });
  }
}

/** What a trace works with; the row of one, and who drafts its certificate. */
export type RunningWorld = {
  database: Database;
  keykeeper: Keykeeper;
  appender: Appender;
  accounts: Accounts;
  clock: Clock;
  trace: Id<"trace">;
  analyst: Id<"staff">;
  appUrl: string;
  ownerUrl: string;
  stop(): Promise<void>;
};

/** The row of a trace, which a certificate stands on, begun by one of the analysts. */
async function openCase(ownerUrl: string): Promise<Pick<RunningWorld, "trace" | "analyst">> {
  const trace = newId("trace", systemClock());
  return await connected(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ staff: string }>(
      "select staff from accounts.staff where name = 'Analyst 1'",
    );
    const [{ staff = "" } = {}] = rows;
    await owner.query(
      `insert into trace.traces (id, begun_at, begun_by, before, why, format, rows, bad, bytes, digest, key_ciphertext, changed_at)
       values ($1, now(), $2, now(), 'measured', 'comma_separated', 0, 0, 0, $3, '', now())`,
      [uuidOf(trace), staff, Buffer.alloc(32)],
    );
    return { trace, analyst: idFrom("staff", staff) };
  });
}

/** As `holdfast dev fill` has them unless it is told others. */
function traitsFor(events: number, isSlim: boolean): WorldTraits {
  return {
    ...{ events, isSlim, days: 365, records: 20_000, seed: 1 },
    clients: Math.min(2_000_000, Math.max(100, Math.round(events / 25))),
    agents: Math.max(20, Math.round(events / 50_000)),
    until: dayOf(new Date(systemClock().getTime() - dayMs)),
  };
}

async function fill(directory: string, { isSlim, ...traits }: WorldTraits): Promise<void> {
  const words = Object.entries(traits).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stdin, stderr } = process;
  const context = { stdin, stdout: stderr, stderr, clock: systemClock };
  const env = { HOLDFAST_DATA: directory };
  const code = await main(["dev", "fill", ...words, ...(isSlim ? ["--slim"] : [])], {
    ...{ ...context, env },
  });
  if (code !== 0) throw new Error(`holdfast dev fill ended with ${code}`);
}
