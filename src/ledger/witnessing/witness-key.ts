import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "#platform";
import { printKey, type Signer, signerFrom } from "#tlog";
import { accepted } from "./accepted.ts";

/** A witness's name and its private keys, PKCS #8 PEM. Whoever has them can vouch for any history. */
const witnessKeySchema = z.strictObject({
  name: z.string(),
  ed25519: z.string(),
  "ml-dsa-44": z.string().optional(),
});

export type WitnessKey = z.infer<typeof witnessKeySchema>;

export class WitnessKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "witness_key_invalid",
      `${file} isn't a witness's key. Make one with: holdfast witness key NAME --key FILE --state FILE`,
    );
  }
}

/** New keys for Ed25519 and ML-DSA-44. @throws {InvalidInput} `witness_name_invalid` */
export function makeWitnessKey(name: string): WitnessKey {
  const key = {
    name,
    ed25519: pem(generateKeyPairSync("ed25519").privateKey),
    "ml-dsa-44": pem(generateKeyPairSync("ml-dsa-44").privateKey),
  };
  const remedy = "Give a name such as witness.example.com/one.";
  accepted("witness_name_invalid", remedy, () => signersOf(key));
  return key;
}

/** The cosigners of a key file, Ed25519 first. @throws {WitnessKeyInvalid} */
export function readWitnessKey(json: unknown, file: string): readonly Signer[] {
  try {
    return signersOf(witnessKeySchema.parse(json));
  } catch {
    throw new WitnessKeyInvalid(file);
  }
}

export function signersOf({ name, ed25519, "ml-dsa-44": mlDsa44 }: WitnessKey): readonly Signer[] {
  const first = signerFrom(name, "ed25519-cosignature", createPrivateKey(ed25519));
  if (mlDsa44 === undefined) return [first];
  return [first, signerFrom(name, "ml-dsa-44-cosignature", createPrivateKey(mlDsa44))];
}

/**
 * The witness's lines for the policy file of a log. tlog-policy gives each key a line: the group counts as one witness
 * whichever of its keys cosigned.
 */
export function policyLines(signers: readonly Signer[]): string {
  const named = signers.map(({ key }) => ({ name: `${key.name}/${key.type}`, key }));
  const lines = named.map(({ name, key }) => `witness ${name} ${printKey(key)} URL`);
  const members = named.map(({ name }) => name).join(" ");
  return `${lines.join("\n")}\ngroup ${signers[0]?.key.name} any ${members}\n`;
}

function pem(key: KeyObject): string {
  return key.export({ format: "pem", type: "pkcs8" }).toString();
}
