import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import {
  type Actor,
  type Id,
  idBytes,
  idFrom,
  newId,
  openDatabase,
  system,
  transaction,
} from "#platform";
import {
  cosignNewest,
  makeTestWitness,
  noted,
  openTestLedger,
  policyText,
  type TestLedger,
} from "#test";
import { type Policy, parsePolicy, Refused, type Subtle } from "#tlog";
import { idBytes as idBytesInPage } from "../browser/id-bytes.ts";
import { verifyEvent } from "../browser/verify-event.ts";
import type { EventDraft } from "../event.ts";
import { type EventProof, NotAProof, parseEventProof, printEventProof } from "../event-proof.ts";
import { sealEntry } from "../sealed-entries/index.ts";
import { provenEvent } from "./proven-event.ts";
import { type EventVerified, verifyEventProof } from "./verify-event.ts";

const subtle = webcrypto.subtle as Subtle;
const time = new Date("2026-11-20T12:00:00Z");
const witnesses = [makeTestWitness("first"), makeTestWitness("second")] as const;
const [first, second] = witnesses;
const clients = [newId("client", time), newId("client", time), undefined];
const text = fc
  .string({ minLength: 1, maxLength: 40, unit: codePoint })
  .filter((one) => !one.includes("\0") && one.isWellFormed());
const drafts = fc.record(
  {
    kind: fc.constant(noted),
    details: fc.record({ note: text }),
    field: text,
    version: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    ticket: fc.uuid().map((id) => idFrom("ticket", id)),
    purpose: text,
    decision: fc.constantFrom("allow" as const, "deny" as const),
  },
  { requiredKeys: ["kind", "details"] },
);
const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.uuid().map((id): Actor => ({ is: "staff", id: idFrom("staff", id) })),
  fc.constant(system),
);

function policyOf(ledger: TestLedger, quorum: string) {
  const source = policyText(ledger.logSigner, witnesses, quorum);
  return { source, policy: parsePolicy(source) };
}

async function append(
  ledger: TestLedger,
  client: Id<"client"> | undefined,
  draft: EventDraft<{ note: string }>,
) {
  const whose = client && { client };
  const receipt = await ledger.appender.append(system, { ...draft, ...whose }, ledger.time.now);
  return receipt.event;
}

async function proofOf(
  ledger: TestLedger,
  client: Id<"client"> | undefined,
  id: Id<"event">,
  quorum = "all",
): Promise<EventProof> {
  const { policy } = policyOf(ledger, quorum);
  const proving = await provenEvent(ledger.opened.database, client, id, {
    policy,
    now: ledger.time.now,
  });
  assert.ok(proving?.is === "proven", `${id} is ${proving?.is}`);
  return proving.proof;
}

test("every event's proof verifies, by the command's way and by the page's", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const { source, policy } = policyOf(ledger, "all");
  const events = fc.array(
    fc.record({
      client: fc.constantFrom(...clients),
      actor: actors,
      draft: drafts,
      isSealed: fc.boolean(),
      withActor: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(events, async (history) => {
      const ids: Id<"event">[] = [];
      for (const { client, actor, draft, isSealed } of history) {
        const given = { ...draft, ...(client && { client }) };
        ids.push((await ledger.appender.append(actor, given, ledger.time.now)).event);
        if (isSealed) await ledger.sealer.sealOnce();
      }
      await sealAndCosign(ledger);
      for (const [place, { client, actor, draft, withActor }] of history.entries()) {
        const id = ids[place] as Id<"event">;
        const proving = await provenEvent(database, client, id, {
          policy,
          now: ledger.time.now,
          withActor,
        });
        assert.ok(proving?.is === "proven");
        const file = Buffer.from(printEventProof(proving.proof));
        const parsed = parseEventProof(file);
        assert.deepEqual(parsed.event.details, JSON.stringify(draft.details));
        assert.deepEqual(
          "actor" in parsed.event.actorPart && parsed.event.actorPart.actor,
          withActor && actor,
        );
        const there = verifyEventProof(parsed, policy);
        assert.equal(there.witnessed.length, 2);
        const here = await verifyEvent(subtle, file, source);
        assert.deepEqual([here.index, here.checkpoint], [there.index, there.checkpoint]);
        assert.deepEqual(here.event, parsed.event);
      }
    }),
    { numRuns: 15 },
  );
});

test("any changed bit of a proof is refused, or only takes a signature out of the count", async () => {
  await using ledger = await openTestLedger();
  const [client] = clients;
  await append(ledger, client, { kind: noted, details: { note: "before" } });
  const id = await append(ledger, client, {
    kind: noted,
    field: "email",
    version: 3,
    purpose: "who is it \ufffd",
    decision: "allow",
    ticket: newId("ticket", time),
    details: { note: "ünïcode \ufffd" },
  });
  await sealAndCosign(ledger);
  const file = Buffer.from(printEventProof(await proofOf(ledger, client, id)));
  const { policy } = policyOf(ledger, "all");
  const good = verifyEventProof(parseEventProof(file), policy);
  const proofAt = file.indexOf('"proof"');
  const signaturesAt = file.indexOf("\\n\\n—");
  assert.ok(0 < proofAt && proofAt < signaturesAt);
  for (const [place, byte] of file.entries()) {
    const bits = place < proofAt ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (place % 8)];
    for (const bit of bits) {
      const found = verifiedOrRefused(file.with(place, byte ^ bit), policy);
      // The log signed twice, and one of its signatures is enough: who changes a line's name only loses that line.
      if (found !== undefined) {
        assert.ok(place > signaturesAt, `byte ${place}, bit ${bit}`);
        assert.deepEqual(found, good);
      }
    }
  }
});

