import type { Queryable } from "#platform";
import { parseCheckpoint, signNote } from "#tlog";
import type { Tree } from "../store.ts";
import { rootAt } from "../tree.ts";
import type { LogSigner } from "./log-key.ts";
import { DatabaseBehind, DatabaseForked, LogBegunAnew, SignerForgot } from "./refusals.ts";
import type { SignerStore } from "./signer-store.ts";

/** Signs heads that go on from the one before, and no others: what was signed stands in a store of its own. */
export class HeadSigner {
  readonly origin: string;
  readonly #signer: LogSigner;
  readonly #store: SignerStore;
  #signed: string | undefined;

  constructor(signer: LogSigner, store: SignerStore) {
    this.origin = signer.origin;
    this.#signer = signer;
    this.#store = store;
  }

  /**
   * Compares the database with what was signed. It must come before the first `sign`, and after anything failed.
   * @throws {WontSign} when the database doesn't go on from there
   */
  async resume(queryable: Queryable, tree: Tree): Promise<void> {
    const signed = await this.#store.read();
    if (signed !== undefined) await refuseOther(queryable, tree, this.origin, signed);
    else if (tree.head) throw new SignerForgot(tree.head.size);
    this.#signed = signed;
  }

  /** Signs a head that the caller has grown from the signed one. A crash inside leaves one that is signed again. */
  async sign(text: string, now: Date): Promise<string> {
    if (text !== this.#signed) await this.#store.replace(this.#signed, text);
    this.#signed = text;
    return signNote(text, this.#signer.signers, now);
  }
}

async function refuseOther(
  queryable: Queryable,
  tree: Tree,
  ours: string,
  signed: string,
): Promise<void> {
  const { origin, size, root } = parseCheckpoint(signed);
  if (origin !== ours) throw new LogBegunAnew(ours, origin);
  if (size > tree.size) throw new DatabaseBehind(tree.size, size);
  const found = await rootAt(queryable, size);
  if (!Buffer.from(found).equals(root)) {
    throw new DatabaseForked(size, base64(found), base64(root));
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
