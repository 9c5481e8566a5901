import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { replaceFile } from "#platform";
import { MadeLog } from "#test";
import { openCheckpoint } from "#tlog";
import { makeWitness } from "./made-witness.ts";

/*
 * A witness among logs that show two histories, strangers, full disks, lost answers and kills, against a model: of
 * each log the latest size and its root.
 */

const sizeMax = 9;
const forkedAt = 4;
const logs = ["log.example", "other.example"].map((origin) => {
  const log = MadeLog.make(origin);
  return { histories: [log, log.forkedAt(forkedAt)], stranger: MadeLog.make(origin) };
});

type Disk = "works" | "is full" | "loses its answer";
type Step = {
  log: number;
  history: number;
  /** Undefined: the size that the witness stands at. */
  oldSize: number | undefined;
  size: number;
  fault: "none" | "proof" | "signature";
  disk: Disk;
  isKilledAfter: boolean;
};

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 5 },
    { arbitrary: fc.constantFrom(...others), weight: 2 },
  );
const steps = fc.array(
  fc.record<Step>({
    log: fc.nat(1),
    history: mostly(0, 1),
    oldSize: fc.option(fc.nat(sizeMax), { nil: undefined, freq: 1 }),
    size: fc.nat(sizeMax),
    fault: mostly<Step["fault"]>("none", "proof", "signature"),
    disk: mostly<Disk>("works", "is full", "loses its answer"),
    isKilledAfter: mostly(false, true),
  }),
  { minLength: 1, maxLength: 30 },
);

type Head = { size: number; root: string };

/** What the witness must say: a status, and for a stale size the size. */
function expectedOf(step: Step, oldSize: number, latest: Head): string {
  const asked = rootOf(step, step.size);
  if (step.fault === "signature") return "403";
  if (oldSize > step.size) return "400";
  if (oldSize !== latest.size) return `409 ${latest.size}`;
  if (oldSize === step.size && asked !== latest.root) return "409";
  const isContinued = oldSize === 0 || rootOf(step, oldSize) === latest.root;
  return step.fault === "proof" || !isContinued ? "422" : "200";
}

function requestOf(step: Step, oldSize: number) {
  const { histories, stranger } = logs[step.log] ?? assert.fail();
  const log = histories[step.history] ?? assert.fail();
  const signers = [(step.fault === "signature" ? stranger : log).signer];
  const proof = oldSize > 0 && oldSize < step.size ? log.proof(oldSize, step.size) : [];
  if (step.fault === "proof") proof.push(log.root(1));
  return { proof, signed: log.checkpoint(step.size, { signers }) };
}

function rootOf({ log, history }: Step, size: number): string {
  return Buffer.from(logs[log]?.histories[history]?.root(size) ?? "").toString("hex");
}

test("in any order of requests, faults and kills a witness says what the model says, and never vouches for two histories", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      let disk: Disk = "works";
      await using witness = await makeWitness(
        logs.map(({ stranger, histories: [log = stranger] }) => log),
        async (...words) => {
          if (disk === "is full") throw new Error("full");
          await replaceFile(...words);
          if (disk === "loses its answer") throw new Error("lost");
        },
      );
      const model = new Map<number, Head>();
      const vouchedFor = new Map<string, string>();
      const largest = new Map<number, number>();
      let isUnsure = false;
      for (const step of taken) {
        disk = step.disk;
        const latest = model.get(step.log);
        const head = latest ?? { size: 0, root: rootOf(step, 0) };
        const oldSize = step.oldSize ?? head.size;
        const { proof, signed } = requestOf(step, oldSize);
        const answer = await witness.add(oldSize, proof, signed);

        let expected = expectedOf(step, oldSize, head);
        const isNew = expected === "200" && step.size !== latest?.size;
        if (isUnsure && disk !== "works") expected = "500";
        else {
          isUnsure = isNew && disk === "loses its answer";
          if (isNew && disk !== "works") expected = "500";
          if (isNew && disk !== "is full") {
            model.set(step.log, { size: step.size, root: rootOf(step, step.size) });
          }
        }
        const isSize = answer.contentType === "text/x.tlog.size";
        const said = isSize ? `${answer.status} ${answer.body.trim()}` : String(answer.status);
        assert.equal(said, expected);

        if (answer.status === 200) {
          openCheckpoint(`${signed}${answer.body}`, witness.keys);
          const place = `${step.log}:${step.size}`;
          const root = rootOf(step, step.size);
          assert.equal(vouchedFor.get(place) ?? root, root);
          assert.ok((largest.get(step.log) ?? 0) <= step.size);
          vouchedFor.set(place, root);
          largest.set(step.log, step.size);
        }
        if (step.isKilledAfter) {
          await witness.restart();
          isUnsure = false;
        }
      }
    }),
    { numRuns: 60 },
  );
});
