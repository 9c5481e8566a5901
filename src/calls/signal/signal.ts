import { z } from "@hono/zod-openapi";

/** What browsers make for one line of sound has 2,000 to 4,000 letters. */
const descriptionLettersMax = 10_000;
const candidateLettersMax = 400;

/**
 * A description of sound and nothing else, encrypted (RFC 8866, RFC 8829): one line of audio over DTLS-SRTP with a fingerprint.
 * What would be a picture, a file or open sound is refused.
 */
const description = z
  .string()
  .max(descriptionLettersMax)
  .regex(/^v=0\r\n(?:[a-z]=[\x20-\x7e]*\r\n)+$/)
  .refine((text) => (text.match(/^m=/gm) ?? []).length === 1, "has one line of media")
  .refine((text) => /^m=audio \d+ UDP\/TLS\/RTP\/SAVPF /m.test(text), "is sound by DTLS-SRTP")
  .refine((text) => /^a=fingerprint:sha-(?:256|384|512) /m.test(text), "has a fingerprint")
  .transform(withoutAddresses);

/** A way to reach a page (RFC 8839). */
const candidate = z
  .string()
  .max(candidateLettersMax)
  .regex(/^(?:candidate:[\x20-\x7e]+)?$/);

/** What one page of a leg tells the other, so that they connect. */
export const signalSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("offer"), sdp: description }),
  z.strictObject({ is: z.literal("answer"), sdp: description }),
  z.strictObject({
    is: z.literal("candidate"),
    candidate,
    place: z.number().int().min(0).max(0).nullable(),
    name: z.string().max(256).nullable(),
  }),
  /** The network changed: the side that offers is to offer anew. */
  z.strictObject({ is: z.literal("restart") }),
]);

export type Signal = z.output<typeof signalSchema>;

/**
 * Whether a way may be told to the other side. Where sound goes through a relay, only ways through it are: a client's own address
 * is nobody's to see.
 */
export function isTold(signal: Signal, isRelayed: boolean): boolean {
  if (signal.is !== "candidate" || signal.candidate === "" || !isRelayed) return true;
  return /^candidate:\S+ \d+ \S+ \d+ \S+ \d+ typ relay\b/.test(signal.candidate);
}

/** A way through a relay without the address that it relays for. */
export function withoutOrigin(signal: Signal): Signal {
  if (signal.is !== "candidate") return signal;
  const told = signal.candidate.replace(/ raddr \S+ rport \d+/, " raddr 0.0.0.0 rport 0");
  return { ...signal, candidate: told };
}

/** Ways to reach a page are told one by one: a description says none. */
function withoutAddresses(text: string): string {
  return text
    .replace(/^a=(?:candidate|remote-candidates):.*\r\n/gm, "")
    .replace(/^a=rtcp:.*\r\n/gm, "a=rtcp:9 IN IP4 0.0.0.0\r\n")
    .replace(/^c=.*\r\n/gm, "c=IN IP4 0.0.0.0\r\n")
    .replace(/^o=(\S+ \d+ \d+) .*\r\n/gm, "o=$1 IN IP4 127.0.0.1\r\n")
    .replace(/^m=audio \d+ /m, "m=audio 9 ");
}
