import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Id, newId, system } from "#platform";
import { cosignNewest, makeTestWitness, policyText, type TestWitness } from "./cosigning.ts";
import { noted, openTestLedger, type TestLedger } from "./ledger.ts";
import { openTestSite, type TestSite } from "./site.ts";

export type SealedSite = {
  site: TestSite;
  ledger: TestLedger;
  /** The log's policy, as a file: two witnesses, who both must sign. */
  policyFile: string;
  witnesses: readonly [TestWitness, TestWitness];
  client: Id<"client">;
  /** Appends an event of the client, and seals it after `seconds`. */
  note(words: string, seconds: number): Promise<Id<"event">>;
  /** Has a witness sign the heads that it hasn't. */
  cosign(witness: TestWitness, seconds: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A site with a log: `await using sealed = await openSealedSite()`. Nothing is in the log but what a test notes. */
export async function openSealedSite(
  language?: Parameters<typeof openTestSite>[1],
): Promise<SealedSite> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-sealed-"));
  const policyFile = join(directory, "policy.txt");
  const site = await openTestSite({ LOG_POLICY: policyFile }, language);
  const ledger = await openTestLedger({ opened: site.opened });
  const witnesses = [makeTestWitness("auditor"), makeTestWitness("regulator")] as const;
  await writeFile(policyFile, policyText(ledger.logSigner, witnesses, "all"));
  const client = newId("client", site.time.now);
  const pass = (seconds: number) => {
    site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
    ledger.time.now = site.time.now;
    return site.time.now;
  };
  return {
    site,
    ledger,
    policyFile,
    witnesses,
    client,
    note: async (words, seconds) => {
      const draft = { kind: noted, client, field: "email", details: { note: words } };
      const { event } = await ledger.appender.append(system, draft, site.time.now);
      pass(seconds);
      await ledger.sealer.sealOnce();
      return event;
    },
    cosign: (witness, seconds) => cosignNewest(site.opened.database, witness, pass(seconds)),
    [Symbol.asyncDispose]: async () => {
      await ledger[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
      await rm(directory, { recursive: true });
    },
  };
}
