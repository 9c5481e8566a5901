import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import type { CommandContext } from "#platform";
import { lintCommand } from "./lint-command.ts";

async function run(words: string[]): Promise<{ code: number; output: string }> {
  const stdout = new PassThrough();
  const output = text(stdout);
  const context: CommandContext = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    env: {},
    clock: () => new Date("2026-11-20T12:00:00Z"),
  };
  const code = await lintCommand.run(words, context);
  stdout.end();
  return { code, output: await output };
}

async function folderWith(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-lint-"));
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

const page = (body: string) => `---\ntitle: A page\nrelated:\n  - gone\n---\n${body}\n`;

test("findings come in the order of files and lines, and the exit code says that there are some", async () => {
  await using made = await folderWith({
    "content/help/en/a.md": page("Send us your password.\n\nTurn off your settings lock."),
    "messages/en/help.json": '{\n  "x": "Tell us your seed words."\n}\n',
    "b.directory.json": '{"firm": "B", "brands": ["bee"], "contacts": []}',
    "broken.md": "no front matter",
  });
  const { code, output } = await run([made.folder, "--jsonl"]);
  assert.equal(code, 1);
  const findings = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    findings.map(({ file, line, rule }) => [file.slice(made.folder.length + 1), line, rule]),
    [
      ["broken.md", 1, "unreadable"],
      ["content/help/en/a.md", 4, "broken-link"],
      ["content/help/en/a.md", 6, "never-asked"],
      ["content/help/en/a.md", 8, "protection-off"],
      ["messages/en/help.json", 2, "never-asked"],
    ],
  );
  assert.deepEqual(Object.keys(findings[2]), ["file", "line", "rule", "sentence", "why", "remedy"]);

  const shown = await run([join(made.folder, "content")]);
  assert.match(shown.output, /a\.md:6 never-asked: .*\n {4}“Send us your password\.”\n {4}\S/);
  assert.match(shown.output, /3 contradictions\.\n$/);
});

test("a directory that is no longer in force lends nobody its contacts", async () => {
  const contact = (valid_to: string) =>
    JSON.stringify({
      firm: "B",
      brands: ["bee"],
      contacts: [{ type: "email_domain", value: "bee.example", valid_to }],
    });
  const article = "---\ntitle: A page\n---\nWrite to us@bee.example.\n";
  await using past = await folderWith({
    "a.md": article,
    "b.directory.json": contact("2026-11-20"),
  });
  assert.equal((await run([past.folder])).code, 1);
  await using present = await folderWith({
    "a.md": article,
    "b.directory.json": contact("2026-11-21"),
  });
  assert.equal((await run([present.folder])).code, 0);
});

test("a path that isn't there and a strange option are wrong use", async () => {
  await assert.rejects(run(["no-such-path"]), { code: "usage", message: /no-such-path/ });
  await assert.rejects(run(["--strange"]), { code: "usage" });
});