test("what isn't a proof as it was printed is refused by name", () => {
  const proof: EventProof = {
    event: {
      id: newId("event", time),
      kind: "test.noted",
      kindVersion: 1,
      occurredAt: time,
      actorPart: { actor: system, salt: new Uint8Array(32) },
      details: "{}",
      instance: 1,
      instanceSeq: 1,
    },
    salt: new Uint8Array(32),
    proof: "c2sp.org/tlog-proof@v1\nindex 0\n\nx",
  };
  const good = printEventProof(proof);
  assert.deepEqual(parseEventProof(Buffer.from(good)), proof);
  for (const other of [
    good.trim(),
    good.replace('"holdfast_proof": 1,', '"holdfast_proof": 1, "note": "yes",'),
    good.replace('"kind_version": 1', '"kind_version": 1.0'),
    good.replace('"kind_version": 1', '"kind_version": 2, "kind_version": 1'),
    good.replace('"noted"', '"n\\u006fted"').replace("test.noted", "test.n\\u006fted"),
    good.replace("12:00:00.000Z", "12:00:00Z"),
    good.replaceAll("  ", "\t"),
  ]) {
    assert.throws(() => parseEventProof(Buffer.from(other)), { code: "changed" }, other);
  }
  for (const other of [
    "",
    "null",
    "[]",
    '{"holdfast_proof":1}',
    `\ufeff${good}`,
    good.replace('"holdfast_proof": 1', '"holdfast_proof": 2'),
    good.replace('"kind_version": 1', '"kind_version": 2147483648'),
    good.replace('"kind_version": 1', '"kind_version": "1"'),
    good.replace("event_0", "event_8"),
    good.replace('"details": "{}"', '"details": ""'),
    good.replace('"details": "{}"', '"details": "\\ud800"'),
    good.replace('"is": "system"', '"is": "nobody"'),
    good.replace("@v1\\nindex", "@v1\\nextra aGk=\\nindex"),
    good + " ".repeat(2_000_000),
  ]) {
    assert.throws(() => parseEventProof(Buffer.from(other)), { code: "not_a_proof" }, other);
  }
  assert.throws(() => parseEventProof(Buffer.from([0xff])), { code: "not_a_proof" });
});

test("an event is first unsealed, then unwitnessed, then proven by the first head that enough witnesses saw", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const [client] = clients;
  const { policy } = policyOf(ledger, "all");
  const id = await append(ledger, client, { kind: noted, details: { note: "x" } });
  const standing = async () =>
    (await provenEvent(database, client, id, { policy, now: ledger.time.now }))?.is;
  assert.equal(await standing(), "unsealed");
  await ledger.sealer.sealOnce();
  assert.equal(await standing(), "unwitnessed");
  await cosignNewest(database, first, time);
  assert.equal(await standing(), "unwitnessed");
  await cosignNewest(database, second, new Date(time.getTime() + 5_000));
  const { witnessed } = verifyEventProof(await proofOf(ledger, client, id), policy);
  const seconds = witnessed.map(({ timestamp }) => timestamp - time.getTime() / 1000);
  assert.deepEqual(seconds, [0, 5]);
  for (let count = 0; count < 3; count++) {
    await append(ledger, client, { kind: noted, details: { note: "later" } });
    await sealAndCosign(ledger);
  }
  assert.equal(verifyEventProof(await proofOf(ledger, client, id), policy).checkpoint.size, 1);
  // An older policy, or one without a quorum, has nobody to wait for.
  await append(ledger, client, { kind: noted, details: { note: "last" } });
  await ledger.anotherSealer().sealOnce();
  const alone = verifyEventProof(
    await proofOf(ledger, client, id, "none"),
    policyOf(ledger, "none").policy,
  );
  assert.equal(alone.checkpoint.size, 1);
});

test("an event that another client or nobody has isn't there", async () => {
  await using ledger = await openTestLedger();
  const { policy } = policyOf(ledger, "none");
  const [client, other] = clients;
  const id = await append(ledger, client, { kind: noted, details: { note: "x" } });
  for (const whose of [other, undefined]) {
    assert.equal(
      await provenEvent(ledger.opened.database, whose, id, { policy, now: ledger.time.now }),
      undefined,
    );
  }
});

