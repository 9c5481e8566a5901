import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput, readTextFile, writeNewFile } from "#platform";

export class ReceiptKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "receipt_key_invalid",
      `${file} isn't an Ed25519 private key in PEM. Put the right file there; if it is lost, remove it and a new key is made.`,
    );
  }
}

/** The key that signs receipts, made when there is none. */
export async function openReceiptKey(file: string): Promise<KeyObject> {
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeNewFile(file, privateKey.export({ format: "pem", type: "pkcs8" }).toString(), 0o600);
  }
  try {
    const key = createPrivateKey(await readTextFile(file));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
  }
  throw new ReceiptKeyInvalid(file);
}

/** The public half, SPKI DER in base64: what receipts are checked with. */
export function publicReceiptKey(key: KeyObject): string {
  return createPublicKey(key as never)
    .export({ format: "der", type: "spki" })
    .toString("base64");
}
