import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Keyring, keykeeperFiles, LocalKeykeeper, type Permit } from "#keys";
import { legalHold } from "#ledger";
import { type Erasure, type Id, newId, system } from "#platform";
import { noted, openTestLedger, type TestLedger } from "./ledger.ts";
import type { TestDatabase } from "./open-database.ts";

/** A place and the value in it. */
export type TestField = {
  table: string;
  field: string;
  client: Id<"client">;
  version: number;
  ciphertext: Uint8Array;
};

export type TestKeykeeper = {
  ledger: TestLedger;
  keykeeper: LocalKeykeeper;
  directory: string;
  /** Codes of what it refused, as the log has them. */
  refused: string[];
  /** Legal holds, by client. */
  holds: Map<Id<"client">, { placedAt: Date }>;
  /** What came onto the erasure list. */
  erasures: Erasure[];
  /** What the erasure list fails with next. */
  failures: Error[];
  /** Another one on the same directory, or another. */
  open(directory?: string): Promise<LocalKeykeeper>;
  newClient(): Id<"client">;
  /** An event that permits to read a field, or to shred a client's keys. */
  event(
    columns: { client: Id<"client">; field?: string; version?: number },
    decision?: "allow" | "deny",
  ): Promise<Id<"event">>;
  stored(value: string, client?: Id<"client">): Promise<TestField>;
  [Symbol.asyncDispose](): Promise<void>;
};

export const testPermits: readonly Permit[] = [
  { kind: noted.name, act: "decrypt", table: "vault.fields", isShown: true, check: async () => {} },
  { kind: noted.name, act: "test", table: "vault.fields", isShown: true, check: async () => {} },
  { kind: noted.name, act: "shred", check: async () => {} },
];

/** A keykeeper on a ledger of its own, with a key-encryption key in a file. */
export async function openTestKeykeeper(
  permits = testPermits,
  beside: { opened?: TestDatabase } = {},
): Promise<TestKeykeeper> {
  const ledger = await openTestLedger(beside);
  const parent = await mkdtemp(join(tmpdir(), "holdfast-keykeeper-"));
  await chmod(parent, 0o755);
  const directory = join(parent, "keykeeper");
  const refused: string[] = [];
  const erasures: Erasure[] = [];
  const failures: Error[] = [];
  const holds: TestKeykeeper["holds"] = new Map();
  const open = async (at = directory) => {
    const keyring = await Keyring.open(keykeeperFiles(at).keyring, async () => ({
      passphrases: [],
    }));
    if (keyring.ids.length === 0) await keyring.make({ kind: "file" }, ledger.time.now);
    return await LocalKeykeeper.open({
      database: ledger.opened.database,
      clock: () => ledger.time.now,
      directory: at,
      keyring,
      permits,
      holdOn: async (joined, client) => holds.get(client) ?? (await legalHold(joined, client)),
      record: async (erasure) => {
        const failure = failures.pop();
        if (failure) throw failure;
        erasures.push(erasure);
      },
      onRefused: (code) => refused.push(code),
    });
  };
  const newClient = () => newId("client", ledger.time.now);
  const opened: TestKeykeeper = {
    ledger,
    keykeeper: await open(),
    directory,
    refused,
    holds,
    erasures,
    failures,
    open,
    newClient,
    event: async ({ client, field, version }, decision = "allow") => {
      const columns = { client, ...(field && { field }), ...(version && { version }) };
      const draft = { kind: noted, details: { note: "" }, decision, ...columns };
      const receipt = await ledger.appender.append(system, draft, ledger.time.now);
      return receipt.event;
    },
    stored: async (value, client = newClient()) => {
      const place = { table: "vault.fields", field: "email", client, version: 1 };
      const { ciphertext } = await opened.keykeeper.encrypt({ ...place, kind: "email", value });
      return { ...place, ciphertext };
    },
    [Symbol.asyncDispose]: async () => {
      await opened.keykeeper.close();
      await ledger[Symbol.asyncDispose]();
      await rm(parent, { recursive: true, force: true });
    },
  };
  return opened;
}
