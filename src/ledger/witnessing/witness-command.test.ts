import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, test } from "node:test";
import { type CommandContext, HoldfastError } from "#platform";
import { MadeLog } from "#test";
import { parsePolicy } from "#tlog";
import { type Ask, cosign } from "./cosign.ts";
import { witnessCommand } from "./witness-command.ts";
import { witnessKeyCommand } from "./witness-key-command.ts";

const directory = await mkdtemp(join(tmpdir(), "holdfast-witness-"));
after(() => rm(directory, { recursive: true }));
const at = (name: string) => join(directory, name);

const log = MadeLog.make();
const name = "witness.example/one";
const files = ["--key", at("key.json"), "--state", at("state.json")];
const followed = ["--log", `${log.origin}=${log.vkey}`];
const address = ["--listen", "127.0.0.1:0"];

function contextOf() {
  const stdout = new PassThrough({ encoding: "utf8" });
  const stderr = new PassThrough({ encoding: "utf8" });
  const clock = () => new Date("2026-11-20T12:00:00Z");
  const env = { LOG_LEVEL: "silent" };
  return { stdin: new PassThrough(), stdout, stderr, env, clock } satisfies CommandContext;
}

async function makeKey(...words: string[]): Promise<string> {
  const context = contextOf();
  await witnessKeyCommand.run(words, context);
  return String(context.stdout.read());
}

/** Runs the witness until `whileUp` is over. */
async function run(words: string[], whileUp: (url: string) => Promise<void> = async () => {}) {
  const context = contextOf();
  const isUp = Promise.withResolvers<void>();
  const stop = Promise.withResolvers<void>();
  context.stderr.once("data", () => isUp.resolve());
  const said = new Promise<string>((resolve) => context.stderr.once("data", resolve));
  const running = witnessCommand(() => stop.promise).run(words, context);
  await Promise.race([running, said]);
  try {
    await whileUp(/ is on (\S+)/.exec(await said)?.[1] ?? "");
  } finally {
    stop.resolve();
  }
  return await running;
}

const printed = await makeKey(name, ...files);

test("a key and its state are made once, for the owner's eyes, and printed as lines of a policy", async () => {
  assert.equal((await stat(at("key.json"))).mode & 0o777, 0o600);
  const policy = parsePolicy(`${printed}quorum ${name}\n`);
  assert.deepEqual(
    policy.witnesses.map(({ key }) => [key.name, key.type]),
    [
      [name, "ed25519-cosignature"],
      [name, "ml-dsa-44-cosignature"],
    ],
  );
  const key = await readFile(at("key.json"), "utf8");
  await assert.rejects(makeKey(name, ...files), { code: "file_not_written" });
  await assert.rejects(makeKey(name, "--key", at("new.json"), "--state", at("state.json")), {
    code: "file_not_written",
  });
  assert.equal(existsSync(at("new.json")), false, "a key without its state is left");
  assert.equal(await readFile(at("key.json"), "utf8"), key);
  await assert.rejects(makeKey("a name", "--key", at("k"), "--state", at("s")), {
    code: "witness_name_invalid",
  });
  for (const words of [[], [name], [name, "--key", at("k")], [name, "more", ...files]]) {
    await assert.rejects(makeKey(...words), { code: "usage" });
  }
});

test("a witness cosigns where it says it is, and lets go of its state when it is stopped", async () => {
  const { witnesses } = parsePolicy(`${printed}quorum ${name}\n`);
  const keys = witnesses.map(({ key }) => key);
  const ask: Ask = fetch;
  const policy = at("log.policy");
  await writeFile(policy, `log ${log.vkey}\nquorum none\n`);
  const ways = [followed, ["--policy", policy]];
  for (const [place, way] of ways.entries()) {
    const code = await run([...address, ...files, ...way], async (url) => {
      const cosigning = await cosign({
        witness: { url, names: [name], keys },
        signed: log.checkpoint(7 + place),
        oldSize: 7,
        prove: async (oldSize) => log.proof(oldSize, 7 + place),
        ask,
        timeoutMs: 10_000,
      });
      assert.ok(cosigning.is === "cosigned" && cosigning.from === 7 * place);
      await assert.rejects(run([...address, ...files, ...way]), { code: "witness_state_in_use" });
    });
    assert.equal(code, 0);
  }
});

test("a witness without what keeps it honest doesn't start, and the sentence says what to do", async () => {
  const start = [...address, ...files];
  const state = await readFile(at("state.json"), "utf8");
  await writeFile(at("damaged.json"), state.slice(0, 100));
  await writeFile(at("no.policy"), `log ${log.vkey}\n`);
  const [, cosigner = ""] = /^witness \S+ (\S+) URL$/m.exec(printed) ?? [];
  const refusals: [RegExp, string[]][] = [
    [/Give the logs to follow/, start],
    [/Give the logs to follow/, [...start, ...followed, "--policy", at("log.policy")]],
    [/--log is "nothing"\. Give --log ORIGIN=VKEY/, [...start, "--log", "nothing"]],
    [/key line.* Take the verifier key of a from/, [...start, "--log", "a=b"]],
    [/key for a is a witness's/, [...start, "--log", `a=${cosigner}`]],
    [/0 quorum lines.*Correct .*no\.policy/, [...start, "--policy", at("no.policy")]],
    [/gone\.policy isn't there/, [...start, "--policy", at("gone.policy")]],
    [/--listen is "localhost"/, [...files, ...followed, "--listen", "localhost"]],
    [/--listen is "a:70000"/, [...files, ...followed, "--listen", "a:70000"]],
    [/--listen is ""/, [...files, ...followed]],
    [/Give --key and --state/, [...address, ...followed, "--key", at("key.json")]],
    [/log\.policy isn't JSON/, [...start, ...followed, "--key", at("log.policy")]],
    [/state\.json isn't a witness's key/, [...start, ...followed, "--key", at("state.json")]],
    [/whole state file\. Put back/, [...start, ...followed, "--state", at("damaged.json")]],
    [/it isn't there\. Put back/, [...start, ...followed, "--state", at("none.json")]],
  ];
  for (const [message, words] of refusals) {
    await assert.rejects(run(words), (error) => {
      assert.ok(error instanceof HoldfastError, String(error));
      assert.match(error.message, message);
      return true;
    });
  }
});
