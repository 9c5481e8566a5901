import { type Database, system } from "#platform";
import { Appender } from "./append.ts";
import type { EventKind } from "./event.ts";
import { processStarted } from "./kinds.ts";
import { openReceiptKey, publicReceiptKey } from "./receipt-key.ts";

export type OpenAppenderOptions = {
  database: Database;
  receiptKeyFile: string;
  /** Every slice's kinds: the closed set of what may be appended. */
  kinds: readonly EventKind[];
  now: Date;
};

/** Opens the ledger for this process. Its first event says which key its receipts are signed with. */
export async function openAppender({
  database,
  receiptKeyFile,
  kinds,
  now,
}: OpenAppenderOptions): Promise<Appender> {
  const receiptKey = await openReceiptKey(receiptKeyFile);
  const appender = new Appender({ database, receiptKey, kinds, now });
  const details = { receiptKey: publicReceiptKey(receiptKey) };
  await appender.append(system, { kind: processStarted, details }, now);
  return appender;
}
