import assert from "node:assert/strict";
import { after, test } from "node:test";
import { z } from "@hono/zod-openapi";
import fc from "#fast-check";
import { type Id, transaction, uuidOf } from "#platform";
import { openTestSite, openTestStaff } from "#test";
import { StepUpNeeded } from "../session/index.ts";
import type { Approval } from "./approval.ts";
import { ApprovalOver, ApprovalUnknown, NobodyEligible, TooManyAsked } from "./refusals.ts";
import { approvalById, approvalsOf } from "./store.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const { approvals, leaving } = site.accounts;
const kind = "test.act";
approvals.register({
  name: kind,
  word: "other",
  role: "approver",
  scope: z.strictObject({ what: z.string() }),
  describe: async () => ({ title: "an act", facts: [] }),
});

const asker = await openTestStaff(site, { team: "support", employer: "Larkmoor" });
const approvers = await Promise.all(
  ["fraud", "legal"].map((team) =>
    openTestStaff(site, { team, employer: "Vendor", roles: ["approver"] }),
  ),
);
const colleague = await openTestStaff(site, { employer: "Larkmoor", roles: ["approver"] });
const people = [asker, ...approvers, colleague];

const later = (seconds: number) => {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
};

function ask(
  by: Id<"staff"> = asker.staff,
  barred: ReadonlySet<Id<"staff">> = new Set(),
): Promise<Approval> {
  const scope = { what: "it" };
  const asked = { kind, subject: "thing_1", reason: "Because", scope, asker: by, barred };
  return transaction(database, (joining) => approvals.ask(asked, site.time.now, joining));
}

function use(id: Id<"approval">, by: Id<"staff">): Promise<Approval> {
  const wanted = { kind, subject: "thing_1", asker: by };
  return transaction(database, (joining) => approvals.use(joining, id, wanted, site.time.now));
}

function sessionOf(person: { staff: Id<"staff">; session: Id<"session"> }, provenAt: Date) {
  const now = site.time.now;
  return {
    id: person.session,
    holder: { is: "staff" as const, id: person.staff },
    ...{ browser: "Firefox on Linux", network: "192.0.2.10", startedAt: now, seenAt: now },
    endsAt: new Date(now.getTime() + 86_400_000),
    provenAt: { passkey: provenAt },
  };
}

async function decide(
  person: (typeof people)[number],
  id: Id<"approval">,
  decision: "approved" | "refused",
  provenAt = site.time.now,
): Promise<Approval> {
  return await approvals.decide(sessionOf(person, provenAt), id, decision, site.time.now);
}

type Step =
  | { step: "decide"; who: number; decision: "approved" | "refused" }
  | { step: "use" | "withdraw"; who: number }
  | { step: "expire" }
  | { step: "wait"; seconds: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    step: fc.constant("decide" as const),
    who: fc.nat(3),
    decision: fc.constantFrom("approved", "approved", "refused"),
  }),
  fc.record({ step: fc.constantFrom("use" as const, "withdraw" as const), who: fc.nat(3) }),
  fc.record({ step: fc.constant("expire" as const) }),
  fc.record({ step: fc.constant("wait" as const), seconds: fc.constantFrom(1, 300, 899, 900) }),
);

test("however people act, one asks, another whom the desk drew approves in time, and it is used once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (taken) => {
      later(900);
      const { id, approver } = await ask();
      let model: Approval["state"]["is"] = "asked";
      let until = site.time.now.getTime() + 900_000;
      for (const one of taken) {
        const isOver = () => site.time.now.getTime() >= until;
        if ((model === "asked" || model === "approved") && isOver()) model = "expired";
        if (one.step === "wait") {
          site.time.now = new Date(site.time.now.getTime() + one.seconds * 1_000);
          continue;
        }
        if (one.step === "expire") {
          await approvals.expire(site.time.now);
          continue;
        }
        const who = people[one.who] ?? asker;
        const acting =
          one.step === "decide"
            ? decide(who, id, one.decision)
            : one.step === "use"
              ? use(id, who.staff)
              : approvals.withdraw(who.staff, id, site.time.now);
        const right: string = one.step === "decide" ? approver : asker.staff;
        const allowed = { decide: ["asked"], use: ["approved"], withdraw: ["asked", "approved"] };
        const passes: boolean = who.staff === right && allowed[one.step].includes(model);
        const passed = await acting.then(
          () => true,
          (error) => {
            assert.ok(error instanceof ApprovalUnknown || error instanceof ApprovalOver, error);
            return false;
          },
        );
        assert.equal(
          passed,
          passes,
          `${one.step} of ${model} by ${who === asker ? "asker" : "other"}`,
        );
        if (!passed) continue;
        if (one.step === "decide") {
          model = one.decision;
          until = site.time.now.getTime() + 900_000;
        } else model = one.step === "use" ? "used" : "withdrawn";
      }
      if ((model === "asked" || model === "approved") && site.time.now.getTime() >= until)
        model = "expired";
      const found = await approvalById(database, id, site.time.now);
      assert.equal(found?.state.is, model);
      assert.notEqual(approver, asker.staff);
      assert.notEqual(approver, colleague.staff);
    }),
    { numRuns: 40 },
  );
});

