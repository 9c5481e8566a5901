import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import fc from "#fast-check";
import { newWebhookSecret, openLog } from "#platform";
import {
  keepTestField,
  openTestCall,
  openTestClient,
  openTestSite,
  type TestCall,
  TestProvider,
  type TestSite,
} from "#test";
import { endLapsedLegs } from "../ending/legs.ts";
import type { Leg } from "../leg/index.ts";
import { Provider } from "../provider/index.ts";
import { dial } from "./index.ts";
import { lookAtLegs } from "./vouching.ts";

const waiting = ["queued", "initiated", "trying"];
const ringing = ["ringing", "early-media"];
const over = ["completed", "busy", "failed", "no-answer", "canceled"];
const statuses = [...waiting, ...ringing, "in-progress", ...over];
/** What isn't the provider's own, new and recent word on this very call. */
const twists = ["none", "none", "none", "forged", "late", "replayed", "other_call"] as const;
const lies = ["none", "none", "none", "silent", "other_leg", "no_moment", "slow", "slow"] as const;

type Step =
  | { does: "tell"; leg: 0 | 1; status: string; twist: (typeof twists)[number] }
  | { does: "look"; says: readonly [string, string]; lie: (typeof lies)[number] }
  | { does: "pass"; seconds: number }
  | { does: "sweep" };

const leg = fc.constantFrom(0 as const, 1 as const);
const status = fc.constantFrom(...statuses);
const alive = fc.constantFrom("ringing", "in-progress", "in-progress");
const said = fc.oneof({ weight: 3, arbitrary: alive }, { weight: 1, arbitrary: status });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("tell" as const),
      leg,
      status,
      twist: fc.constantFrom(...twists),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("look" as const),
      says: fc.tuple(said, said),
      lie: fc.constantFrom(...lies),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("pass" as const),
      seconds: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("sweep" as const) }) },
);

/** The reference: how far a leg is, in whole numbers, and until which second somebody vouches for it. */
type Model = { rank: 0 | 1 | 2 | 3; until: number; busyUntil: number };

const rankOf = (said: string) =>
  waiting.includes(said) ? 0 : ringing.includes(said) ? 1 : said === "in-progress" ? 2 : 3;

function heard(model: Model, said: string, now: number): void {
  const rank = rankOf(said);
  if (model.rank === 3 || rank <= model.rank) return;
  model.rank = rank;
  if (said === "busy") model.busyUntil = now + 600;
}

function shownBy({ rank, until, busyUntil }: Model, now: number): string {
  if (rank < 3 && now < until) return rank === 2 ? "on_call" : "calling";
  return rank === 3 && now < busyUntil ? "busy" : "not_calling";
}

suite("what a client's page says of phone calls", () => {
  let site: TestSite;
  const scripted = new TestProvider(() => site.time.now);
  let provider: Provider;
  before(async () => {
    site = await openTestSite(scripted.environment);
    provider = new Provider({
      ...{ url: "http://127.0.0.1", secret: scripted.secret, from: scripted.from, callback: "" },
      ...{ send: scripted.send, clock: () => site.time.now, log: openLog("silent") },
    });
  });
  after(() => site[Symbol.asyncDispose]());

  test("is what a simple machine says too, whatever the provider tells, and how often, late, falsely and in which order", async () => {
    let seconds = 0;
    const start = site.time.now.getTime();
    const pass = (more: number) => {
      seconds += more;
      site.time.now = new Date(start + seconds * 1_000);
    };
    const placed = async (): Promise<[TestCall, Leg]> => {
      const client = clients.shift();
      assert.ok(client);
      const made = await openTestCall(site, { channel: "phone", client });
      const desk = { ...site.calls.desk, provider };
      return [made, await dial(desk, made.agent.staff, made.call.id, site.time.now)];
    };
    const clients: Awaited<ReturnType<typeof openTestClient>>[] = [];
    const runs = 12;
    for (let made = 0; made < 2 * runs; made++) {
      const client = await openTestClient(site);
      await keepTestField(site, client.client, "phone", "+31 6 1234 5678");
      clients.push(client);
    }
    pass(8 * 86_400);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const pairs = [await placed(), await placed()];
        const models = pairs.map((): Model => ({ rank: 0, until: seconds + 15, busyUntil: 0 }));
        const names = [...scripted.calls.keys()].slice(-2);
        for (const one of steps) {
          await act(one, pairs, models, names);
          for (const [at, [made]] of pairs.entries()) {
            const { is } = await site.calls.live.now(made.client.client);
            assert.equal(is, shownBy(models[at] as Model, seconds), JSON.stringify(one));
          }
        }
        pass(7 * 86_400);
        await endLapsedLegs(site.calls.desk, site.time.now);
      }),
      { numRuns: runs, endOnFailure: true },
    );

    async function act(
      one: Step,
      pairs: [TestCall, Leg][],
      models: Model[],
      names: string[],
    ): Promise<void> {
      if (one.does === "pass") return pass(one.seconds);
      if (one.does === "sweep") {
        await endLapsedLegs(site.calls.desk, site.time.now);
        for (const model of models) if (model.rank < 3 && seconds >= model.until) model.rank = 3;
        return;
      }
      if (one.does === "tell") return await tell(one, pairs, models, names);
      await look(one, models, names);
    }

    async function tell(
      { leg: at, status: said, twist }: Extract<Step, { does: "tell" }>,
      pairs: [TestCall, Leg][],
      models: Model[],
      names: string[],
    ): Promise<void> {
      const [, { id }] = pairs[at] as [TestCall, Leg];
      const taken = `told${seconds}`;
      const other = {
        none: {},
        forged: { secret: newWebhookSecret() },
        late: { at: new Date(site.time.now.getTime() - 301_000) },
        replayed: { id: taken },
        other_call: { call: names[1 - at] ?? "" },
      }[twist];
      if (twist === "replayed") {
        // Taken once, as something that changes nothing; the second time it is the same event.
        await scripted.tellStatus(site, id, "queued", other);
      }
      const answered = await scripted.tellStatus(site, id, said, other);
      assert.equal(answered, twist === "forged" || twist === "late" ? 403 : 204);
      if (twist === "none") heard(models[at] as Model, said, seconds);
    }

    async function look(
      { says, lie }: Extract<Step, { does: "look" }>,
      models: Model[],
      names: string[],
    ): Promise<void> {
      for (const [at, said] of says.entries()) {
        const call = scripted.calls.get(names[at] ?? "");
        assert.ok(call);
        const moment = lie === "no_moment" ? {} : { answered_at: site.time.now.toISOString() };
        const leg =
          lie === "other_leg" ? { call_id: scripted.calls.get(names[1 - at] ?? "")?.leg } : {};
        call.says = lie === "silent" ? "nothing" : ({ status: said, ...moment, ...leg } as never);
      }
      const askedAt = seconds;
      scripted.before = async () => {
        await Promise.resolve(); // both legs are asked about at once
        if (lie === "slow" && seconds === askedAt) pass(16);
      };
      const open = models.map(({ rank }) => rank < 3);
      await lookAtLegs(site.calls.desk, provider);
      scripted.before = () => {};
      for (const [at, said] of says.entries()) {
        const model = models[at] as Model;
        const isLie = lie === "silent" || lie === "other_leg";
        if (!open[at] || isLie || (lie === "no_moment" && said === "in-progress")) continue;
        heard(model, said, seconds);
        const isUp = rankOf(said) === model.rank && (model.rank === 1 || model.rank === 2);
        if (isUp) model.until = Math.max(model.until, askedAt + 15);
      }
    }
  });
});
