import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { tile } from "#mark";
import { dayMs, dayOf, minuteMs } from "#platform";
import { openTestApiKey, openTestSite, openTestStaff, type TestPerson, type TestSite } from "#test";
import { runNext } from "#trace";
import { photographed, sideBySide } from "../photographed.ts";
import { importClients, look, type TracedClient } from "../traced-desk.ts";

suite("two agents' screens are photographed, cropped and sent through a messenger", () => {
  let site: TestSite;
  let clients: TracedClient[];
  let [one, other, analyst]: TestPerson[] = [];
  let [first, second] = [new Date(0), new Date(0)];
  let photo: Buffer;

  before(async () => {
    site = await openTestSite();
    const { time } = site;
    clients = await importClients(site, new Date(time.now.getTime() - 90 * dayMs), {
      ...{ from: 0, count: 40 },
    });
    analyst = await openTestStaff(site, { roles: ["analyst"] });
    const roles = ["agent", "analyst"];
    [one, other] = [await openTestStaff(site, { roles }), await openTestStaff(site, { roles })];
    assert.ok(one && other);
    first = new Date(Math.floor(time.now.getTime() / minuteMs) * minuteMs);
    second = new Date(first.getTime() + 5 * minuteMs);
    const shots = [
      await photographed(await tileOf(one, first), 9),
      await photographed(await tileOf(other, second), -14),
    ] as const;
    photo = await sideBySide(...shots);
    const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
    const { session } = one;
    const fields = ["name", "phone"] as const;
    // On the first screen, two clients; on the second, one; and what the first agent saw the day before, and long ago.
    await look(site, one.staff, clients.slice(0, 2), {
      fields,
      since: after(first, 9_000),
      session,
    });
    await look(site, other.staff, clients.slice(2, 3), {
      ...{ fields: ["email"], since: after(second, -20_000), session: other.session },
    });
    await look(site, one.staff, clients.slice(3, 9), { fields, since: after(first, -dayMs / 2) });
    await look(site, one.staff, clients.slice(9, 20), { fields, since: after(first, -9 * dayMs) });
    time.now = after(second, 5 * minuteMs);
  });
  after(() => site[Symbol.asyncDispose]());

  async function markOf({ staff, session }: TestPerson, at: Date) {
    const held = { id: session, holder: { is: "staff", id: staff } } as const;
    return await site.accounts.screenMarks.markOf(held, at);
  }

  async function tileOf(person: TestPerson, at: Date) {
    return tile((await markOf(person, at)).payload, site.accounts.screenMarks.tileKey);
  }

  async function give(bytes: Buffer): Promise<string> {
    const form = new FormData();
    form.set("before", dayOf(site.time.now));
    form.set("why", "A channel offers photos of our support tool.");
    form.set("sample", new File([new Uint8Array(bytes)], "IMG-4711.jpg"));
    const cookie = analyst?.cookie ?? "";
    const given = await site.post("/staff/traces", form, { cookie });
    assert.equal(given.status, 303, await given.text());
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    return given.headers.get("location") ?? "";
  }

  test("the trace names sessions and minutes, and what else was on these screens is in the scope", async () => {
    const path = await give(photo);
    const cookie = analyst?.cookie ?? "";
    const page = await (await site.get(path, { cookie })).text();
    for (const said of [
      "It shows 2 screens of ours. Something of 3 clients",
      "person A",
      "person B",
    ])
      assert.ok(page.includes(said), said);
    assert.ok(!/staff_|client_|session_|example\.net/.test(page.replace(/href="[^"]*"/g, "")));
    const { photo: found, scope } = await (
      await site.get(`${path}/report/json`, { cookie })
    ).json();
    assert.deepEqual(
      found.screens.map(
        ({
          person,
          minute,
          shown,
        }: {
          person: string;
          minute: string;
          shown: { client: number }[];
        }) => [person, minute, shown.map(({ client }) => client).sort()],
      ),
      [
        ["A", first.toISOString(), [1, 1, 2, 2]],
        ["B", second.toISOString(), [3]],
      ],
    );
    const [left, right] = found.screens.map(({ outline }: { outline: [number, number][] }) =>
      outline.reduce((sum, [x]) => sum + x / outline.length, 0),
    );
    assert.ok(left < 515 && right > 515, `${left} ${right}`);
    // Confirmed: on the screens. Likely: a day around. At most: ever.
    assert.deepEqual(scope.clients, { lower: 3, best: 9, upper: 20 });
    assert.deepEqual(
      scope.by_field.map(({ field, lower }: { field: string; lower: number }) => [field, lower]),
      [
        ["email", 1],
        ["name", 2],
        ["phone", 2],
      ],
    );
    for (const person of [one, other])
      assert.equal((await site.get(path, { cookie: person?.cookie ?? "" })).status, 403);
  });

  test("a mark that is forged, and one moved to a minute in which its session wasn't open, don't count: that is said, and of nobody", async () => {
    assert.ok(one);
    const { screenMarks } = site.accounts;
    const { tileKey } = screenMarks;
    const { payload } = await markOf(one, first);
    const earlier = await markOf(one, new Date(first.getTime() - 30 * minuteMs));
    const forged = await sideBySide(
      await photographed(tile(payload ^ 5n, tileKey), 9),
      await photographed(tile(earlier.payload, tileKey), -14),
    );
    const token = await openTestApiKey(site, "traces:run");
    const call = async (rest: string, init: RequestInit = {}) => {
      const headers = {
        ...{ authorization: `Bearer ${token}`, "content-type": "application/json" },
        "idempotency-key": "photo",
      };
      const asked = new Request(`http://localhost:8080/v1/traces${rest}`, { ...init, headers });
      const answer = await site.app.fetch(asked, {
        incoming: { socket: { remoteAddress: "192.0.2.10" } },
      });
      return { status: answer.status, said: await answer.json() };
    };
    const about = { before: site.time.now.toISOString(), why: "A channel offers photos." };
    const body = (photo: Buffer) => JSON.stringify({ ...about, photo: photo.toString("base64") });
    const none = await call("", { method: "POST", body: body(Buffer.from("<svg/>")) });
    assert.deepEqual([none.status, none.said.code], [400, "no_photo"]);
    const given = await call("", { method: "POST", body: body(forged) });
    assert.equal(given.status, 202, JSON.stringify(given.said));
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    const { report } = (await call(`/${given.said.trace.id}`)).said;
    assert.deepEqual(report.photo.screens, []);
    assert.deepEqual(report.photo.refused.map(({ why }: { why: string }) => why).sort(), [
      "not_open",
      "unknown",
    ]);
    assert.deepEqual(report.scope.clients, { lower: 0, best: 0, upper: 0 });
  });
});