test("nobody hides what others asked for: the oldest waits at the head of the list, and of one person twenty wait at most", async () => {
  later(3_600);
  const other = await openTestStaff(site, { team: "desk", employer: "Larkmoor" });
  const drawn = await ask(other.staff);
  later(1);
  const barred = new Set(approvers.map(({ staff }) => staff).filter((id) => id !== drawn.approver));
  const asked = await Promise.allSettled(
    Array.from({ length: 22 }, () => ask(asker.staff, barred)),
  );
  const refused = asked.filter(({ status }) => status === "rejected");
  assert.equal(refused.length, 2);
  assert.ok(refused.every((one) => "reason" in one && one.reason instanceof TooManyAsked));
  const [first] = await approvalsOf(database, drawn.approver, 5, site.time.now);
  assert.equal(first?.id, drawn.id);
  later(3_600);
  const [over, more] = await approvalsOf(database, drawn.approver, 5, site.time.now);
  assert.ok(over && more && over.state.is === "expired" && over.askedAt >= more.askedAt);
  assert.ok(await ask());
  later(3_600);
});

test("of many who use an approval at once, one does [Must 12]", async () => {
  const { id, approver } = await ask();
  const drawn = approvers.find(({ staff }) => staff === approver);
  assert.ok(drawn);
  await decide(drawn, id, "approved");
  const used = await Promise.allSettled(Array.from({ length: 6 }, () => use(id, asker.staff)));
  assert.equal(used.filter(({ status }) => status === "fulfilled").length, 1);
});

test("a decision needs a fresh passkey [ASVS 7.5.3]", async () => {
  const { id, approver } = await ask();
  const drawn = approvers.find(({ staff }) => staff === approver);
  assert.ok(drawn);
  const stale = new Date(site.time.now.getTime() - 3_600_000);
  await assert.rejects(decide(drawn, id, "approved", stale), StepUpNeeded);
});

test("where nobody is eligible the answer is no, and an event says so", async () => {
  const vendor = await openTestStaff(site, { team: "fraud", employer: "Vendor", roles: ["agent"] });
  // The only approver of another employer is in no other team but this one's, or new.
  await openTestStaff(site, {
    team: "x",
    employer: "Larkmoor",
    roles: ["approver"],
    roleAgeSeconds: 60,
  });
  await database.query("update accounts.staff set team = 'fraud' where staff = $1", [
    uuidOf(colleague.staff),
  ]);
  await assert.rejects(ask(vendor.staff), NobodyEligible);
  const { rows } = await database.query(
    "select kind from ledger.events where kind = 'accounts.approval_impossible'",
  );
  assert.equal(rows.length, 1);
});

test("whom it is about is never drawn, nor when nobody else is left", async () => {
  const [one, other] = approvers;
  const askedOfOther = await ask(asker.staff, new Set([one?.staff ?? asker.staff]));
  assert.equal(askedOfOther.approver, other?.staff);
  const all = new Set(approvers.map(({ staff }) => staff));
  await assert.rejects(ask(asker.staff, all), NobodyEligible);
  await approvals.withdraw(asker.staff, askedOfOther.id, site.time.now);
});

test("who leaves takes along what was asked by and waited for that person, within one request", async () => {
  const leaver = await openTestStaff(site, { team: "support", roles: ["agent"] });
  const asked = await ask(leaver.staff);
  const waiting = await ask();
  const signedIn = () => site.get("/inbox", { cookie: leaver.cookie });
  assert.equal((await signedIn()).status, 200);
  const taken: string[] = [];
  leaving.onLeave(async (_joining, who) => void taken.push(who));
  await leaving.leave(leaver.staff, { is: "system" }, site.time.now);
  await leaving.leave(waiting.approver, { is: "system" }, site.time.now);
  assert.equal((await signedIn()).status, 303);
  assert.deepEqual(taken, [leaver.staff, waiting.approver]);
  for (const { id } of [asked, waiting]) {
    const { state } = (await approvalById(database, id, site.time.now)) ?? {};
    assert.deepEqual(state, { is: "withdrawn", at: site.time.now, because: "left" });
  }
});

test("who asks again gets the same person, also many times at once: nobody draws until it is a friend", async () => {
  const together = await Promise.all(Array.from({ length: 8 }, () => ask()));
  const drawn = together.map(({ approver }) => approver);
  for (let round = 0; round < 12; round += 1) {
    const { id, approver } = await ask();
    drawn.push(approver);
    const person = approvers.find(({ staff }) => staff === approver);
    if (round % 2 || !person) await approvals.withdraw(asker.staff, id, site.time.now);
    else await decide(person, id, "refused");
    site.time.now = new Date(site.time.now.getTime() + 60_000);
  }
  assert.equal(new Set(drawn).size, 1);
});
