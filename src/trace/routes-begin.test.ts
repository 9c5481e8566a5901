import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openTestSite, openTestStaff, type TestPerson } from "#test";
import { rowsADay, samplesSent, tracesADay } from "./case/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const analyst = await openTestStaff(site, { roles: ["analyst"] });
const sample =
  "name,email\nWilhelmina Quartzpot,quartz.planted@leak.example\nNoor Example,noor@leak.example\n";
const why = "Somebody offers this list.";

async function give(by: TestPerson, form: Record<string, string> | FormData): Promise<Response> {
  return await site.post("/staff/traces", form, { cookie: by.cookie });
}

/** A form with a chosen file, as a browser sends it. */
function withFile(bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ before: "2026-11-20", why, ...fields })) {
    form.append(name, value);
  }
  form.append("sample", new File([bytes], "sample.csv"));
  return form;
}

test("what was given wrongly is said beside its field, where what was typed stays, and nothing is kept", async () => {
  const counted = async () =>
    (await site.opened.database.query("select from trace.traces")).rows.length;
  const count = await counted();
  const good = { before: "2026-11-20", why, pasted: sample };
  const wide = `${Array.from({ length: 300 }, (_, place) => `c${place}`).join()}\n`.repeat(3);
  const wrong: [Partial<typeof good>, RegExp][] = [
    [{ pasted: " \n" }, /There is nothing in this sample/],
    [{ pasted: "" }, /Choose a file, or paste rows/],
    [{ pasted: wide }, /id="pasted-problem"[^>]*>This sample has 300 columns or more/],
    [{ before: "2026-11-22" }, /is no day up to today/],
    [{ before: "2026-02-31" }, /is no day up to today/],
    [{ why: "because" }, /Write why, in 10/],
  ];
  for (const [change, sentence] of wrong) {
    const answer = await give(analyst, { ...good, ...change });
    assert.equal(answer.status, 400);
    const said = await answer.text();
    assert.match(said, sentence);
    const { pasted } = { ...good, ...change };
    const fields = said.split(/<textarea id="pasted"[^>]*>|<\/textarea>/);
    assert.ok(fields.includes(pasted), "the rows are still in their field");
    assert.ok(
      !fields
        .filter((part) => part !== pasted)
        .join("")
        .includes("quartz"),
    );
  }
  assert.equal(await counted(), count);
  const busy = await openTestStaff(site, { roles: ["analyst"] });
  await site.accounts.desk.limits(rowsADay)(busy.staff, rowsADay.requestsMax - 1);
  const refused = await give(busy, good);
  assert.equal(refused.status, 429);
  assert.match(await refused.text(), /20 samples, with 100,000 rows together/);
  assert.equal(await counted(), count);
  const smaller = await give(busy, { ...good, pasted: "email\nnoor@leak.example\n" });
  assert.equal(smaller.status, 303, "the rows that were refused are still the day's");
  const agent = await openTestStaff(site);
  for (const way of ["/staff/traces", "/staff/traces/new"]) {
    assert.equal((await site.get(way, { cookie: agent.cookie })).status, 403);
  }
  assert.equal((await give(agent, good)).status, 403);
});

test("what is refused is none of the day's traces, and what is sent has a limit of its own", async () => {
  const busy = await openTestStaff(site, { roles: ["analyst"] });
  const good = { before: "2026-11-20", why, pasted: sample };
  const binary = Uint8Array.from({ length: 4_096 }, (_, place) => (place * 7) % 256);
  const wrong = [
    ...[
      { ...good, pasted: "" },
      { ...good, why: "" },
      { ...good, before: "2999-01-01" },
    ],
    ...[withFile(binary), withFile(Buffer.from(sample), { pasted: sample })],
  ];
  const send = async (form: Record<string, string> | FormData = good) => {
    const answer = await give(busy, form);
    return { status: answer.status, text: await answer.text() };
  };
  for (let sent = 0; sent < 2 * tracesADay.requestsMax; sent++) {
    site.time.now = new Date(site.time.now.getTime() + 10_000);
    const { status, text } = await send(wrong[sent % wrong.length]);
    assert.equal(status, 400, text);
  }
  for (let sent = 0; sent < tracesADay.requestsMax; sent++) {
    site.time.now = new Date(site.time.now.getTime() + 10_000);
    assert.equal((await send()).status, 303);
  }
  site.time.now = new Date(site.time.now.getTime() + 60_000);
  for (let sent = 0; sent < samplesSent.requestsMax; sent++) {
    const { status, text } = await send();
    assert.equal(status, 429);
    assert.match(text, /20 samples, with 100,000 rows together/);
  }
  const flood = await send();
  assert.equal(flood.status, 429);
  assert.match(flood.text, /Wait a minute and try again/);
});

test("a file that is too big is told what is read of rows and of pictures, and an empty one that it is", async () => {
  const tooBig = /rows have 20 MB at most, pictures 64 MB/;
  const files: [bytes: number, sentence: RegExp][] = [
    [66_000_000, tooBig],
    [20_000_001, tooBig],
    [0, /This file is empty\. Choose another, or paste rows\./],
  ];
  for (const [bytes, sentence] of files) {
    const answer = await give(analyst, withFile(Buffer.alloc(bytes, "a,b\n")));
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), sentence);
  }
});

test("the page of the columns says how many values weren't read as they stand, and why", async () => {
  const values = [
    '=HYPERLINK("x"),+1 202 555 0101',
    "@SUM(1),+1 202 555 0102",
    "a@b.example,call me",
  ];
  const unseen = "c\u200b@d.example,+1 202 555 0103";
  const long = `${"x".repeat(2_001)}@e.example,+1 202 555 0104`;
  const pasted = ["email,phone", ...values, unseen, long].join("\n");
  const told = async (form: Record<string, string>) => {
    const answer = await give(analyst, { before: "2026-11-20", why, ...form });
    const path = answer.headers.get("location") ?? "";
    const page = await (await site.get(path, { cookie: analyst.cookie })).text();
    const [, list = ""] = /were read\.<\/p>(?:<ul>(.*?)<\/ul>)?/.exec(page) ?? assert.fail(page);
    return list.split("</li>").flatMap((item) => item.replace("<li>", "") || []);
  };
  assert.deepEqual(await told({ pasted }), [
    "One value was left out: it is longer than a value can be.",
    "2 values were left out: a table program would compute them.",
    "One value was left out: it isn’t what its column says that it is.",
    "One value has signs in it that nobody sees; it was read without them.",
  ]);
  assert.deepEqual(await told({ pasted: sample }), []);
});
