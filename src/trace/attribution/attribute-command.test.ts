import assert from "node:assert/strict";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { InvalidInput, UsageError } from "#platform";
import { runCommand } from "#test";
import { attributeCommand } from "./index.ts";

const view = { agent: "a1", client: "c1", at: "2026-02-15T08:00", fields: { phone: 1 } };
const row = { client: "c1", fields: { phone: 1 } };

/** Runs the command on files with these texts. */
async function run(views: string, sample: string, ...words: string[]) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-attribute-"));
  const [viewsFile, sampleFile] = [join(folder.path, "views"), join(folder.path, "sample")];
  await writeFile(viewsFile, views);
  await writeFile(sampleFile, sample);
  const files = ["--views", viewsFile, "--sample", sampleFile];
  const clock = { clock: () => new Date() };
  const said = await runCommand(attributeCommand, [...files, ...words], clock);
  const json = await runCommand(attributeCommand, [...files, "--json", ...words], clock);
  return { ...json, found: JSON.parse(json.stdout), said: said.stdout };
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

suite("holdfast trace attribute", () => {
  test("--before is a day or a moment in UTC, and nothing that could mean another one", async () => {
    for (const [before, unseen] of [
      ["2026-02-15T08:00", 1],
      ["2026-02-15T08:01", 0],
      ["2026-02-15T09:01+01:00", 0],
    ] as const) {
      const { found } = await run(line(view), line(row), "--before", before);
      assert.equal(found.unseen, unseen, before);
    }
    for (const before of ["2026-02-31", "5", "02/03/2026"]) {
      await assert.rejects(
        run(line(view), line(row), "--before", before),
        (error) => error instanceof UsageError && error.message.includes(`${before} is no date`),
      );
    }
  });

  test("of two who saw the same it says why neither is named, and nothing more", async () => {
    const clients = Array.from({ length: 20 }, (_, number) => `c${number}`);
    const others = Array.from({ length: 2_000 }, (_, number) => ({
      ...{ ...view, agent: `o${number % 40}`, client: `d${number}` },
    }));
    const seen = clients.flatMap((client) => [
      { ...view, agent: "one", client },
      { ...view, agent: "two", client },
    ]);
    const rows = clients.map((client) => line({ client })).join("");
    const { said } = await run([...seen, ...others].map(line).join(""), rows);
    assert.match(
      said,
      /isn't named: beside what (?:one|two) saw too, too little is left to tell the one from the other\./,
    );
    assert.doesNotMatch(said, /nearly the same/);
  });

  test("a number that can't be told from the next one is refused, not rounded", async () => {
    const views = ["9007199254740993", "-9007199254740993", "1.5", "1e400", "9007199254740991"].map(
      (client) => line(view).replace('"c1"', client),
    );
    const sample = `${line(row).replace('"c1"', "9007199254740994")}${line(row).replace('"c1"', "9007199254740991")}`;
    const { code, stderr, found } = await run(views.join(""), sample);
    assert.equal(code, 1);
    const bad = stderr
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    assert.deepEqual(
      bad.map((one) => `${one.file} ${one.line}`),
      ["views 1", "views 2", "views 3", "views 4", "sample 1"],
    );
    for (const { error } of bad) {
      assert.match(
        error,
        /nor a whole number up to 9007199254740991: write other numbers in quotation marks/,
      );
    }
    assert.equal(found.unseen, 0, "the one that is left is its own client");
    const named = [line(view), line(row)].map((text) => text.replace('"c1"', '"9007199254740993"'));
    assert.equal((await run(named[0] ?? "", named[1] ?? "")).code, 0);
  });

  test("a file that isn't there or is none is said with its path", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-attribute-"));
    const file = join(folder.path, "views");
    await writeFile(file, line(view));
    for (const [views, sample, wrong] of [
      [join(folder.path, "none"), file, /none isn't there\. Check the path\./],
      [file, folder.path, /can't be read \(EISDIR\)\. Check the path\./],
    ] as const) {
      const words = ["--views", views, "--sample", sample];
      await assert.rejects(
        runCommand(attributeCommand, words, { clock: () => new Date() }),
        (error) => error instanceof InvalidInput && wrong.test(error.message),
      );
    }
  });

  test("where there is nothing to look at, that is said, and nobody is not the answer", async () => {
    for (const [views, sample, wrong] of [
      [line(view), "", /sample holds no row\. Give one a line, in JSON\./],
      ["\n", line(row), /views holds no view\./],
      ["x\n", line(row), /views holds no view\./],
    ] as const) {
      await assert.rejects(
        run(views, sample),
        (error) => error instanceof InvalidInput && wrong.test(error.message),
      );
    }
  });

  test("a name that isn't read is told once, and costs nothing", async () => {
    const mistyped = line({ client: "c1", field: {} });
    const { code, stderr } = await run(line(view), mistyped + mistyped + line(row));
    assert.equal(code, 0);
    assert.equal(stderr, '{"file":"sample","line":1,"unread":"field"}\n');
  });

  test("a thousand bad lines are told one by one, the others counted; where nothing else came, no more is read", async () => {
    const { stderr } = await run(line(view) + "x\n".repeat(1_005), line(row));
    const told = stderr.trim().split("\n");
    assert.equal(told.length, 1_001);
    assert.deepEqual(JSON.parse(told.at(-1) ?? ""), { file: "views", more: 5 });
    await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-attribute-"));
    const [views, sample] = [join(folder.path, "views"), join(folder.path, "sample")];
    await writeFile(views, "x\n".repeat(1_000) + line(view));
    await writeFile(sample, line(row));
    const words = ["--views", views, "--sample", sample];
    const clock = { clock: () => new Date() };
    await assert.rejects(runCommand(attributeCommand, words, clock), /views holds no view\./);
  });

  test("a byte order mark costs no line, and of a bad line it is said what is wrong with it", async () => {
    const marked = await run(`\ufeff${line(view)}`, `\ufeff${line(row)}`);
    assert.deepEqual([marked.code, marked.stderr, marked.found.unseen], [0, "", 0]);
    const long = line({ ...row, client: "c".repeat(70_000) });
    const { code, stderr, found } = await run(
      line(view),
      `{"client"\n${line([])}${long}${line(row)}`,
    );
    assert.equal(code, 1);
    const [json, object, length, ...more] = stderr.trim().split("\n");
    assert.deepEqual(JSON.parse(json ?? ""), {
      ...{ file: "sample", line: 1 },
      error: "isn't JSON: write one object a line",
    });
    assert.match(object ?? "", /"line":2,"error":"the line takes an object, in { }."/);
    assert.match(length ?? "", /"line":3,"error":"is over 64000 bytes long"/);
    assert.deepEqual([more, found.unseen], [[], 0]);
  });
});
