import { hash } from "node:crypto";
import { type Id, idBytes, idFrom } from "#platform";

/*
 * Who is affected, and by which fields, as bytes of one spelling only: a line that says what it is, a line with the names
 * of fields, then each client in the order of the ids. A client is the 16 bytes of the id, three sets of fields (4 bytes
 * each, big-endian: confirmed, likely, maximum; the lowest bit stands for the first name) and the country, in two letters
 * or two zero bytes where it isn't known. It names clients: it is kept encrypted, and no certificate has it.
 */

const heading = "holdfast scope list 1";
const idSize = 16;
const recordBytes = idSize + 3 * 4 + 2;
/** Sets are read as signed numbers elsewhere, too. */
const fieldsMax = 31;
const lineFeed = 0x0a;

/** The fields of one client, as sets over the list's names. Each holds the one before. */
export type FieldSets = {
  confirmed: number;
  likely: number;
  maximum: number;
  /** ISO 3166-1 alpha-2; undefined where the firm's systems didn't say it. */
  country: string | undefined;
};

export type ListedClient = FieldSets & { client: Id<"client"> };

type ScopeList = { fields: readonly string[]; clients: readonly ListedClient[] };

/** A list without who its clients are: all that figures are counted from. */
export type Counted = { fields: readonly string[]; clients: Iterable<FieldSets> };

/** What isn't a list, or is one in another spelling. */
export class NotAScopeList extends Error {
  override readonly name = "NotAScopeList";
}

/** The list's bytes. `records` are those of its clients, in order: as `recordOf` makes them, or the database. */
export function scopeListBytes(fields: readonly string[], records: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from(`${heading}\n${fields.join(" ")}\n`), ...records]);
}

/** @param clients in any order, each once */
export function printScopeList({ fields, clients }: ScopeList): Buffer {
  const records = clients.map(recordOf).sort(Buffer.compare);
  return scopeListBytes(fields, records);
}

/**
 * Reads what `printScopeList` prints, and nothing else.
 * @throws {NotAScopeList}
 */
export function readScopeList(bytes: Uint8Array): ScopeList {
  const { fields, records } = partsOf(bytes);
  const clients: ListedClient[] = [];
  for (const sets of setsIn(fields, records)) {
    const at = clients.length * recordBytes;
    const id = records.subarray(at, at + idSize);
    const before = records.subarray(at - recordBytes, at - recordBytes + idSize);
    if (at > 0 && Buffer.compare(before, id) >= 0) {
      refuse("Its clients aren't in their order, each once.");
    }
    clients.push({ client: idFrom("client", id.toString("hex")), ...sets });
  }
  return { fields, clients };
}

/** What is to be counted of a list. It throws `NotAScopeList` for bytes that are none, at the latest while it is counted. */
export function countedIn(bytes: Uint8Array): Counted {
  const { fields, records } = partsOf(bytes);
  return { fields, clients: setsIn(fields, records) };
}

/** SHA-256 of a list: by it a certificate names the list that its figures were counted from. */
export function listHash(bytes: Uint8Array): Buffer {
  return hash("sha256", bytes, "buffer");
}

function recordOf({ client, confirmed, likely, maximum, country }: ListedClient): Buffer {
  const record = Buffer.alloc(recordBytes);
  idBytes(client).copy(record);
  for (const [place, set] of [confirmed, likely, maximum].entries()) {
    record.writeUInt32BE(set, idSize + 4 * place);
  }
  if (country !== undefined) record.write(country, recordBytes - 2, "latin1");
  return record;
}

function partsOf(bytes: Uint8Array): { fields: string[]; records: Buffer } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = source.indexOf(lineFeed, heading.length + 1);
  if (end < 0 || source.toString("latin1", 0, heading.length + 1) !== `${heading}\n`) {
    refuse("It doesn't begin as one.");
  }
  const fields = fieldsIn(source.toString("latin1", heading.length + 1, end));
  const records = source.subarray(end + 1);
  return records.length % recordBytes === 0 ? { fields, records } : refuse("It is cut off.");
}

function* setsIn(fields: readonly string[], records: Buffer): Generator<FieldSets> {
  const every = 2 ** fields.length - 1;
  for (let at = idSize; at < records.length; at += recordBytes) {
    const confirmed = records.readUInt32BE(at);
    const likely = records.readUInt32BE(at + 4);
    const maximum = records.readUInt32BE(at + 8);
    // What is in one and not in the other shows bit by bit, whatever the sign.
    const isNested = (confirmed & ~likely) === 0 && (likely & ~maximum) === 0;
    if (!isNested || maximum === 0 || maximum > every) refuse("A client's fields don't fit.");
    yield { confirmed, likely, maximum, country: countryAt(records, at + 12) };
  }
}

/** Undefined for the two zero bytes of one that isn't known. */
function countryAt(records: Buffer, at: number): string | undefined {
  if (records.readUInt16BE(at) === 0) return undefined;
  const country = records.toString("latin1", at, at + 2);
  return /^[A-Z]{2}$/.test(country) ? country : refuse("A client's country is no code.");
}

function fieldsIn(line: string): string[] {
  const fields = line.split(" ");
  const isRight =
    fields.length <= fieldsMax &&
    new Set(fields).size === fields.length &&
    fields.every((field) => /^[a-z][a-z_]{0,39}$/.test(field));
  return isRight ? fields : refuse("Its names of fields don't fit.");
}

function refuse(message: string): never {
  throw new NotAScopeList(`This is no list of a scope. ${message}`);
}
