/**
 * Why this library refuses something. Stable: callers decide by the code, never by the message.
 *
 * - `malformed`: it isn't in the format that its specification describes.
 * - `too_large`: it is over a limit that stands at the top of the file that refuses it.
 * - `unsupported_key`: a signature type that this library doesn't know.
 * - `proof_wrong`: hashes don't add up to the root that they should prove.
 * - `signature_wrong`: a signature that claims a known key isn't by that key.
 * - `untrusted`: nothing that is known signed it, or not enough of what is known.
 */
export type RefusalCode =
  | "malformed"
  | "too_large"
  | "unsupported_key"
  | "proof_wrong"
  | "signature_wrong"
  | "untrusted";

/** Thrown for everything that comes from outside and can't be accepted. Anything else thrown is a bug. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function refuse(code: RefusalCode, message: string): never {
  throw new Refused(code, message);
}
