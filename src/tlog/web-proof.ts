import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { type Claim, checkCovered, claimsIn, refuseForged } from "./claim.ts";
import { checkHash, type Hash, isSame } from "./hash.ts";
import type { TreeHead } from "./inclusion.ts";
import { sidesOf } from "./inclusion-sides.ts";
import type { KeyLine } from "./key-line.ts";
import { type KeyType, keyForms } from "./key-type.ts";
import { parseNote } from "./note.ts";
import { judgeByPolicy, keysOf, type Witnessed } from "./policy.ts";
import { readPolicy } from "./policy-parsing.ts";
import { type ProofFile, parseProofFile } from "./proof-file.ts";
import { refuse } from "./refusal.ts";
import { checkSize } from "./size.ts";
import type { TextSource } from "./text.ts";

/** The part of Web Crypto that is used: `crypto.subtle`. */
export type Subtle = Pick<SubtleCrypto, "digest" | "importKey" | "verify">;

/** What a proof file shows. */
export type WebProven = {
  index: number;
  checkpoint: Checkpoint;
  witnessed: Witnessed<KeyLine>[];
  /** Whose signatures couldn't be checked, as this Web Crypto hasn't their algorithm: they don't count. */
  unchecked: KeyLine[];
};

/**
 * `verifyProofFile` for a browser: nothing that it uses needs node:crypto. It takes the entry, not its leaf hash.
 * Throws what is missing.
 */
export async function verifyProofInWeb(
  subtle: Subtle,
  source: TextSource,
  entry: Uint8Array,
  policySource: TextSource,
): Promise<WebProven> {
  const policy = readPolicy(policySource);
  const file = parseProofFile(source);
  const note = parseNote(file.signed);
  const checkpoint = parseCheckpoint(note.text);
  const claims = claimsIn(note, keysOf(policy));
  const checks = await Promise.all(claims.map((claim) => isGood(subtle, claim)));
  const verified = claims.filter((_, place) => checks[place]);
  checkCovered(checkpoint, verified);
  const witnessed = judgeByPolicy(checkpoint, verified, policy);
  await verifyInclusion(subtle, entry, file, checkpoint);
  const unchecked = claims.filter((_, place) => checks[place] === undefined).map(({ key }) => key);
  return { index: file.index, checkpoint, witnessed, unchecked };
}

const algorithms: Readonly<Record<KeyType, string>> = {
  ed25519: "Ed25519",
  "ed25519-cosignature": "Ed25519",
  "ml-dsa-44-cosignature": "ML-DSA-44",
};

/** Throws `signature_wrong` for a signature that isn't good; undefined when it can't be checked here. */
async function isGood(
  subtle: Subtle,
  { key, message, signature }: Claim<KeyLine>,
): Promise<true | undefined> {
  const algorithm = algorithms[key.type];
  const spki = Uint8Array.of(...keyForms[key.type].spkiStart, ...key.bytes);
  try {
    const publicKey = await subtle.importKey("spki", spki, algorithm, false, ["verify"]);
    const isOurs = await subtle.verify(algorithm, publicKey, own(signature), own(message));
    return isOurs || refuseForged(key);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotSupportedError") return undefined;
    throw error;
  }
}

/** RFC 9162 section 2.1.3.2. */
async function verifyInclusion(
  subtle: Subtle,
  entry: Uint8Array,
  { index, proof }: ProofFile,
  { size, root }: TreeHead,
): Promise<void> {
  if (checkSize(index, "leaf index") >= size) {
    refuse("malformed", `The leaf index ${index} is outside the tree of ${size} leaves.`);
  }
  const sides = sidesOf(index, size, proof.length);
  let hash = await hashOf(subtle, 0x00, entry);
  for (const [step, sibling] of proof.entries()) {
    checkHash(sibling, "hash in the proof");
    const [left, right] = sides[step] === "left" ? [sibling, hash] : [hash, sibling];
    hash = await hashOf(subtle, 0x01, left, right);
  }
  if (!isSame(hash, root)) refuse("proof_wrong", "The proof misses the root.");
}

/** RFC 9162 section 2.1.1: the prefix tells leaves from nodes. */
async function hashOf(subtle: Subtle, prefix: number, ...parts: Uint8Array[]): Promise<Hash> {
  const input = Uint8Array.of(prefix, ...parts.flatMap((part) => [...part]));
  return new Uint8Array(await subtle.digest("SHA-256", input));
}

/** Web Crypto takes no part of a shared buffer. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