test("a sealed entry is answered for as one that isn't there, and no other of its client is proven until it opens", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const { policy } = policyOf(ledger, "none");
  const [client, other] = [newId("client", time.now), newId("client", time.now)];
  const [before, entry, after, others] = await Promise.all(
    [client, client, client, other].map((whose) =>
      append(ledger, whose, { kind: noted, details: { note: "x" } }),
    ),
  );
  assert.ok(before && entry && after && others);
  const sealing = { client, entry, reason: "investigation", until: "2026-12-01" } as const;
  await transaction(opened.database, (joined) =>
    sealEntry(appender, joined, system, sealing, time.now),
  );
  const telling = await opened.database.query<{ id: string }>(
    "select id from ledger.events where kind = 'ledger.entry_sealed'",
  );
  const told = idFrom("event", telling.rows[0]?.id ?? "");
  await ledger.sealer.sealOnce();
  const asked = async (whose: Id<"client">, id: Id<"event">) => {
    const proving = await provenEvent(opened.database, whose, id, { policy, now: time.now });
    return proving?.is === "withheld" ? proving.until : proving?.is;
  };
  const all = async () => [
    ...(await Promise.all([entry, told, before, after].map((id) => asked(client, id)))),
    await asked(other, others),
    await asked(client, newId("event", time.now)),
  ];
  const [hidden, until, proven] = [undefined, sealing.until, "proven"];
  assert.deepEqual(await all(), [hidden, hidden, until, until, proven, hidden]);
  time.now = new Date("2026-11-30T23:59:59.999Z");
  assert.deepEqual(await all(), [hidden, hidden, until, until, proven, hidden]);
  time.now = new Date("2026-12-01T00:00:00Z");
  assert.deepEqual(await all(), [proven, proven, proven, proven, proven, hidden]);
});

test("a row, a bundle or a tile that was changed is told, not proven", async () => {
  const changes = [
    "update ledger.events set field = 'phone'",
    "update ledger.events set client_seq = 2 where client_seq = 3",
    "update ledger.events set salt = sha256(salt)",
    "delete from ledger.events where client_seq = 2",
    "update ledger.bundles set commitments = set_byte(commitments, 31, 255 - get_byte(commitments, 31))",
    "update ledger.runs set first_seq = first_seq - 1",
    "delete from ledger.bundles",
  ];
  for (const change of changes) {
    await using ledger = await openTestLedger();
    const [client] = clients;
    const ids: Id<"event">[] = [];
    for (const note of ["one", "two", "three"]) {
      ids.push(await append(ledger, client, { kind: noted, field: "email", details: { note } }));
    }
    await ledger.sealer.sealOnce();
    const last = ids[2] as Id<"event">;
    await proofOf(ledger, client, last, "none");
    await asOwner(ledger, change);
    await assert.rejects(proofOf(ledger, client, last, "none"), { code: "event_changed" }, change);
  }
});

test("after an erasure nothing is proven any more, and what was given out stays valid", async () => {
  await using ledger = await openTestLedger();
  const { database } = ledger.opened;
  const [client] = clients;
  const { policy } = policyOf(ledger, "none");
  const id = await append(ledger, client, { kind: noted, details: { note: "x" } });
  await ledger.sealer.sealOnce();
  const kept = await proofOf(ledger, client, id, "none");
  await asOwner(
    ledger,
    `update ledger.events set actor_commitment = sha256(sha256(salt || 'actor'::bytea)
       || ledger.part(convert_to(actor_kind, 'UTF8')) || ledger.part(null)), salt = sha256(salt || 'event'::bytea)`,
  );
  const unnamed = await provenEvent(database, client, id, {
    policy,
    now: ledger.time.now,
    withActor: true,
  });
  assert.ok(unnamed?.is === "proven");
  assert.deepEqual(unnamed.proof, kept);
  await asOwner(ledger, "update ledger.events set salt = null, details = null");
  assert.deepEqual(await provenEvent(database, client, id, { policy, now: ledger.time.now }), {
    is: "erased",
  });
  assert.equal(verifyEventProof(kept, policy).index, 0);
});

test("a page reads ids as the server does", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const id = idFrom("event", uuid);
      assert.deepEqual(Buffer.from(idBytesInPage(id)), idBytes(id));
    }),
  );
});

async function sealAndCosign(ledger: TestLedger): Promise<void> {
  await ledger.sealer.sealOnce();
  for (const witness of witnesses) {
    await cosignNewest(ledger.opened.database, witness, ledger.time.now);
  }
}

async function asOwner(ledger: TestLedger, statement: string): Promise<void> {
  const owner = openDatabase(ledger.opened.ownerUrl, () => {});
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}

/** What the file shows; undefined when it is refused. */
function verifiedOrRefused(file: Uint8Array, policy: Policy): EventVerified | undefined {
  try {
    return verifyEventProof(parseEventProof(file), policy);
  } catch (error) {
    assert.ok(error instanceof NotAProof || error instanceof Refused, String(error));
    return undefined;
  }
}
