import { parseCheckpoint, Refused, type TreeHead } from "#tlog";
import type { SignerStore } from "../sealing/index.ts";
import type { Findings } from "./finding.ts";
import type { ReplayedTree } from "./replayed-tree.ts";

/** What the signer has signed last, by its own store, if that can be read from here. */
export type SignerMemory = { is: "read"; head: TreeHead } | { is: "unread" };

export async function readSignerMemory(store: SignerStore | undefined): Promise<SignerMemory> {
  const text = await store?.read().catch(() => undefined);
  if (text === undefined) return { is: "unread" };
  try {
    return { is: "read", head: parseCheckpoint(text) };
  } catch (error) {
    if (error instanceof Refused) return { is: "unread" };
    throw error;
  }
}

/**
 * The signer goes on while the log is read: what it had signed before must be in the tree, and what was published must
 * be what it has signed by now.
 */
export function judgeSigner(
  { before, after }: { before: SignerMemory; after: SignerMemory },
  { tree, vouched }: { tree: ReplayedTree; vouched: number },
  publishedSize: number,
  findings: Findings,
): void {
  if (before.is === "read") {
    const { size, root } = before.head;
    const isSame = size <= tree.size && Buffer.from(root).equals(tree.rootAt(size));
    if (size > tree.size) findings.add("signer_ahead", { size });
    // What isn't as any head signed it is named already.
    else if (!isSame && size <= vouched) findings.add("signer_forked", { size });
  }
  const isBehind = after.is === "read" && after.head.size < publishedSize;
  if (isBehind) findings.add("signer_behind", { size: publishedSize });
}
