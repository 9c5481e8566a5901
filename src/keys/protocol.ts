import { z } from "@hono/zod-openapi";
import { HoldfastError, idSchema, type Refusal } from "#platform";
import { frameBytesMax } from "./frame.ts";
import type { Encrypted, Keykeeper } from "./keykeeper.ts";
import { fieldKinds } from "./kind.ts";

/** How many values are encrypted for one frame, beside what `bytesOf` says of them. */
const valuesMax = 1_000;
const restBytesMax = 500; // of a value: its place and kind, or its index and fingerprint, and the names of all that

/** What both ends say first. Another version is refused: a keykeeper and its callers are upgraded together. */
export const hello = { holdfast: "keykeeper", version: 1 } as const;

export const helloSchema = z.strictObject({
  holdfast: z.literal(hello.holdfast),
  version: z.literal(hello.version),
});

const name = z.string().regex(/^[a-z][a-z0-9_.]{0,79}$/);
const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));
const number = z.int().nonnegative();

const location = { table: name, field: name };
const place = { ...location, client: idSchema("client"), version: z.int().positive() };
const valued = { kind: z.enum(fieldKinds), value: z.string() };

const indexable = z.strictObject({ ...location, ...valued });
const fingerprinted = z.strictObject({
  ...{ ...location, client: idSchema("client") },
  value: valued.value,
});

const signed = { statement: z.string(), signature: bytes };
const evidence = z
  .strictObject({ ...signed, second: z.strictObject(signed).optional() })
  .optional();
const reading = { ...place, event: idSchema("event"), ciphertext: bytes, evidence };
const test = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("equals"), value: z.string() }),
  z.strictObject({ is: z.literal("at_least"), amount: z.number() }),
]);

const requestSchema = z.discriminatedUnion("act", [
  z.strictObject({
    number,
    act: z.literal("encrypt"),
    values: z
      .array(z.strictObject({ ...place, ...valued, known: bytes.optional() }))
      .max(valuesMax),
  }),
  z.strictObject({ number, act: z.literal("index"), ...indexable.shape }),
  z.strictObject({ number, act: z.literal("indexes"), values: z.array(indexable).max(valuesMax) }),
  z.strictObject({
    number,
    act: z.literal("fingerprints"),
    values: z.array(fingerprinted).max(valuesMax),
  }),
  z.strictObject({ number, act: z.literal("decrypt"), ...reading }),
  z.strictObject({ number, act: z.literal("test"), ...reading, kind: valued.kind, test }),
  z.strictObject({ number, act: z.literal("attest"), statement: z.string() }),
  z.strictObject({
    number,
    act: z.literal("shred"),
    client: idSchema("client"),
    event: idSchema("event"),
  }),
  z.strictObject({ number, act: z.literal("ready") }),
]);

export type Request = z.infer<typeof requestSchema>;

const refusals = [
  "invalid",
  "not_found",
  "forbidden",
  "conflict",
  "too_large",
  "too_many",
  "unavailable",
] as const satisfies readonly Refusal[];

const encrypted = z.strictObject({
  ciphertext: bytes,
  mask: z.string(),
  index: bytes.exactOptional(),
  fingerprint: bytes,
});

const answerSchema = z.discriminatedUnion("is", [
  z.strictObject({
    number,
    is: z.literal("done"),
    encrypted: z.array(encrypted.nullable()).optional(),
    value: z.string().optional(),
    index: bytes.optional(),
    hashes: z.array(bytes.nullable()).optional(),
    holds: z.boolean().optional(),
    signature: bytes.optional(),
  }),
  z.strictObject({
    number,
    is: z.literal("refused"),
    code: z.string(),
    refusal: z.enum(refusals),
    message: z.string(),
  }),
  z.strictObject({ number, is: z.literal("failed") }),
]);

export type Answer = z.infer<typeof answerSchema>;

/** A refusal that came over the socket, with the code that it had there. */
export class RemoteRefusal extends HoldfastError {
  readonly code: string;
  readonly refusal: Refusal;
  constructor({ code, refusal, message }: Extract<Answer, { is: "refused" }>) {
    super(message);
    this.code = code;
    this.refusal = refusal;
  }
}

/** Values in portions that go in a frame each, and their answers too. */
export function* inFrames<Valued extends { value: string }>(
  requests: readonly Valued[],
): Generator<Valued[]> {
  let values: Valued[] = [];
  let bytes = 0;
  for (const request of requests) {
    const own = bytesOf(request);
    if (values.length === valuesMax || (values.length > 0 && bytes + own > frameBytesMax)) {
      yield values;
      values = [];
      bytes = 0;
    }
    values.push(request);
    bytes += own;
  }
  if (values.length > 0) yield values;
}

/** JSON writes one unit of text in six bytes at most, and a ciphertext's in four. */
function bytesOf({ value }: { value: string }): number {
  return value.length * 6 + restBytesMax;
}

export function readRequest(message: unknown): Request {
  return requestSchema.parse(message);
}

export function readAnswer(message: unknown): Answer {
  return answerSchema.parse(message);
}

/**
 * Answers one request. Of an error that isn't a refusal nothing goes over the socket: `onFailure` is told.
 * @returns the answer as it is sent
 */
export async function answerTo(
  keykeeper: Keykeeper,
  request: Request,
  onFailure: (error: unknown) => void,
): Promise<object> {
  const { number } = request;
  try {
    return { number, is: "done", ...(await done(keykeeper, request)) };
  } catch (error) {
    if (error instanceof HoldfastError) {
      const { code, refusal, message } = error;
      return { number, is: "refused", code, refusal, message };
    }
    onFailure(error);
    return { number, is: "failed" };
  }
}

async function done(keykeeper: Keykeeper, request: Request): Promise<object> {
  switch (request.act) {
    case "encrypt":
      return { encrypted: (await keykeeper.encryptChanged(request.values)).map(asSent) };
    case "index": {
      const index = await keykeeper.blindIndex(request);
      return index ? { index: base64(index) } : {};
    }
    case "indexes":
      return { hashes: (await keykeeper.blindIndexes(request.values)).map(hashAsSent) };
    case "fingerprints":
      return { hashes: (await keykeeper.fingerprints(request.values)).map(hashAsSent) };
    case "decrypt":
      return { value: await keykeeper.decrypt(request) };
    case "test":
      return { holds: await keykeeper.test(request) };
    case "attest":
      return { signature: base64(await keykeeper.attest(request.statement)) };
    case "shred":
      await keykeeper.shred(request);
      return {};
    case "ready":
      await keykeeper.ready();
      return {};
  }
}

function asSent(encrypted: Encrypted | undefined): object | null {
  if (!encrypted) return null;
  const { ciphertext, mask, index, fingerprint } = encrypted;
  return {
    ciphertext: base64(ciphertext),
    mask,
    ...(index && { index: base64(index) }),
    fingerprint: base64(fingerprint),
  };
}

function hashAsSent(hash: Uint8Array | undefined): string | null {
  return hash ? base64(hash) : null;
}

export function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
