import { Readable } from "node:stream";
import { type Actor, HoldfastError, InvalidInput, newId, readLines, transaction } from "#platform";
import type { TraceDesk } from "../desk.ts";
import {
  bitsFor,
  cut,
  type EntryKind,
  entryKinds,
  hashesOf,
  type Listed,
  listedIn,
} from "./entry.ts";
import { leakListed } from "./events.ts";
import { HashList } from "./hash-list.ts";
import { insertEntries, insertLeak, type KnownLeak } from "./store.ts";

export const listLimits = { lines: 5_000_000, nameLetters: 100, lineBytes: 400 } as const;
const hashedAtOnce = 1_000;
const insertedAtOnce = 20_000;

export class TooLongList extends HoldfastError {
  readonly code = "leak_list_too_long";
  readonly refusal = "too_large";
  constructor(limit: number) {
    super(
      `A list of a known leak has at most ${limit.toLocaleString("en")} lines, and this one has more. Give it in parts, each under a name of its own.`,
    );
  }
}

/** @property read lines that were looked at */
export class NothingListed extends InvalidInput {
  constructor(read: number) {
    super(
      "leak_list_empty",
      `None of ${read.toLocaleString("en")} lines is an e-mail address, a phone number with its country, or a SHA-1 or SHA-256 of one. Give one of them a line.`,
    );
  }
}

export class WrongLeakName extends InvalidInput {
  constructor(letters: number) {
    super(
      "leak_name",
      `The name of a leak has 1 to ${listLimits.nameLetters} letters, this one ${letters}. Give a short one, such as the firm and the year.`,
    );
  }
}

type NewLeak = {
  name: string;
  /** When it is said to have happened. */
  happenedAt: Date;
  /** One e-mail address, phone number, or SHA-1 or SHA-256 of one in hexadecimal a line. */
  lines: AsyncIterable<Uint8Array>;
  /** Hears how many lines were read. */
  telling?: (lines: number) => void;
};

/**
 * Keeps a list of what got out elsewhere before, as it can be asked and not read: of each value so little of a keyed hash
 * that it stands for many. Nothing of it is written before all of it was read.
 * @throws {WrongLeakName} {TooLongList} {NothingListed}
 */
export async function addKnownLeak(
  desk: Pick<TraceDesk, "database" | "appender" | "keykeeper">,
  actor: Actor,
  { name: given, happenedAt, lines, telling }: NewLeak,
  now: Date,
  linesMax: number = listLimits.lines,
): Promise<KnownLeak> {
  const name = given.replace(/\p{C}+/gu, " ").trim();
  if (name === "" || name.length > listLimits.nameLetters) throw new WrongLeakName(name.length);
  const { hashes, read, bad } = await hashesIn(desk, lines, linesMax, telling);
  const entries = { email: 0, phone: 0, sha1: 0, sha256: 0 };
  for (const [kind, list] of hashes) entries[kind] = await list.sort();
  const all = Object.values(entries).reduce((sum, count) => sum + count, 0);
  if (all === 0) throw new NothingListed(read);
  const bits = bitsFor(all);
  const id = newId("leak", now);
  const leak: KnownLeak = {
    ...{ id, name, happenedAt, addedAt: now, entries, bad, bits },
    addedBy: actor.is === "staff" ? actor.id : undefined,
  };
  await transaction(desk.database, async (joining) => {
    await insertLeak(joining, leak);
    for (const [kind, list] of hashes) {
      for (const some of portionsOf(list.all(), bits)) await insertEntries(joining, id, kind, some);
    }
    const details = { leak: id, entries: all, bad };
    const draft = { kind: leakListed, details };
    await desk.appender.append(actor, draft, now, joining);
  });
  return leak;
}

async function hashesIn(
  { keykeeper }: Pick<TraceDesk, "keykeeper">,
  lines: AsyncIterable<Uint8Array>,
  linesMax: number,
  telling?: (lines: number) => void,
): Promise<{ hashes: ReadonlyMap<EntryKind, HashList>; read: number; bad: number }> {
  const hashes = new Map(entryKinds.map((kind) => [kind, new HashList()]));
  let [read, bad] = [0, 0];
  let waiting: Listed[] = [];
  const take = async () => {
    for (const [place, hash] of (await hashesOf(keykeeper, waiting)).entries()) {
      const kind = waiting[place]?.kind;
      if (hash === undefined || !kind) bad += 1;
      else hashes.get(kind)?.add(hash);
    }
    waiting = [];
  };
  for await (const { text } of readLines(Readable.from(lines), listLimits.lineBytes)) {
    if (text?.trim() === "") continue;
    read += 1;
    if (read > linesMax) throw new TooLongList(linesMax);
    const listed = text === undefined ? undefined : listedIn(text);
    if (listed) waiting.push(listed);
    else bad += 1;
    telling?.(read);
    if (waiting.length >= hashedAtOnce) await take();
  }
  await take();
  return { hashes, read, bad };
}

/** Different entries in portions: hashes in their order, cut, give equal ones beside each other. */
function* portionsOf(hashes: Iterable<number>, bits: number): Generator<number[]> {
  let portion: number[] = [];
  let last = -1;
  for (const hash of hashes) {
    const entry = cut(hash, bits);
    if (entry === last) continue;
    last = entry;
    portion.push(entry);
    if (portion.length < insertedAtOnce) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
