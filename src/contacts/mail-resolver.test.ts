import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { GuardedResolver } from "./mail-resolver.ts";

const isOurs = (name: string) => name === "larkmoor.example";

function recording(answer: (name: string) => Promise<string[][]> = async () => [["v=x"]]) {
  const asked: string[] = [];
  const guarded = new GuardedResolver((name) => {
    asked.push(name);
    return answer(name);
  }, isOurs);
  return { asked, guarded };
}

test("only TXT records under the firm's own domains are asked for", async () => {
  const { asked, guarded } = recording();
  const refused: [string, string][] = [
    ["evil.example", "TXT"],
    ["larkmoor.example.evil.example", "TXT"],
    ["evillarkmoor.example", "TXT"],
    ["a b.larkmoor.example", "TXT"],
    ["..larkmoor.example", "TXT"],
    [`${"a.".repeat(130)}larkmoor.example`, "TXT"],
    ["larkmoor.example", "A"],
  ];
  for (const [name, type] of refused) {
    await assert.rejects(guarded.resolve(name, type), { code: "EREFUSED" }, name);
  }
  assert.deepEqual(asked, []);
  assert.deepEqual(await guarded.resolve("News._domainkey.Larkmoor.example.", "TXT"), [["v=x"]]);
  assert.deepEqual(asked, ["news._domainkey.larkmoor.example"]);
  guarded.close();
});

test("each name is asked for once, and only so many", async () => {
  const { asked, guarded } = recording();
  await guarded.resolve("a.larkmoor.example", "TXT");
  await guarded.resolve("a.larkmoor.example", "TXT");
  assert.equal(asked.length, 1);
  const many = Array.from({ length: 50 }, (_, place) =>
    guarded.resolve(`s${place}.larkmoor.example`, "TXT"),
  );
  const settled = await Promise.allSettled(many);
  assert.equal(asked.length, 20);
  assert.equal(settled.filter(({ status }) => status === "rejected").length, 31);
  guarded.close();
});

test("a server that never answers is waited for two seconds, and four in all", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { guarded } = recording(() => new Promise(() => undefined));
  const first = guarded.resolve("a.larkmoor.example", "TXT");
  mock.timers.tick(2_000);
  await assert.rejects(first, { code: "ETIMEOUT" });
  mock.timers.tick(1_000);
  const second = guarded.resolve("b.larkmoor.example", "TXT");
  mock.timers.tick(1_000);
  await assert.rejects(second, { code: "ETIMEOUT" });
  guarded.close();
  mock.timers.reset();
});
