import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import type { Settings, Values } from "#platform";

const path = z.string().min(1).optional();

/** Where the ledger's keys and its second store are. Unset, they stand in HOLDFAST_DATA. */
export const ledgerSettings = {
  LOG_DIRECTORY: {
    schema: path,
    about: "directory of the log's key and of the heads that it signed; only the sealer reads it",
    remedy: "Give the path of a directory that only the sealer may enter, or leave it unset.",
  },
  LOG_POLICY: {
    schema: path,
    about: "the log's public keys and its witnesses, as a tlog-policy file",
    remedy: "Give the path of a tlog-policy file, or leave it unset.",
  },
  RECEIPT_KEY: {
    schema: path,
    about: "file of the key that signs receipts of appended events",
    remedy: "Give the path of an Ed25519 key in PEM, or leave it unset.",
  },
} satisfies Settings;

export type LedgerFiles = { logDirectory: string; policyFile: string; receiptKeyFile: string };

/** Where this installation has them: as it is set, else below `ledger/` in the data directory. */
export function ledgerFiles(
  config: Values<typeof ledgerSettings>,
  dataDirectory: string,
): LedgerFiles {
  const own = (name: string) => join(dataDirectory, "ledger", name);
  return {
    logDirectory: config.LOG_DIRECTORY ?? own("log"),
    policyFile: config.LOG_POLICY ?? own("policy.txt"),
    receiptKeyFile: config.RECEIPT_KEY ?? own("receipt-key.pem"),
  };
}
