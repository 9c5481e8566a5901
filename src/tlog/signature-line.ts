import { parseBase64, printBase64 } from "./base64.ts";
import { checkName, printId } from "./key-line.ts";
import { refuse } from "./refusal.ts";

const idBytes = 4;
/** signed-note, "Format": "post-quantum signatures can be up to nearly 5kB in size". */
export const signatureBytesMax = 8 * 1024;

/** Who says to have signed, and with what; nothing is verified yet. */
export type SignatureLine = { name: string; id: string; signature: Uint8Array };

/** signed-note, "Format": "em dash (U+2014), space (U+0020), key name, space, base64-encoded signature"; no newline. */
export function printSignatureLine({ name, id, signature }: SignatureLine): string {
  const isId = /^[0-9a-f]{8}$/.test(id);
  if (!isId) refuse("malformed", "The id of a key isn't eight hexadecimal digits.");
  const bytes = [0, 2, 4, 6].map((place) => Number.parseInt(id.slice(place, place + 2), 16));
  return `— ${checkName(name)} ${printBase64(Uint8Array.of(...bytes, ...checkLength(signature)))}`;
}

/** Throws `malformed` or `too_large` for everything that `printSignatureLine` doesn't print. */
export function parseSignatureLine(line: string): SignatureLine {
  const [dash, name = "", encoded = "", ...more] = line.split(" ", 4);
  if (dash !== "—" || more.length > 0) {
    refuse("malformed", "A signature line of the note isn't an em dash, a name and a signature.");
  }
  const bytes = parseBase64(encoded, "signature");
  const id = printId(bytes.subarray(0, idBytes));
  return { name: checkName(name), id, signature: checkLength(bytes.slice(idBytes)) };
}

function checkLength(signature: Uint8Array): Uint8Array {
  const { length } = signature;
  // "Signatures are the base64 encoding of 4+n bytes."
  if (length === 0) refuse("malformed", "A signature line has no signature after the key id.");
  if (length <= signatureBytesMax) return signature;
  return refuse(
    "too_large",
    `The signature has ${length} bytes; up to ${signatureBytesMax} count.`,
  );
}
