import { type KeyObject, sign, verify } from "node:crypto";
import { type Id, idBytes } from "#platform";

/**
 * What the caller of `append` gets: our signed word that the event is committed, at this place. Who holds it can show
 * that an event was removed before it was sealed. It means nothing until the transaction that it was given in commits.
 */
export type Receipt = {
  event: Id<"event">;
  /** RFC 9162 leaf hash, base64. */
  leaf: string;
  instance: number;
  instanceSeq: number;
  /** Ed25519 by the receipt key, base64. */
  signature: string;
};

const label = Buffer.from("holdfast-receipt/v1\n");

/** Signs receipts. The key is another than the log's: the process that appends can't sign a checkpoint. */
export function signReceipt(key: KeyObject, receipt: Omit<Receipt, "signature">): Receipt {
  return { ...receipt, signature: sign(null, signedBytes(receipt), key).toString("base64") };
}

export function isReceiptGenuine(key: KeyObject, receipt: Receipt): boolean {
  return verify(null, signedBytes(receipt), key, Buffer.from(receipt.signature, "base64"));
}

/** The label, the event's id (16 bytes), its leaf (32), its instance (4) and its number there (8), big-endian. */
function signedBytes({ event, leaf, instance, instanceSeq }: Omit<Receipt, "signature">): Buffer {
  const place = Buffer.alloc(12);
  place.writeInt32BE(instance, 0);
  place.writeBigInt64BE(BigInt(instanceSeq), 4);
  return Buffer.concat([label, idBytes(event), Buffer.from(leaf, "base64"), place]);
}
