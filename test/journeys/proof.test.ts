import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sealEntry, verifyProofCommand } from "#ledger";
import { type Command, newId, system, transaction } from "#platform";
import { openSealedSite, runCommand, type SealedSite } from "#test";
import { proveCommand } from "../../src/proof-commands.ts";

/*
 * A client wants to be sure of what was done with their data: they are given one file, and check it without a word
 * from the firm.
 */
let sealed: SealedSite;
let directory: string;
before(async () => {
  sealed = await openSealedSite();
  directory = await mkdtemp(join(tmpdir(), "holdfast-proof-"));
});
after(async () => {
  await sealed[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

/** Runs a command as on the server, or, with another environment, on somebody's own machine. */
async function run(
  command: Command,
  words: string[],
  env: Record<string, string> = {
    DATABASE_URL: sealed.site.opened.appUrl,
    LOG_POLICY: sealed.policyFile,
  },
) {
  const clock = () => sealed.site.time.now;
  const { code, stdout, stderr } = await runCommand(command, words, { clock, env });
  return { code, said: stdout + stderr };
}

test("an event is proven to its client by one file, and to nobody by a changed one", async () => {
  const [auditor, regulator] = sealed.witnesses;
  const file = join(directory, "event.holdfast-proof.json");
  await sealed.note("the first", 1);
  const event = await sealed.note("looked up <the> e-mail address", 1);
  const ask = () => run(proveCommand, [event, "--out", file]);
  await assert.rejects(ask(), { code: "event_not_proven", message: /quorum of witnesses/ });
  await sealed.cosign(auditor, 2);
  await sealed.cosign(regulator, 3);
  assert.match((await ask()).said, /proves event_/);
  assert.equal((await stat(file)).mode & 0o077, 0, "the file is its owner's to read");
  await assert.rejects(ask(), { code: "file_not_written" });

  const { code, said } = await run(verifyProofCommand, [file, "--policy", sealed.policyFile], {});
  assert.equal(code, 0, said);
  for (const fact of [
    event,
    sealed.client,
    "test.noted, version 1",
    "looked up <the> e-mail address",
    "email",
    "2026-11-20 12:00:01 UTC",
    "Not named in this file",
    "auditor at 2026-11-20 12:00:04 UTC; regulator at 2026-11-20 12:00:07 UTC",
    "This is number 2 of this client’s entries",
    "That it is true: only that it was written down so.",
  ]) {
    assert.ok(said.includes(fact), `${fact} is missing in:\n${said}`);
  }

  const changed = join(directory, "changed.holdfast-proof.json");
  const proof = await readFile(file, "utf8");
  for (const [from, to] of [
    ["looked up", "didn't look up"],
    ['"field": "email"', '"field": "phone"'],
    ['"client_seq": 2', '"client_seq": 1'],
    ["2026-11-20T12:00:01.000Z", "2026-11-20T12:00:02.000Z"],
  ] as const) {
    assert.ok(proof.includes(from));
    await writeFile(changed, proof.replace(from, to));
    const refused = await run(verifyProofCommand, [changed]);
    assert.equal(refused.code, 1);
    assert.match(refused.said, /refused: The entry is not in the history that was signed/);
  }
});

test("who acted is named only when it is asked for, and verifies too", async () => {
  const [auditor, regulator] = sealed.witnesses;
  const file = join(directory, "named.holdfast-proof.json");
  const event = await sealed.note("x", 1);
  for (const witness of [auditor, regulator]) await sealed.cosign(witness, 1);
  await run(proveCommand, [event, "--out", file, "--with-actor"]);
  const { said } = await run(verifyProofCommand, [file]);
  assert.match(said, /The desk itself: no person/);
});

test("of an entry that is sealed from its client, the command says what it says of one that isn't there", async () => {
  const { ledger, site, client, witnesses } = sealed;
  const entry = await sealed.note("seen by an investigator", 1);
  const ask = (id: string) => run(proveCommand, [id, "--out", join(directory, `${id}.json`)]);
  const sealing = { client, entry, reason: "investigation", until: "2026-11-22" } as const;
  await transaction(site.opened.database, (joined) =>
    sealEntry(ledger.appender, joined, system, sealing, site.time.now),
  );
  for (const witness of witnesses) await sealed.cosign(witness, 1);
  const nobodys = newId("event", site.time.now);
  const refusal = (id: string) =>
    ask(id).catch((error: Error) => error.message.replaceAll(id, "it"));
  assert.match(String(await refusal(nobodys)), /^There is no it/);
  assert.equal(await refusal(entry), await refusal(nobodys));
  site.time.now = new Date("2026-11-22T00:00:00Z");
  assert.match((await ask(entry)).said, /proves event_/);
});

test("a file that is no proof, an event that isn't there and a missing policy are told as such", async () => {
  const file = join(directory, "other.json");
  await writeFile(file, "{}");
  const { code, said } = await run(verifyProofCommand, [file]);
  assert.equal(code, 1);
  assert.match(said, /refused: This is not a proof file/);
  const nobodys = newId("event", sealed.site.time.now);
  const unknown = run(proveCommand, [nobodys, "--out", join(directory, "no.json")]);
  await assert.rejects(unknown, { code: "no_such_event" });
  await assert.rejects(run(proveCommand, ["event_1", "--out", file]), { code: "usage" });
  const elsewhere = run(verifyProofCommand, [file], { HOLDFAST_DATA: join(directory, "none") });
  await assert.rejects(elsewhere, { code: "no_log_policy", message: /--policy FILE/ });
});

test("whoever watches the log finds in it what the proof says, by what is published alone", async () => {
  const { site } = sealed;
  const page = await (await site.get("/log")).text();
  assert.match(page, /Every witness has seen the newest entries/);
  const checkpoint = await (await site.get("/log/checkpoint")).text();
  const size = Number(checkpoint.split("\n")[1]);
  const bundle = await site.get(`/log/tile/entries/000.p/${size}`);
  assert.equal((await bundle.arrayBuffer()).byteLength, size * 34);
});
