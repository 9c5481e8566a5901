import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openSealedSite, type SealedSite } from "#test";

/** Asks many times at once. @returns how many questions the ledger's tables were asked */
async function askedBy({ site }: SealedSite, path: string, times: number): Promise<number> {
  const { database } = site.opened;
  const asking = mock.method(database, "query");
  const answers = await Promise.all(Array.from({ length: times }, () => site.get(path)));
  asking.mock.restore();
  assert.ok(answers.every(({ status }) => status === 200));
  assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
  return asking.mock.calls.filter(({ arguments: [sql] }) => `${sql}`.includes("ledger.")).length;
}

async function grow(sealed: SealedSite, seconds: number): Promise<void> {
  await sealed.note("x", seconds);
  for (const witness of sealed.witnesses) await sealed.cosign(witness, 0);
}

test("the log page and the checkpoint ask the database once a second, however many readers there are", async () => {
  await using sealed = await openSealedSite();
  await grow(sealed, 1);
  for (const path of ["/log", "/log/checkpoint"]) {
    const alone = await askedBy(sealed, path, 1);
    assert.ok(alone > 0);
    assert.equal(await askedBy(sealed, path, 5), 0, path);
    await grow(sealed, 2);
    assert.equal(await askedBy(sealed, path, 20), alone, path);
  }
});

test("what was published is served a second later", async () => {
  await using sealed = await openSealedSite();
  const { site } = sealed;
  const sizeOf = async () =>
    Number((await (await site.get("/log/checkpoint")).text()).split("\n")[1]);
  await grow(sealed, 1);
  const before = await sizeOf();
  await grow(sealed, 0);
  assert.equal(await sizeOf(), before);
  await sealed.cosign(sealed.witnesses[0], 1);
  assert.equal(await sizeOf(), before + 1);
});
