import assert from "node:assert/strict";
import { after, test } from "node:test";
import { uuidOf } from "#platform";
import { openTestClient, openTestSite } from "#test";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const origin = "http://localhost:8080";
const harmless = "Here it is.";

type Sent = { text: string; files?: string[] };

/** A client's ticket: the first of these opens it. @returns its page, and the words of its files */
async function written(sent: Sent[]) {
  const { client, cookie } = await openTestClient(site);
  let path = "/account/tickets";
  let told = "";
  for (const { text, files = [] } of sent) {
    const body = new FormData();
    const fields = { topic: "other", name: "Ada", text };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const words of files) body.append("files", new File([words], "a.txt"));
    const headers = { cookie, accept: "text/html", origin };
    const request = new Request(origin + path, { method: "POST", body, headers });
    const answer = await site.app.fetch(request, {
      incoming: { socket: { remoteAddress: "192.0.2.10" } },
    });
    const place = answer.headers.get("location") ?? "";
    assert.equal(answer.status, 303, await answer.clone().text());
    told = await (await site.get(place, { cookie })).text();
    path = `${place.split("?")[0]}/messages`;
  }
  const names = [...told.matchAll(/(\/account\/[^"]+\/attachments\/attachment_\w+\/1)"/g)];
  const files = await Promise.all(
    names.map(async ([, place = ""]) => await (await site.get(place, { cookie })).text()),
  );
  return { client, told, files };
}

test("a secret in two parts is kept in neither, be they in a message or in text files, sent at once or later", async () => {
  const first = "legal winner thank year wave sausage";
  const second = "worth useful legal winner thank yellow";
  const ways: [name: string, files: number, sent: Sent[]][] = [
    ["message and file", 1, [{ text: first, files: [second] }]],
    ["file and message", 1, [{ text: second, files: [first] }]],
    ["two files", 2, [{ text: harmless, files: [first, second] }]],
    [
      "a long file",
      1,
      [{ text: first }, { text: harmless, files: [second + " so".repeat(4_000)] }],
    ],
    ["a later file", 1, [{ text: first }, { text: harmless, files: [second] }]],
    ["a later message", 0, [{ text: harmless, files: [first] }, { text: second }]],
    [
      "files of two messages",
      1,
      [
        { text: harmless, files: [first] },
        { text: harmless, files: [second] },
      ],
    ],
  ];
  for (const [name, count, sent] of ways) {
    const { told, files } = await written(sent);
    assert.equal(files.length, count, name);
    assert.doesNotMatch([told, ...files].join("\n"), /sausage|yellow/, name);
    assert.match(told, /We took a secret out of your message/, name);
  }
});

test("an offer in a text file goes to the leads as one in a message does", async () => {
  const offer =
    "I will pay you 5000 dollars in bitcoin if you give me access to your support panel and client data.";
  const { client } = await written([{ text: harmless, files: [offer] }]);
  const { rows } = await site.opened.database.query(
    "select queue, assignee from tickets.tickets where client = $1",
    [uuidOf(client)],
  );
  assert.deepEqual(rows, [{ queue: "leads", assignee: null }]);
});
