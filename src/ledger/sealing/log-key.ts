import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "#platform";
import { type Signer, signerFrom } from "#tlog";

/**
 * The log's name and its private keys, PKCS #8 PEM. The name begins every checkpoint; whoever has the keys can sign
 * any history, so they stay with the sealer. tlog-tiles: "public logs MUST carry at least one Ed25519 signature".
 */
const logKeySchema = z.strictObject({
  origin: z.string().regex(/^[^\s+]{1,200}$/),
  ed25519: z.string(),
  "ml-dsa-44": z.string(),
});

type LogKey = z.infer<typeof logKeySchema>;

/** Who signs checkpoints: the log's name and a signer for each algorithm. */
export type LogSigner = { origin: string; signers: readonly Signer[] };

class LogKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super("log_key_invalid", `${file} isn't a log's key. Make one with: holdfast log key ORIGIN`);
  }
}

/** New private keys for a log, one of each algorithm, in PEM. Nothing keeps them but who is given them. */
export function makeLogKey(origin: string): LogKey {
  const ed25519 = pem(generateKeyPairSync("ed25519").privateKey);
  const mlDsa44 = pem(generateKeyPairSync("ml-dsa-44").privateKey);
  return logKeySchema.parse({ origin, ed25519, "ml-dsa-44": mlDsa44 });
}

/** @throws {LogKeyInvalid} */
export function logSignerFrom(json: unknown, file: string): LogSigner {
  try {
    const key = logKeySchema.parse(json);
    return {
      origin: key.origin,
      signers: [
        signerFrom(key.origin, "ed25519", createPrivateKey(key.ed25519)),
        signerFrom(key.origin, "ml-dsa-44-cosignature", createPrivateKey(key["ml-dsa-44"])),
      ],
    };
  } catch {
    throw new LogKeyInvalid(file);
  }
}

function pem(key: KeyObject): string {
  return key.export({ format: "pem", type: "pkcs8" }).toString();
}
