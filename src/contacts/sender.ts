import { upperAscii } from "./ascii.ts";

/** GSM 03.40 allows eleven characters for a sender id that is a name. */
const nameLengthMax = 11;

/** The name or short code that a text message shows as its sender. */
export type Sender = { kind: "sms_sender"; name: string };

/**
 * Reads a text message's sender: a name of up to eleven letters and digits, or a short code of three to six digits.
 * Anyone can send under any name, so upper and lower case make no difference here.
 */
export function readSender(text: string): Sender | undefined {
  const name = canonicalSender(text);
  return name.length <= nameLengthMax && /^[A-Z0-9][A-Z0-9 &_-]*$/.test(name)
    ? { kind: "sms_sender", name }
    : undefined;
}

export function canonicalSender(text: string): string {
  return upperAscii(text.trim());
}
