import assert from "node:assert/strict";
import { test } from "node:test";
import { openUntouchedLog } from "#test";
import { printCheckpoint } from "#tlog";
import { openSignerStore, type SignerStore } from "../sealing/index.ts";
import { verifyLog } from "./verify-log.ts";

test("what the signer remembers is compared: an older copy, another history, an older memory", async () => {
  await using log = await openUntouchedLog();
  const { ledger, policy, size } = log;
  const { origin } = ledger.logSigner;
  const findingsWith = async (signerStore: SignerStore) => {
    const { database } = ledger.opened;
    const report = await verifyLog({ database, policy, signerStore, clock: () => ledger.time.now });
    return report.findings.map(({ code, at }) => [code, at.size]);
  };
  const remembering = (signed: number, root: Uint8Array): SignerStore => ({
    ...openSignerStore(ledger.signerDirectory),
    read: async () => printCheckpoint({ origin, size: signed, root, extensions: [] }),
  });
  const wrongRoot = Buffer.alloc(32, 1);
  assert.deepEqual(await findingsWith(openSignerStore(ledger.signerDirectory)), []);
  assert.deepEqual(await findingsWith(remembering(size + 5, wrongRoot)), [
    ["signer_ahead", size + 5],
  ]);
  assert.deepEqual(await findingsWith(remembering(size, wrongRoot)), [["signer_forked", size]]);
  const [older = 0] = log.checkpoints;
  const { rows } = await log.owner.query<{ note: string }>(
    "select note from ledger.checkpoints where size = $1",
    [older],
  );
  const text = rows[0]?.note.split("\n\n")[0];
  const store = { ...remembering(0, wrongRoot), read: async () => `${text}\n` };
  assert.deepEqual(await findingsWith(store), [["signer_behind", size]]);
});
