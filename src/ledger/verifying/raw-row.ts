import { type Id, idFrom } from "#platform";
import type { Field } from "./copied-rows.ts";
import type { Where } from "./finding.ts";

/** An event's row as it is, bytes that nobody has interpreted: what is wrong in it must not get lost in reading. */
export type RawRow = {
  id: Buffer;
  kind: Field;
  kindVersion: Field;
  /** Microseconds since 2000. */
  occurredAt: Field;
  client: Buffer;
  actorKind: Field;
  actor: Field;
  field: Field;
  version: Field;
  ticket: Field;
  purpose: Field;
  decision: Field;
  details: Field;
  instance: Field;
  instanceSeq: Field;
  clientSeq: Field;
  previousLeaf: Field;
  salt: Field;
  actorCommitment: Field;
};

/** The end of a client's chain as `ledger.client_heads` has it. */
export type ClientHead = { seq: number; leaf: Field };

/** What `copyEvents` copies: an event, the end of its client's chain, or both. */
export type JoinedRow = {
  client: Buffer;
  head: ClientHead | undefined;
  event: RawRow | undefined;
};

/** Stands for "no client" and, as actor, for the desk itself. */
export const nobody = Buffer.alloc(16);
const epochMs = Date.UTC(2000, 0, 1);

/** @param fields in the order of `copyEvents` */
export function joinedRow(fields: readonly Field[]): JoinedRow {
  const [client = nobody, headSeq, headLeaf, id] = fields;
  return {
    client,
    head: headSeq && { seq: headSeq.readInt32BE(), leaf: headLeaf },
    event: id && {
      id,
      client,
      kind: fields[4],
      kindVersion: fields[5],
      occurredAt: fields[6],
      actorKind: fields[7],
      actor: fields[8],
      field: fields[9],
      version: fields[10],
      ticket: fields[11],
      purpose: fields[12],
      decision: fields[13],
      details: fields[14],
      instance: fields[15],
      instanceSeq: fields[16],
      clientSeq: fields[17],
      previousLeaf: fields[18],
      salt: fields[19],
      actorCommitment: fields[20],
    },
  };
}

/** A copy of a row, which outlives what it was received in. */
export function keptRow(row: RawRow): RawRow {
  const copied = (field: Field) => field && Buffer.from(field);
  return {
    id: Buffer.from(row.id),
    kind: copied(row.kind),
    kindVersion: copied(row.kindVersion),
    occurredAt: copied(row.occurredAt),
    client: Buffer.from(row.client),
    actorKind: copied(row.actorKind),
    actor: copied(row.actor),
    field: copied(row.field),
    version: copied(row.version),
    ticket: copied(row.ticket),
    purpose: copied(row.purpose),
    decision: copied(row.decision),
    details: copied(row.details),
    instance: copied(row.instance),
    instanceSeq: copied(row.instanceSeq),
    clientSeq: copied(row.clientSeq),
    previousLeaf: copied(row.previousLeaf),
    salt: copied(row.salt),
    actorCommitment: copied(row.actorCommitment),
  };
}

/** The client's part of an event was erased, and what its leaf is made with. */
export function isErased({ salt, details }: RawRow): boolean {
  return salt === undefined && details === undefined;
}

/** Neither erased nor whole: no erasure leaves this. */
export function isHalfErased({ salt, details, actor, actorCommitment }: RawRow): boolean {
  const isHalf = (salt === undefined) !== (details === undefined);
  return isHalf || (actorCommitment !== undefined && !isNobody(actor));
}

export function whereIs(row: RawRow, leaf?: number): Where {
  const { instance, client } = row;
  const clientSeq = int32(row.clientSeq);
  return {
    event: eventId(row),
    ...(leaf !== undefined && { leaf }),
    ...(instance && { instance: instance.readInt32BE(), instanceSeq: int64(row.instanceSeq) }),
    ...(client && !isNobody(client) && { client: clientId(client) }),
    ...(clientSeq !== undefined && { clientSeq }),
  };
}

export function eventId({ id }: RawRow): Id<"event"> {
  return idFrom("event", id.toString("hex"));
}

export function clientId(client: Buffer): Id<"client"> {
  return idFrom("client", client.toString("hex"));
}

export function isNobody(field: Field): boolean {
  return field?.equals(nobody) ?? false;
}

/** Whole milliseconds since 1970, as an event is hashed with. */
export function timeMs({ occurredAt }: RawRow): number {
  return Math.round(int64(occurredAt) / 1_000) + epochMs;
}

/** When the id says that it was made: RFC 9562 section 5.7, the first 48 bits. */
export function idTimeMs({ id }: RawRow): number {
  return id.readUIntBE(0, 6);
}

export function int32(field: Field): number | undefined {
  return field?.readInt32BE();
}

/** Exact up to 2^53; what is larger was never counted. */
export function int64(field: Field): number {
  return field ? field.readInt32BE(0) * 2 ** 32 + field.readUInt32BE(4) : Number.NaN;
}
