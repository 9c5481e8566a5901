import { connected, type Database, type DatabaseUrls, inTransaction, type Log } from "#platform";
import { HeadSigner, openLogSigner, openSignerStore, Sealer } from "../sealing/index.ts";
import type { LedgerFiles } from "../settings.ts";
import { appendPast } from "./append-past.ts";
import { copyPast } from "./copy-past.ts";
import { DayCounts } from "./day-counts.ts";
import type { History, TellEvents } from "./history.ts";
import { DeskInUse } from "./refusals.ts";
import {
  addRolledDays,
  copyDays,
  dropIndexes,
  hasHistory,
  lookOver,
  makeIndexes,
} from "./store.ts";

export type FillOptions = {
  database: Database;
  /** Indexes are made anew by whom they belong to; the app gets no right by this. */
  ownerUrl: DatabaseUrls["ownerUrl"];
  files: LedgerFiles;
  /** The log's name, when its key isn't made yet. */
  origin: string;
  /** Which releases are counted, as `rollUp` is given them. */
  releaseKinds: readonly string[];
  log: Log;
  /** Told a sentence for each step that takes long. */
  progress(sentence: string): void;
};

/** Fills an empty ledger with a history that is made up, for development. */
export class LedgerFilling {
  readonly #options: FillOptions;
  readonly #history: History;
  readonly #days: DayCounts;
  #sealer: ((upTo: Date) => Promise<void>) | undefined;

  /** @param hasClients there are clients already @throws {DeskInUse} when the ledger isn't empty */
  static async open(
    options: FillOptions,
    history: History,
    hasClients: boolean,
  ): Promise<LedgerFilling> {
    if (hasClients || (await hasHistory(options.database))) throw new DeskInUse();
    return new LedgerFilling(options, history);
  }

  private constructor(options: FillOptions, history: History) {
    this.#options = options;
    this.#history = history;
    this.#days = new DayCounts(history, options.releaseKinds);
  }

  /**
   * Events with their chains, leaves and sealed tree, as the ledger itself has them. What fails or is stopped leaves a ledger
   * without indexes: it is of no use then.
   */
  async append(told: TellEvents): Promise<void> {
    const { ownerUrl, progress } = this.#options;
    await connected(ownerUrl, async (owner) => {
      const making = await dropIndexes(owner);
      await appendPast(owner, this.#history, this.#days, (upTo) => this.seal(upTo), told);
      progress("Making the indexes of events");
      await makeIndexes(owner, making);
    });
  }

  /**
   * Events alone, without salts, chains and leaves, in one transaction: what reads events finds them all, what proves one
   * finds nothing, and `holdfast verify-log` names each. What is appended afterwards is sealed as always.
   */
  async copy(told: TellEvents): Promise<void> {
    const { ownerUrl, progress } = this.#options;
    await connected(ownerUrl, async (owner) => {
      await inTransaction(owner, async () => {
        const making = await dropIndexes(owner);
        await copyPast(owner, this.#history, this.#days, told);
        progress("Making the indexes of events");
        await makeIndexes(owner, making);
      });
    });
  }

  /** Ends the filling: writes down the releases of every day but the newest. */
  async rollUp(): Promise<void> {
    const { ownerUrl, progress } = this.#options;
    progress("Writing down the releases of each day");
    await connected(ownerUrl, async (owner) => {
      await copyDays(owner, this.#days.pieces);
      await addRolledDays(owner, this.#days.kinds, this.#history.from, this.#days.events);
      progress("Looking all tables over");
      await lookOver(owner);
    });
  }

  /** Seals what waits, at that time or the one before, whichever is later. */
  async seal(now: Date): Promise<void> {
    this.#sealer ??= await this.#openSealer();
    await this.#sealer(now);
  }

  async #openSealer(): Promise<(upTo: Date) => Promise<void>> {
    const { database, log, files } = this.#options;
    const store = openSignerStore(files.logDirectory);
    const signer = new HeadSigner(await openLogSigner(this.#options), store);
    let time = this.#history.from;
    const sealer = new Sealer({ database, clock: () => time, log, signer });
    return async (upTo) => {
      time = new Date(Math.max(upTo.getTime(), time.getTime()));
      for (;;) {
        const count = await sealer.sealOnce();
        if (count === undefined) throw new Error("another process seals");
        if (count === 0) return;
      }
    };
  }
}
