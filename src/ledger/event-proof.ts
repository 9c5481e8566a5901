import type { Actor, Id } from "#platform";
import type { ActorPart, EventParts } from "./encoding.ts";

/** Room for 64 signatures and for the event's details. */
export const eventProofBytesMax = 1024 * 1024;
const int32Max = 2 ** 31 - 1;

/**
 * An event with what proves it, as a person keeps it: the event with all that is hashed of it, its salt, and a
 * `.tlog-proof` of the commitment. Whoever has it can show that the event happened, and what it says.
 */
export type EventProof = {
  event: EventParts;
  salt: Uint8Array;
  /** C2SP tlog-proof, verbatim. */
  proof: string;
};

/** Why a text is no proof of an event: `not_a_proof`, or `changed` for one that isn't as it was written. */
export class NotAProof extends Error {
  override readonly name = "NotAProof";
  readonly code: "not_a_proof" | "changed";
  constructor(code: "not_a_proof" | "changed", message: string) {
    super(message);
    this.code = code;
  }
}

/** The file. What stands in it is hashed, or is the salt, or is verified with the proof: nothing else is in it. */
export function printEventProof({ event, salt, proof }: EventProof): string {
  const file = {
    holdfast_proof: 1,
    event: {
      id: event.id,
      kind: event.kind,
      kind_version: event.kindVersion,
      occurred_at: event.occurredAt.toISOString(),
      client: event.client,
      actor: printedActor(event.actorPart),
      field: event.field,
      version: event.version,
      ticket: event.ticket,
      purpose: event.purpose,
      decision: event.decision,
      details: event.details,
      instance: event.instance,
      instance_seq: event.instanceSeq,
      client_seq: event.clientSeq,
      previous_leaf: event.previousLeaf && base64(event.previousLeaf),
    },
    salt: base64(salt),
    proof,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads what `printEventProof` prints, and nothing else: another spelling of the same values is refused too, so that
 * no two programs can read one file differently. Nothing is verified.
 * @throws {NotAProof}
 */
export function parseEventProof(source: Uint8Array): EventProof {
  const text = decoded(source);
  const { holdfast_proof: version, event, salt, proof } = record(parsed(text));
  if (version !== 1) refuse("It doesn't begin with holdfast_proof 1.");
  const read = { event: eventIn(record(event)), salt: hashIn(salt), proof: textIn(proof) };
  // tlog-proof: "Applications MUST NOT implicitly trust the extra data". There is none in ours.
  if (!/^[^\n]+\nindex /.test(read.proof)) refuse("Its proof has extra data.");
  if (printEventProof(read) === text) return read;
  throw new NotAProof(
    "changed",
    "The file isn't as it was written. Use the one that you were given.",
  );
}

function eventIn(json: Json): EventParts {
  const occurredAt = new Date(textIn(json.occurred_at));
  if (Number.isNaN(occurredAt.getTime())) refuse("It has no time.");
  return {
    id: idIn("event", json.id),
    kind: textIn(json.kind),
    kindVersion: numberIn(json.kind_version),
    occurredAt,
    actorPart: actorIn(record(json.actor)),
    details: textIn(json.details),
    instance: numberIn(json.instance),
    instanceSeq: numberIn(json.instance_seq, Number.MAX_SAFE_INTEGER),
    ...given("client", json.client, (value) => idIn("client", value)),
    ...given("field", json.field, textIn),
    ...given("version", json.version, (value) => numberIn(value)),
    ...given("ticket", json.ticket, (value) => idIn("ticket", value)),
    ...given("purpose", json.purpose, textIn),
    ...given("decision", json.decision, decisionIn),
    ...given("clientSeq", json.client_seq, (value) => numberIn(value)),
    ...given("previousLeaf", json.previous_leaf, hashIn),
  };
}

function printedActor(part: ActorPart): Json {
  if ("commitment" in part) return { commitment: base64(part.commitment) };
  return { ...part.actor, salt: base64(part.salt) };
}

function actorIn({ commitment, is, id, salt }: Json): ActorPart {
  if (commitment !== undefined) return { commitment: hashIn(commitment) };
  return { actor: knownActor(is, id), salt: hashIn(salt) };
}

function knownActor(is: unknown, id: unknown): Actor {
  if (is === "client") return { is, id: idIn("client", id) };
  if (is === "staff") return { is, id: idIn("staff", id) };
  return is === "system" ? { is } : refuse("It doesn't say who acted.");
}

type Json = Record<string, unknown>;

function decoded(source: Uint8Array): string {
  if (source.length > eventProofBytesMax) refuse(`It is over ${eventProofBytesMax} bytes long.`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(source);
  } catch {
    return refuse("It isn't text.");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("It isn't JSON.");
  }
}

function record(value: unknown): Json {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Json) : refuse("A part of it is missing.");
}

function given<Name extends string, Value>(
  name: Name,
  value: unknown,
  read: (value: unknown) => Value,
): { [Given in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: read(value) } as { [Given in Name]: Value });
}

/** An empty text would be hashed like none, and a lone surrogate like another character: neither is ever written. */
function textIn(value: unknown): string {
  const isText = typeof value === "string" && value !== "" && value.isWellFormed();
  return isText ? value : refuse("A text in it is missing.");
}

function numberIn(value: unknown, max = int32Max): number {
  const isNumber = typeof value === "number" && Number.isInteger(value);
  return isNumber && 0 <= value && value <= max ? value : refuse("A number in it is missing.");
}

function decisionIn(value: unknown): "allow" | "deny" {
  return value === "allow" || value === "deny" ? value : refuse("Its decision is unknown.");
}

/** The first letter stands for three bits: a later letter would be another spelling of the same id. */
function idIn<Prefix extends string>(prefix: Prefix, value: unknown): Id<Prefix> {
  const isId =
    typeof value === "string" &&
    value.startsWith(`${prefix}_`) &&
    /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(value.slice(prefix.length + 1));
  return isId ? (value as Id<Prefix>) : refuse(`It has no id of the kind ${prefix}.`);
}

/** 32 bytes. */
function hashIn(value: unknown): Uint8Array {
  const isHash = typeof value === "string" && /^[A-Za-z0-9+/]{43}=$/.test(value);
  if (!isHash) return refuse("A hash in it is missing.");
  return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function refuse(message: string): never {
  throw new NotAProof("not_a_proof", `This is no proof of an event. ${message}`);
}
