import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestSite, runCommand, type TestSite } from "#test";
import { makeApiKey } from "../machine/index.ts";
import { staffCommands } from "./commands.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

const kim = ["--name", "Kim Ito", "--email", "Kim@larkmoor.example", "--team", "it"];
const lineOf = (name: string, more: object = {}) =>
  JSON.stringify({
    ...{ name, email: `${name}@larkmoor.example`, team: "support", employer: "Larkmoor" },
    ...{ roles: ["agent"], ...more },
  });

/** Runs one of the commands against the site's database, as a process beside it would. */
async function run(name: string, words: string[], lines: readonly string[] = []) {
  const { desk } = site.accounts;
  const commands = staffCommands(async () => ({
    desk,
    site: "http://localhost:8080",
    hasProvider: false,
  }));
  const command = commands.find((one) => one.name === name);
  const piped = lines.map((line) => `${line}\n`).join("");
  const { code, stdout, stderr } = await runCommand(command, words, {
    clock: () => site.time.now,
    piped,
  });
  return { exitCode: code, output: stdout + stderr };
}

test("the first administrator gets a link, and there is only one first", async () => {
  const { output } = await run("staff first-admin", [...kim, "--employer", "Larkmoor"]);
  const [, path = ""] = /http:\/\/localhost:8080(\/staff\/register\/[\w-]{43})/.exec(output) ?? [];
  assert.equal((await site.get(path)).status, 200);
  await site.opened.database.query(
    "update accounts.staff set provider_subject = 'kim' where email = 'kim@larkmoor.example'",
  );
  const second = run("staff first-admin", [...kim, "--employer", "Larkmoor"]);
  await assert.rejects(second, { code: "administrator_known" });
});

test("joiners come as JSON Lines; a bad line is told with its number, and the rest goes on", async () => {
  const lines = [
    lineOf("ada"),
    "{",
    lineOf("ada"),
    lineOf("bo", { roles: ["king"] }),
    "",
    lineOf("cy", { shift: { monday: ["22:00", "06:00"] }, timeZone: "Europe/Berlin" }),
  ];
  const { exitCode, output } = await run("staff add", ["--jsonl"], lines);
  assert.equal(exitCode, 1);
  const answers = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.match(answers[0].link, /\/staff\/register\//);
  assert.deepEqual(
    answers.map(({ line, error }) => (error ? [line, error.code] : "added")),
    ["added", [2, "line_not_json"], [3, "staff_known"], [4, "joiner_wrong"], "added"],
  );
  const { output: listed } = await run("staff list", ["--jsonl"]);
  const members = listed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    members.map(({ name, roles }) => [name, roles]),
    [
      ["Kim Ito", ["admin"]],
      ["ada", ["agent"]],
      ["cy", ["agent"]],
    ],
  );
});

test("what doesn't fit is told by the option that was typed, or by its name in the line", async () => {
  const add = [...kim, "--employer", "Larkmoor", "--role", "agent"];
  for (const [words, sentence] of [
    [[...add, "--time-zone", "Mars"], /: --time-zone is no time zone, such as Europe\/Berlin\.$/],
    [[...add, "--role", "king"], /: --role takes agent, lead,/],
    [kim, /: --employer is missing\.$/],
  ] as const) {
    await assert.rejects(run("staff add", [...words]), { message: sentence });
  }
  const lines = [
    lineOf("eve", { languages: ["Klingon"] }),
    lineOf("eve", { shift: { monday: ["9", "17:00"] } }),
  ];
  const { output } = await run("staff add", ["--jsonl"], lines);
  assert.match(output, /languages\.0 takes a language, such as en or pt-BR\./);
  assert.match(output, /shift\.monday\.0 takes a time, such as 09:00\./);
});

test("leavers go by id or address, and who isn't here is told", async () => {
  const gone = await run(
    "staff leave",
    ["--jsonl"],
    ['{"staff":"ada@larkmoor.example"}', '"nobody"'],
  );
  assert.equal(gone.exitCode, 1);
  assert.match(gone.output, /"staff":"staff_[\s\S]*"line":2,"error":\{"code":"staff_unknown"/);
  await assert.rejects(run("staff leave", ["ada@larkmoor.example"]), { code: "staff_unknown" });
});

test("the firm's own system says who joins and leaves, with a key of that scope, and gives no weighty role", async () => {
  const { desk } = site.accounts;
  const actor = { is: "system" } as const;
  const keyFor = async (scope: string) =>
    (await makeApiKey(desk, actor, { name: "people", scopes: [scope] }, site.time.now)).token;
  const call = (method: string, path: string, token: string, body?: string) =>
    site.app.fetch(
      new Request(`http://localhost:8080${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body && { body }),
      }),
      { incoming: { socket: { remoteAddress: "192.0.2.10" } } },
    );
  const key = await keyFor("staff:manage");
  const wrong = await call("POST", "/v1/staff", await keyFor("outbox:register"), lineOf("eve"));
  assert.equal(wrong.status, 403);
  const weighty = await call("POST", "/v1/staff", key, lineOf("eve", { roles: ["approver"] }));
  assert.equal((await weighty.json()).code, "two_people_needed");
  const added = await call("POST", "/v1/staff", key, lineOf("eve"));
  assert.equal(added.status, 201);
  const { staff, link } = await added.json();
  assert.equal((await site.get(new URL(link).pathname)).status, 200);
  assert.equal((await call("POST", "/v1/staff", key, lineOf("eve"))).status, 409);
  assert.equal((await call("POST", "/v1/staff", key, '{"name":"x"}')).status, 400);
  assert.equal((await call("DELETE", `/v1/staff/${staff}`, key)).status, 204);
  assert.equal((await call("DELETE", `/v1/staff/${staff}`, key)).status, 404);
  assert.equal((await site.get(new URL(link).pathname)).status, 404, "the link ends too");
});
