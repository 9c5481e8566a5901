import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { type Actor, idBytes, idFrom, newId, system } from "#platform";
import { actorCommitmentOf, commitmentOf, leafOf, saltsFrom } from "../encoding.ts";
import { nobody, type RawRow } from "./raw-row.ts";
import { leafOfRow } from "./row-leaf.ts";

const text = fc.string({ maxLength: 2_000, unit: codePoint }).filter((one) => one.isWellFormed());
const client = fc.uuid().map((id) => idFrom("client", id));
const actors: fc.Arbitrary<Actor> = fc.oneof(
  client.map((id): Actor => ({ is: "client", id })),
  fc.uuid().map((id): Actor => ({ is: "staff", id: idFrom("staff", id) })),
  fc.constant(system),
);
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const int = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const events = fc.record(
  {
    time: fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }),
    kind: text,
    kindVersion: fc.integer({ min: 0, max: 32_767 }),
    actor: actors,
    details: text,
    instance: int,
    instanceSeq: fc.nat({ max: 2 ** 50 }),
    client,
    field: text,
    version: int,
    ticket: fc.uuid().map((id) => idFrom("ticket", id)),
    purpose: text,
    decision: fc.constantFrom("allow" as const, "deny" as const),
    clientSeq: int,
    previousLeaf: bytes32,
  },
  { requiredKeys: ["time", "kind", "kindVersion", "actor", "details", "instance", "instanceSeq"] },
);

test("a row is hashed as its event is, also when nobody knows who acted", () => {
  fc.assert(
    fc.property(events, bytes32, fc.boolean(), ({ time, actor, ...event }, seed, isKnown) => {
      const id = newId("event", time);
      const salts = saltsFrom(seed);
      const commitment = actorCommitmentOf(actor, salts.actor);
      const actorPart = isKnown ? { actor, salt: salts.actor } : { commitment };
      const expected = leafOf(
        commitmentOf(salts.event, { ...event, id, occurredAt: time, actorPart }),
      );
      const int32 = (value: number | undefined) => {
        if (value === undefined) return undefined;
        const bytes = Buffer.alloc(4);
        bytes.writeInt32BE(value);
        return bytes;
      };
      const int64 = (value: bigint) => {
        const bytes = Buffer.alloc(8);
        bytes.writeBigInt64BE(value);
        return bytes;
      };
      const utf8 = (value: string | undefined) =>
        value === undefined ? value : Buffer.from(value);
      const micros = BigInt(time.getTime() - Date.UTC(2000, 0, 1)) * 1_000n;
      const row: RawRow = {
        id: idBytes(id),
        client: event.client ? idBytes(event.client) : nobody,
        kind: utf8(event.kind),
        kindVersion: int32(event.kindVersion),
        occurredAt: int64(micros),
        actorKind: utf8(actor.is),
        actor: !isKnown || actor.is === "system" ? nobody : idBytes(actor.id),
        field: utf8(event.field),
        version: int32(event.version),
        ticket: event.ticket && idBytes(event.ticket),
        purpose: utf8(event.purpose),
        decision: utf8(event.decision),
        details: utf8(event.details),
        instance: int32(event.instance),
        instanceSeq: int64(BigInt(event.instanceSeq)),
        clientSeq: int32(event.clientSeq),
        previousLeaf: undefined,
        salt: Buffer.from(isKnown ? seed : salts.event),
        actorCommitment: isKnown ? undefined : Buffer.from(commitment),
      };
      const leaf = leafOfRow(row, event.previousLeaf ?? Buffer.alloc(0));
      assert.deepEqual(leaf, Buffer.from(expected));
    }),
    { numRuns: 500 },
  );
});
