import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { jsonIn } from "#platform";
import { lengthPrefixed } from "./additional-data.ts";
import type { IndexKeys } from "./index-keys.ts";
import type { Signed } from "./keykeeper.ts";
import { KeykeeperRefused } from "./refusals.ts";

/** A blind index's key is named by table and field, with a dot between them: it is never this one. */
const keyName = "acts";
const statementBytesMax = 8_000;
const statementAgeMsMax = 60_000;
const verifiedMax = 10_000;
const statementSchema = z.looseObject({ at: z.iso.datetime() });
/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const privateKeyHead = Buffer.from("302e020100300506032b657004220420", "hex");

type ActKey = { seed: KeyObject; privateKey: KeyObject; publicKey: KeyObject };

/**
 * Signs what clients and staff do, at the time when they do it, by a key that lies wrapped like those of blind indexes:
 * who has the database alone can't make an act up, nor change one.
 */
export class Acts {
  readonly #indexKeys: IndexKeys;
  /** Hashes of evidence that was signed or verified here, so that a contact's is verified once. The least used go first. */
  readonly #verified = new Set<string>();
  #key: ActKey | undefined;

  constructor(indexKeys: IndexKeys) {
    this.#indexKeys = indexKeys;
  }

  /** @throws {KeykeeperRefused} it isn't a statement, or not of now */
  async attest(statement: string, now: Date): Promise<Buffer> {
    const at = timeIn(statement);
    if (!at) throw new KeykeeperRefused("act_invalid");
    if (Math.abs(now.getTime() - at.getTime()) > statementAgeMsMax) {
      throw new KeykeeperRefused("act_old");
    }
    const { privateKey } = await this.#find(now);
    const signature = sign(null, signedBytes(statement), privateKey);
    this.#remember(hashOf({ statement, signature }));
    return signature;
  }

  /** @throws {KeykeeperRefused} it wasn't attested here, or not so */
  async verify(signed: Signed, now: Date): Promise<void> {
    const { statement, signature } = signed;
    if (Buffer.byteLength(statement) > statementBytesMax) {
      throw new KeykeeperRefused("evidence_refused");
    }
    const { publicKey } = await this.#find(now);
    const known = hashOf(signed);
    if (!this.#verified.has(known) && !verify(null, signedBytes(statement), publicKey, signature)) {
      throw new KeykeeperRefused("evidence_refused");
    }
    this.#remember(known);
  }

  #remember(known: string): void {
    this.#verified.delete(known);
    this.#verified.add(known);
    if (this.#verified.size <= verifiedMax) return;
    const [oldest = ""] = this.#verified;
    this.#verified.delete(oldest);
  }

  async #find(now: Date): Promise<ActKey> {
    const seed = await this.#indexKeys.find(keyName, now);
    if (this.#key?.seed === seed) return this.#key;
    if (!this.#key?.seed.equals(seed)) this.#verified.clear();
    this.#key = actKeyFrom(seed);
    return this.#key;
  }
}

function actKeyFrom(seed: KeyObject): ActKey {
  const bytes = seed.export();
  const der = Buffer.concat([privateKeyHead, bytes]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  for (const secret of [bytes, der]) secret.fill(0);
  return { seed, privateKey, publicKey: createPublicKey(privateKey) };
}

function hashOf({ statement, signature }: Signed): string {
  return hash("sha256", lengthPrefixed(statement, signature), "base64");
}

function signedBytes(statement: string): Buffer {
  return Buffer.from(`holdfast/act/1\n${statement}`);
}

/** A statement's time. In another spelling than ours it isn't one: no two programs may read it differently. */
function timeIn(statement: string): Date | undefined {
  if (Buffer.byteLength(statement) > statementBytesMax) return undefined;
  const json = jsonIn(statement);
  const { data } = statementSchema.safeParse(json);
  return data && JSON.stringify(json) === statement ? new Date(data.at) : undefined;
}
