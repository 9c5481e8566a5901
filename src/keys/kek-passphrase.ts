import { type KeyObject, randomBytes, scrypt } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { type Id, InvalidInput } from "#platform";
import { hashBy } from "./kek-file.ts";
import {
  checkOf,
  isOf,
  type KeyEncryption,
  keyEncryptionBy,
  secretKeyFrom,
} from "./key-encryption.ts";

const keyBytes = 32;
const saltBytes = 32;
const passphraseCharactersMin = 12;

/** RFC 7914's N, r and p. A guess costs an attacker 128 × N × r bytes of memory: 128 MiB. */
const scryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** A key-encryption key that is made of a passphrase each time. The file tells how, and whether it was the right one. */
export const passphraseKek = z.strictObject({
  kind: z.literal("passphrase"),
  scrypt: z.strictObject({
    N: z
      .int()
      .min(2 ** 10)
      .max(2 ** 20),
    r: z.int().min(8).max(16),
    p: z.int().min(1).max(4),
  }),
  salt: z.base64().length(44),
  check: z.base64().length(44),
});

type PassphraseKek = z.infer<typeof passphraseKek>;

export class WrongPassphrase extends InvalidInput {
  constructor(id: Id<"kek">, tried: number) {
    super(
      "wrong_passphrase",
      tried === 0
        ? `${id} opens by a passphrase, but none was given. Put it into a file, readable by you alone, and name it in KEK_PASSPHRASE_FILE.`
        : `No passphrase in KEK_PASSPHRASE_FILE opens ${id} (${tried} tried). Correct the file: one passphrase a line.`,
    );
  }
}

export class WeakPassphrase extends InvalidInput {
  constructor() {
    super(
      "weak_passphrase",
      `The passphrase has under ${passphraseCharactersMin} characters. Give a longer one, such as six random words.`,
    );
  }
}

/** @param cost other than ours only in tests, where nobody guesses */
export async function makePassphraseKek(
  passphrase: string,
  cost = scryptCost,
): Promise<PassphraseKek> {
  if ([...passphrase].length < passphraseCharactersMin) throw new WeakPassphrase();
  const salt = randomBytes(saltBytes).toString("base64");
  const check = await checkOf(hashBy(await stretched(passphrase, salt, cost)));
  return { kind: "passphrase", scrypt: cost, salt, check };
}

/** @param passphrases the first that fits counts, so that an old and a new one can stand side by side */
export async function openPassphraseKek(
  id: Id<"kek">,
  { salt, check, scrypt: cost }: PassphraseKek,
  passphrases: readonly string[],
): Promise<KeyEncryption> {
  for (const passphrase of passphrases) {
    const hash = hashBy(await stretched(passphrase, salt, cost));
    if (await isOf(hash, check)) return keyEncryptionBy(id, hash);
  }
  throw new WrongPassphrase(id, passphrases.length);
}

function stretched(
  passphrase: string,
  salt: string,
  cost: { N: number; r: number; p: number },
): Promise<KeyObject> {
  const maxmem = 256 * cost.N * cost.r; // twice what it takes
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize("NFKC"),
      Buffer.from(salt, "base64"),
      keyBytes,
      { ...cost, maxmem },
      (error, key) => (error ? reject(error) : resolve(secretKeyFrom(key))),
    );
  });
}
