import { type KeyObject, sign, verify } from "node:crypto";
import type { Id } from "#platform";
import { nodeHash, Refused, verifyInclusion } from "#tlog";

/**
 * What the caller of `append` gets: our signed word that the event is committed, at this place. Who holds it can show
 * that an event was removed before it was sealed. It means nothing until the transaction that it was given in commits.
 */
export type Receipt = {
  event: Id<"event">;
  /** RFC 9162 leaf hash, base64. It holds the event's id and place. */
  leaf: string;
  instance: number;
  instanceSeq: number;
  /**
   * What was committed together is signed together: a small tree (RFC 9162) of the leaves that the instance numbered
   * from `first` on, its root, and the leaf's way to it. Hashes and signature (Ed25519) are base64.
   */
  group: { first: number; size: number; root: string; path: string[]; signature: string };
};

export type Unsigned = Omit<Receipt, "group" | "leaf"> & { leaf: Uint8Array };

const label = Buffer.from("holdfast-receipts/v1\n");

/**
 * Signs the receipts of a group: events of one instance, numbered without gaps and in order. One signature for all,
 * since it costs as much as everything else about an event. The key is another than the log's: the process that
 * appends can't sign a checkpoint.
 */
export function signReceipts(key: KeyObject, group: readonly Unsigned[]): Receipt[] {
  const [first] = group;
  if (!first) return [];
  const levels = levelsOver(group.map(({ leaf }) => leaf));
  const root = levels.at(-1)?.[0] ?? first.leaf;
  const head = { first: first.instanceSeq, size: group.length, root: base64(root) };
  const signature = sign(null, signedBytes(first.instance, head), key).toString("base64");
  return group.map(({ leaf, ...place }, index) => ({
    ...place,
    leaf: base64(leaf),
    group: { ...head, path: pathIn(levels, index).map(base64), signature },
  }));
}

export function isReceiptGenuine(key: KeyObject, receipt: Receipt): boolean {
  const { instance, instanceSeq, leaf, group } = receipt;
  const [root, ...path] = [group.root, ...group.path].map((hash) => Buffer.from(hash, "base64"));
  try {
    const tree = { size: group.size, root: root ?? new Uint8Array() };
    verifyInclusion(Buffer.from(leaf, "base64"), instanceSeq - group.first, tree, path);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
  const signature = Buffer.from(group.signature, "base64");
  return verify(null, signedBytes(instance, group), key, signature);
}

/** The label, the instance (4 bytes, big-endian), its first number (8), the group's size (4) and root (32). */
function signedBytes(
  instance: number,
  { first, size, root }: Omit<Receipt["group"], "path" | "signature">,
): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32BE(instance, 0);
  head.writeBigInt64BE(BigInt(first), 4);
  head.writeInt32BE(size, 12);
  return Buffer.concat([label, head, Buffer.from(root, "base64")]);
}

/** The leaves, and above them the nodes of each level; a node without a right neighbour stands for itself there. */
function levelsOver(leaves: readonly Uint8Array[]): (readonly Uint8Array[])[] {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let below = leaves; below.length > 1; below = levels.at(-1) ?? []) {
    const pairs = Array.from({ length: Math.ceil(below.length / 2) }, (_, place) => place * 2);
    levels.push(
      pairs.flatMap((place) => {
        const [left, right] = [below[place], below[place + 1]];
        if (!left) return [];
        return [right ? nodeHash(left, right) : left];
      }),
    );
  }
  return levels;
}

function pathIn(levels: readonly (readonly Uint8Array[])[], index: number): Uint8Array[] {
  return levels.flatMap((level, height) => {
    const sibling = level[Math.floor(index / 2 ** height) ^ 1];
    return sibling ? [sibling] : [];
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
