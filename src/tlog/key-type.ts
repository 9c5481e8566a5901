/**
 * The signature types of signed-note, "Signature types", that this library signs and verifies.
 *
 * - `ed25519`: over the note's text. For logs.
 * - `ed25519-cosignature`: over the text and a time, tlog-cosignature. For witnesses.
 * - `ml-dsa-44-cosignature`: over a tree head, the cosigner's name and a time, tlog-cosignature. For both.
 */
export type KeyType = "ed25519" | "ed25519-cosignature" | "ml-dsa-44-cosignature";

type Form = {
  /** The "signature type identifier byte". */
  byte: number;
  publicBytes: number;
  signatureBytes: number;
  /** The signature is a `timestamped_signature`: eight bytes of time stand before it. */
  isTimestamped: boolean;
  /** The signature covers the whole text; otherwise a checkpoint's origin, size and root only. */
  coversText: boolean;
  /** DER of a SubjectPublicKeyInfo up to the key itself: RFC 8410 section 4, RFC 9881 section 4. */
  spkiStart: readonly number[];
};

const spkiOfEd25519 = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
// 1,330 bytes: the object identifier 2.16.840.1.101.3.4.3.17 (id-ml-dsa-44), then a bit string of 1,312 bytes.
const idOfMlDsa44 = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x11];
const spkiOfMlDsa44 = [
  0x30,
  0x82,
  0x05,
  0x32,
  0x30,
  0x0b,
  ...idOfMlDsa44,
  0x03,
  0x82,
  0x05,
  0x21,
  0x00,
];

export const keyForms: Readonly<Record<KeyType, Form>> = {
  ed25519: {
    byte: 0x01,
    publicBytes: 32,
    signatureBytes: 64,
    isTimestamped: false,
    coversText: true,
    spkiStart: spkiOfEd25519,
  },
  "ed25519-cosignature": {
    byte: 0x04,
    publicBytes: 32,
    signatureBytes: 64,
    isTimestamped: true,
    coversText: true,
    spkiStart: spkiOfEd25519,
  },
  "ml-dsa-44-cosignature": {
    byte: 0x06,
    publicBytes: 1312,
    signatureBytes: 2420,
    isTimestamped: true,
    coversText: false,
    spkiStart: spkiOfMlDsa44,
  },
};

export function keyTypeOf(byte: number | undefined): KeyType | undefined {
  const types: KeyType[] = ["ed25519", "ed25519-cosignature", "ml-dsa-44-cosignature"];
  return types.find((type) => keyForms[type].byte === byte);
}
