import { hash } from "node:crypto";
import { type Id, idBytes, idFrom } from "#platform";

/** That somebody signed a certificate, as the keykeeper attests it. */
export type ScopeSigned = {
  act: "scope_signed";
  at: string;
  scope: Id<"scope">;
  /** The certificate's hash, in base64. */
  certificate: string;
  signer: Id<"signer">;
};

export function signingStatement({ at, scope, certificate, signer }: Omit<ScopeSigned, "act">) {
  const act: ScopeSigned = { act: "scope_signed", at, scope, certificate, signer };
  return JSON.stringify(act);
}

/**
 * What somebody is called who signs a certificate: the same for the same person, another in each certificate. Without the
 * certificate's seed it says nothing; with it, anybody can check who it was.
 */
export function signerOf(seed: Uint8Array, staff: Id<"staff">): Id<"signer"> {
  const name = salted("signer", seed, idBytes(staff)).subarray(0, 16);
  return idFrom("signer", name.toString("hex"));
}

/** What stands for a sample in its certificate, from the SHA-256 of its bytes. */
export function sampleCommitment(seed: Uint8Array, digest: Uint8Array): Buffer {
  return salted("sample", seed, digest);
}

function salted(purpose: "signer" | "sample", seed: Uint8Array, value: Uint8Array): Buffer {
  return hash("sha256", Buffer.concat([seed, Buffer.from(purpose), value]), "buffer");
}
