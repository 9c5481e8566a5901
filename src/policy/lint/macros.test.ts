import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gather } from "./gather.ts";
import { lint } from "./rules.ts";

const now = new Date("2026-11-20T12:00:00Z");

test("a prepared answer that the guard would stop is named with its file and line, in its language", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-lint-"));
  const macros = join(folder, "macros");
  await mkdir(macros);
  const english = [
    "- id: fine",
    "  title: Fine",
    "  text: We think that this is solved.",
    "- id: asking",
    "  title: Asking",
    "  text: |",
    "    Thank you for writing.",
    "",
    "    Please send us your password.",
  ];
  const german = ['- {id: frage, title: Frage, text: "Schicken Sie mir bitte kurz Ihr Passwort."}'];
  await writeFile(join(macros, "en.yaml"), english.join("\n"));
  await writeFile(join(macros, "de.yaml"), german.join("\n"));
  await writeFile(join(macros, "fr.yaml"), "- id: 7");
  const findings = lint(await gather([folder], now));
  const stopped = findings.filter(({ rule }) => rule === "macro-stopped");
  assert.deepEqual(
    stopped.map(({ file, line }) => [file.slice(macros.length + 1), line]),
    [
      ["de.yaml", 1],
      ["en.yaml", 9],
    ],
  );
  assert.match(stopped[1]?.why ?? "", /asking/);
  assert.match(stopped[1]?.sentence ?? "", /password/);
  const unreadable = findings.filter(({ rule }) => rule === "unreadable");
  assert.deepEqual(
    unreadable.map(({ file }) => file),
    [join(macros, "fr.yaml")],
  );
  await rm(folder, { recursive: true });
});

test("our own prepared answers pass", async () => {
  const findings = lint(await gather(["content/macros"], now));
  assert.deepEqual(findings, []);
});
