import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "@hono/zod-openapi";
import { type Id, InvalidInput, uuidOf } from "#platform";
import {
  checkOf,
  isOf,
  type KeyEncryption,
  type KeyedHash,
  keyEncryptionBy,
} from "./key-encryption.ts";

const run = promisify(execFile);

const answerWaitMs = 10_000;
const hashBytes = 32;
const path = "/usr/local/bin:/usr/bin:/bin";

/**
 * A key-encryption key that never leaves a PKCS #11 token: a generic secret that may sign (CKM_SHA256_HMAC). It is spoken
 * to by OpenSC's `pkcs11-tool`, a process for each call: a native module would need a build on every machine.
 */
export const pkcs11Kek = z.strictObject({
  kind: z.literal("pkcs11"),
  /** The vendor's library, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  module: z.string().min(1),
  token: z.string().min(1),
  check: z.base64().length(44),
  /** What the library needs to find its own settings, such as `SOFTHSM2_CONF`. */
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()),
});

type Pkcs11Kek = z.infer<typeof pkcs11Kek>;

/** Which token, and how to reach it. */
export type TokenPlace = Pick<Pkcs11Kek, "module" | "token" | "environment">;

export class TokenRefused extends InvalidInput {
  readonly isPin: boolean;
  constructor(token: string, reason: string) {
    super(
      "token_refused",
      `The token ${token} did not answer (${reason}). Check that it is plugged in, that pkcs11-tool (package opensc) is installed, and the PIN in KEK_PIN_FILE.`,
    );
    this.isPin = reason.startsWith("CKR_PIN_");
  }
}

/** Makes the key on the token; nobody ever has its bytes. */
export async function makePkcs11Kek(
  id: Id<"kek">,
  place: TokenPlace,
  pin: string,
): Promise<Pkcs11Kek> {
  const use = ["--label", id, "--sensitive", "--private", "--usage-sign"];
  await callToken(id, place, pin, ["--keygen", "--key-type", `GENERIC:${hashBytes}`, ...use]);
  return { kind: "pkcs11", ...place, check: await checkOf(hashOn(id, place, pin)) };
}

/** @throws {TokenRefused} also when the token holds another key by this id */
export async function openPkcs11Kek(
  id: Id<"kek">,
  { check, ...place }: Pkcs11Kek,
  pin: string,
): Promise<KeyEncryption> {
  const hash = hashOn(id, place, pin);
  if (!(await isOf(hash, check))) throw new TokenRefused(place.token, `another key is ${id}`);
  return keyEncryptionBy(id, hash);
}

/** One call at a time: a token is a slow device with few sessions. */
function hashOn(id: Id<"kek">, place: TokenPlace, pin: string): KeyedHash {
  const words = ["--sign", "--mechanism", "SHA256-HMAC"];
  let last: Promise<unknown> = Promise.resolve();
  let refusedPin: unknown;
  return (input) => {
    const answer = last.then(() => {
      if (refusedPin !== undefined) throw refusedPin; // some more tries would lock the token
      return callToken(id, place, pin, words, input);
    });
    last = answer.catch((error) => {
      if (error instanceof TokenRefused && error.isPin) refusedPin = error;
    });
    return answer.then((hash) => {
      if (hash.length === hashBytes) return hash;
      throw new TokenRefused(place.token, `${hash.length} bytes`);
    });
  };
}

/** The PIN goes by the environment: a process's words are shown to every user of the machine, its environment isn't. */
async function callToken(
  id: Id<"kek">,
  { module, token, environment }: TokenPlace,
  pin: string,
  words: string[],
  input: Uint8Array = Buffer.alloc(0),
): Promise<Buffer> {
  // By id and never by label: asked for a label that it doesn't have, the tool signs with some other key.
  const key = ["--module", module, "--token-label", token, "--id", uuidOf(id).replaceAll("-", "")];
  const login = ["--login", "--pin", "env:HOLDFAST_TOKEN_PIN"];
  const called = run("pkcs11-tool", [...key, ...login, ...words], {
    env: { ...environment, PATH: path, HOLDFAST_TOKEN_PIN: pin },
    encoding: "buffer",
    timeout: answerWaitMs,
  });
  called.child.stdin?.on("error", () => {}); // it ended before it read all: its exit code says so
  called.child.stdin?.end(input);
  try {
    return (await called).stdout;
  } catch (error) {
    throw new TokenRefused(token, reasonIn(error));
  }
}

/** PKCS #11's own word for what is wrong; the rest of what the tool says may tell more than a log should hold. */
function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const said = "stderr" in error ? String(error.stderr) : "";
  const word = /\bCKR_[A-Z_]+/.exec(said)?.[0];
  return word ?? ("code" in error ? String(error.code) : "no answer");
}
