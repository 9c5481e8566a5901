import { NotAProof, parseEventProof, verifyEventProof } from "#ledger";
import { jsonIn, NotAsPrinted } from "#platform";
import { type Policy, Refused } from "#tlog";
import { type Body, hashOfEdition, parseEdition } from "../edition/index.ts";
import { published } from "../events.ts";

/** What was found of an edition: `faults` is empty when all of it holds. */
type VerifiedBrief = {
  body: Body | undefined;
  sha256: string;
  /** When two people's agreement was written into the log. */
  publishedAt: Date | undefined;
  /** Names of the witnesses who saw it there. */
  witnesses: readonly string[];
  faults: readonly string[];
};

/** What lies beside an edition: the one before it, and a copy that somebody kept and that the proof fits. */
export type BesideBrief = { earlier?: Uint8Array | undefined; kept?: Uint8Array | undefined };

/**
 * Verifies an edition by its event's proof: offline, and by nobody's word but the log policy's. A byte that somebody changed is a
 * fault; where a kept copy is given, each place that differs is named.
 */
export function verifyBrief(
  edition: Uint8Array,
  proof: Uint8Array,
  policy: Policy,
  { earlier, kept }: BesideBrief = {},
): VerifiedBrief {
  const sha256 = hashOfEdition(edition);
  const faults: string[] = [];
  const body = bodyIn(edition, faults);
  const seen = seenIn(proof, policy, faults);
  const said = seen?.said;
  if (said && said.sha256 !== sha256) {
    faults.push(
      `The log has ${said.sha256} for this edition, the file is ${sha256}: it was changed.`,
    );
    if (kept) faults.push(...changedPlaces(edition, kept, said.sha256));
  }
  if (said && body && (said.brief !== body.brief || said.number !== body.number)) {
    faults.push(`The proof is of edition ${said.number} of ${said.brief}, not of this one.`);
  }
  if (said && body && said.is !== body.is) faults.push(`The log says that this is a ${said.is}.`);
  if (earlier && body) {
    const before = hashOfEdition(earlier);
    const expected = body.previous?.sha256 ?? "none";
    if (before !== expected) {
      faults.push(
        `It follows on ${expected}, the earlier file is ${before}: one of them was changed.`,
      );
    }
  }
  return { body, sha256, publishedAt: seen?.at, witnesses: seen?.witnesses ?? [], faults };
}

function bodyIn(edition: Uint8Array, faults: string[]): Body | undefined {
  try {
    return parseEdition(edition);
  } catch (error) {
    if (!(error instanceof NotAsPrinted)) throw error;
    faults.push(error.message);
    return undefined;
  }
}

type Said = { brief: string; number: number; sha256: string; is: Body["is"] };
type Seen = { said: Said; at: Date; witnesses: string[] };

function seenIn(source: Uint8Array, policy: Policy, faults: string[]): Seen | undefined {
  try {
    const proof = parseEventProof(source);
    const { kind, kindVersion, details, occurredAt } = proof.event;
    const read = published.details.safeParse(jsonIn(details));
    const isOne = kind === published.name && kindVersion === published.version && read.success;
    if (!isOne) {
      faults.push(`The proof is of ${kind}, and not of a publication.`);
      return undefined;
    }
    const { witnessed } = verifyEventProof(proof, policy);
    const witnesses = [...new Set(witnessed.map(({ witness: { name } }) => name))];
    return { said: read.data as Said, at: occurredAt, witnesses };
  } catch (error) {
    if (!(error instanceof NotAProof || error instanceof Refused)) throw error;
    faults.push(error.message);
    return undefined;
  }
}

const placesMax = 100;

/** Where a file differs from a copy that the log has. */
function changedPlaces(edition: Uint8Array, kept: Uint8Array, logged: string): string[] {
  if (hashOfEdition(kept) !== logged) return ["The kept copy isn't what the log has either."];
  const [now, was] = [edition, kept].map((bytes) => jsonIn(Buffer.from(bytes).toString("utf8")));
  if (now === undefined) return [];
  const places = [...differences("", was, now)];
  const more = places.length > placesMax ? [`There are ${places.length - placesMax} more.`] : [];
  return [...places.slice(0, placesMax), ...more];
}

function* differences(path: string, was: unknown, now: unknown): Generator<string> {
  if (isTree(was) && isTree(now)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
      yield* differences(path === "" ? key : `${path}.${key}`, was[key], now[key]);
    }
  } else if (was !== now) {
    yield `${path}: was ${shown(was)}, is ${shown(now)}`;
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? "not there" : JSON.stringify(value).slice(0, 300);
}
