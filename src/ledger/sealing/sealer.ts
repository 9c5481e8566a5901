import { setTimeout as sleep } from "node:timers/promises";
import {
  type Clock,
  type Database,
  HoldfastError,
  type Log,
  messageOf,
  newId,
  uuidOf,
} from "#platform";
import { parseNote, printCheckpoint } from "#tlog";
import { readTiles, readTree } from "../store.ts";
import { edgeAt, tileWidth } from "../tree.ts";
import type { HeadSigner } from "./head-signer.ts";
import { WontSign } from "./refusals.ts";
import { holdLease, publishHead, readPending, sealGrowth } from "./store.ts";
import { type Edge, growth, rootOf } from "./tree-growth.ts";

const eventsMax = 20_000;
const everyMs = 500;
const leaseMs = 5_000;
const keepEveryMs = 60_000;
/** Another process that can seal looks many times before one that refused does again. */
const refusedMs = 10_000;
const noHashes = new Uint8Array();

type SealerOptions = {
  database: Database;
  clock: Clock;
  log: Log;
  signer: HeadSigner;
  /** How often, at most, a head is kept for good and shown to witnesses. */
  keepEveryMs?: number;
  /** How long it waits between two looks. */
  everyMs?: number;
  /** How long the lease of a sealer that died keeps others from sealing. */
  leaseMs?: number;
};

/** What the sealer remembers between two looks; void when anything failed. */
type Holding = Lease & { edge: Edge; published: Head | undefined };
type Lease = { fence: number; renewAtMs: number };
type Head = { size: number; text: string; note: string };

/**
 * Seals what was appended: takes it out of the outbox, lets the tree grow, has the new head in the signer's store
 * before it is signed, and publishes it. One process holds the lease; the others wait for it to expire.
 */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #holder: string;
  #holding: Holding | undefined;
  #kept = { text: "", atMs: 0 };
  #told: string | undefined;
  #trouble: string | undefined;

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#holder = uuidOf(newId("sealer", options.clock()));
  }

  /** Whether this process was the sealer when it last looked, and all went well. */
  get isHolding(): boolean {
    return this.#holding !== undefined;
  }

  /** Seals until it is told to stop. What fails is told and tried again; appending never waits for it. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = await this.sealOnce().then(
        () => this.#options.everyMs ?? everyMs,
        (error) => (error instanceof WontSign ? refusedMs : (this.#options.everyMs ?? everyMs)),
      );
      await sleep(waitMs, undefined, { signal }).catch(() => {});
    }
    await this.#hold(0).catch(() => {}); // then it expires by itself
  }

  /** One look. @returns how many events it sealed; undefined while another process is the sealer */
  async sealOnce(): Promise<number | undefined> {
    const remembered = this.#holding;
    this.#holding = undefined; // until this look has gone well
    try {
      const lease = await this.#leaseFrom(remembered);
      if (lease === undefined) return undefined;
      const isKnown = remembered?.fence === lease.fence;
      const holding = isKnown ? remembered : await this.#begin(lease);
      const { edge, count } = await this.#seal(holding);
      const published = await this.#publish(holding, edge);
      await this.#keep(lease.fence, published);
      this.#holding = { ...lease, edge, published };
      this.#told = undefined;
      this.#trouble = undefined;
      return count;
    } catch (error) {
      this.#tell(error);
      // Whose own record is in its way lets another have the lease, who may have the right one.
      if (error instanceof WontSign) await this.#hold(0).catch(() => {});
      throw error;
    }
  }

  /** The lease, renewed when half of it is over: a quiet desk writes nothing at most looks. */
  async #leaseFrom(lease: Lease | undefined): Promise<Lease | undefined> {
    const nowMs = this.#options.clock().getTime();
    if (lease && nowMs < lease.renewAtMs) return lease;
    const forMs = this.#options.leaseMs ?? leaseMs;
    const fence = await this.#hold(forMs);
    return fence === undefined ? undefined : { fence, renewAtMs: nowMs + forMs / 2 };
  }

  async #hold(forMs: number): Promise<number | undefined> {
    const { database, clock } = this.#options;
    const now = clock();
    const expiresAt = new Date(now.getTime() + forMs);
    return await holdLease(database, this.#holder, now, expiresAt, this.#trouble);
  }

  /** Who has just got the lease, or has failed, looks at everything anew. */
  async #begin(lease: Lease): Promise<Holding> {
    const { database, signer } = this.#options;
    const tree = await readTree(database);
    await signer.resume(database, tree);
    const last = Math.floor(tree.size / tileWidth);
    const [bundle] = await readTiles(database, [{ level: 0, index: last }]);
    const published = tree.head && { ...tree.head, text: parseNote(tree.head.note).text };
    const edge = { tiles: await edgeAt(database, tree.size), bundle: bundle?.hashes ?? noHashes };
    return { ...lease, edge, published };
  }

  /** From the outbox into the tree in one statement: after a crash an event is in one of them, never in both. */
  async #seal({ fence, edge }: Holding): Promise<{ edge: Edge; count: number }> {
    const { database } = this.#options;
    const runs = await readPending(database, eventsMax);
    if (runs.length === 0) return { edge, count: 0 };
    const next = growth(edge, runs);
    await sealGrowth(database, fence, next.growth);
    return { edge: next.edge, count: next.growth.newSize - next.growth.oldSize };
  }

  async #publish({ fence, published }: Holding, edge: Edge): Promise<Head> {
    const { database, clock, signer } = this.#options;
    const { size } = edge.tiles;
    const root = rootOf(edge);
    const text = printCheckpoint({ origin: signer.origin, size, root, extensions: [] });
    if (published?.text === text) return published;
    const now = clock();
    const note = await signer.sign(text, now);
    // A crash here leaves a head in the signer's store that nobody has seen: it is signed again.
    await publishHead(database, fence, size, note, now, false);
    return { size, text, note };
  }

  /** A head that stays the newest is kept too, once its time has come: what is sealed gets its witnesses. */
  async #keep(fence: number, { size, text, note }: Head): Promise<void> {
    const { database, clock } = this.#options;
    const now = clock();
    const isSoon = now.getTime() - this.#kept.atMs < (this.#options.keepEveryMs ?? keepEveryMs);
    if (text === this.#kept.text || isSoon) return;
    await publishHead(database, fence, size, note, now, true);
    this.#kept = { text, atMs: now.getTime() };
  }

  /** Our log gets all words; the Log page, which anybody may read, those that were made for people. */
  #tell(error: unknown): void {
    const words = messageOf(error);
    if (words !== this.#told) this.#options.log.error({ part: "sealer" }, words);
    this.#told = words;
    this.#trouble =
      error instanceof HoldfastError ? words : "The server's own log says what failed.";
  }
}
