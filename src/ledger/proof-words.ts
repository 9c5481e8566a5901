import { type Checkpoint, Refused } from "#tlog";
import type { EventParts } from "./encoding.ts";
import { NotAProof } from "./event-proof.ts";

/** What a proof of an event shows, whoever verified it. */
export type Shown = {
  event: EventParts;
  index: number;
  checkpoint: Checkpoint;
  /** `timestamp` in seconds since 1970; 0 when the witness says nothing of when. */
  witnessed: readonly { witness: { name: string }; timestamp: number }[];
  /** Keys whose signatures couldn't be checked. */
  unchecked: readonly { name: string }[];
};

/** Gives a sentence of the catalogue, by its key without `verify.`, with values in their places. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** What a proof says, as names and values. It runs in the page too, and uses nothing of Node. */
export function rowsOf(
  { event, index, checkpoint, witnessed }: Shown,
  words: Words,
): [name: string, value: string][] {
  const { kind, kindVersion: version } = event;
  const place = { number: index + 1, size: checkpoint.size, log: checkpoint.origin };
  const rows: [key: string, value: string | number | undefined][] = [
    ["what", words("what.value", { kind, version })],
    ["when", words("when.value", { at: inUtc(event.occurredAt) })],
    ["id", event.id],
    ["client", event.client],
    ["who", who(event, words)],
    ["field", event.field],
    ["version", event.version],
    ["ticket", event.ticket],
    ["purpose", event.purpose],
    ["decision", event.decision && words(`decision.${event.decision}`)],
    ["details", event.details === "{}" ? undefined : event.details],
    ["place", words("place.value", place)],
    ["seen", seen(witnessed, words)],
  ];
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [[words(key), `${value}`]]));
}

/** What it shows beyond doubt, as sentences. */
export function proves({ witnessed }: Shown, words: Words): string[] {
  return [
    words("proves.held"),
    ...(witnessed.some(({ timestamp }) => isTime(timestamp)) ? [words("proves.seen")] : []),
  ];
}

/** What somebody might take it to show, and it doesn't. */
export function provesNot({ event, witnessed, unchecked }: Shown, words: Words): string[] {
  const { clientSeq: number } = event;
  const names = [...new Set(unchecked.map(({ name }) => name))];
  return [
    words("not.true"),
    number === undefined ? words("not.missing") : words("not.client", { number }),
    ...(witnessed.length === 0 ? [words("not.witnessed")] : []),
    ...names.map((name) => words("not.unchecked", { name })),
  ];
}

const told: readonly string[] = [
  "not_a_proof",
  "changed",
  "proof_wrong",
  "signature_wrong",
  "untrusted",
];

/** Why a file is refused; for an error that is no refusal, it throws that. */
export function refusalOf(error: unknown, words: Words): { reason: string; details: string } {
  if (!(error instanceof NotAProof || error instanceof Refused)) throw error;
  const reason = words(`refused.${told.includes(error.code) ? error.code : "other"}`);
  return { reason, details: error.message };
}

function who({ actorPart }: EventParts, words: Words): string {
  if ("commitment" in actorPart) return words("who.unnamed");
  const { actor } = actorPart;
  return actor.is === "system" ? words("who.system") : words(`who.${actor.is}`, { id: actor.id });
}

function seen(witnessed: Shown["witnessed"], words: Words): string {
  const each = witnessed.map(({ witness: { name }, timestamp }) =>
    isTime(timestamp)
      ? words("seen.value", { name, at: inUtc(new Date(timestamp * 1_000)) })
      : words("seen.timeless", { name }),
  );
  return each.length > 0 ? each.join("; ") : words("seen.nobody");
}

/** A witness may sign any number as its time. ECMA-262, "Time Values and Time Range": a date ends in the year 275760. */
function isTime(timestamp: number): boolean {
  return timestamp > 0 && timestamp <= 8.64e12;
}

function inUtc(at: Date): string {
  return at
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, "");
}
