import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { violationsIn } from "./architecture.ts";

/*
 * The house refuses a wrong import four times over. Here each of the four gets a violation planted in a small
 * copy of the house, under the real configuration files, and must refuse it; without the violation it must not.
 */

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const program = (name: string) => join(root, "node_modules/.bin", name);

let house = "";

const sound = {
  "src/contacts/index.ts": 'export { verdict } from "./check.ts";\n',
  "src/contacts/check.ts": 'export const verdict = "not_ours";\n',
  "src/help/index.ts": 'import { verdict } from "#contacts";\n\nexport const answer = verdict;\n',
};

before(async () => {
  house = await mkdtemp(join(tmpdir(), "holdfast-house-"));
  for (const file of ["package.json", "tsconfig.json"])
    await cp(join(root, file), join(house, file));
  await run("node", ["-e", withoutGit, join(root, "biome.json"), join(house, "biome.json")]);
  await symlink(join(root, "node_modules"), join(house, "node_modules"));
  await mkdir(join(house, "test"));
  for (const [path, text] of Object.entries(sound)) await plant(path, text);
});

after(() => rm(house, { recursive: true, force: true }));

// The copy is no git checkout; everything else of the linter's configuration stays as it is.
const withoutGit = `const fs = require("node:fs"); const [from, to] = process.argv.slice(1);
const config = JSON.parse(fs.readFileSync(from, "utf8")); delete config.vcs;
fs.writeFileSync(to, JSON.stringify(config));`;

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), text);
}

async function outputOf(
  file: string,
  words: string[],
): Promise<{ failed: boolean; output: string }> {
  try {
    const { stdout, stderr } = await run(file, words, { cwd: house });
    return { failed: false, output: stdout + stderr };
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return { failed: true, output: stdout + stderr };
  }
}

async function refuses(
  planted: string,
  file: string,
  words: string[],
  expected: RegExp,
  path = "src/help/violation.ts",
) {
  const clean = await outputOf(file, words);
  assert.equal(clean.failed, false, clean.output);
  await plant(path, planted);
  try {
    const { failed, output } = await outputOf(file, words);
    assert.equal(failed, true, `let pass: ${planted}`);
    assert.match(output, expected);
  } finally {
    await rm(join(house, path));
  }
}

const throughTheWall =
  'import { verdict } from "#contacts/check";\n\nexport const stolen = verdict;\n';
const overTheFence =
  'import { verdict } from "../contacts/check.ts";\n\nexport const stolen = verdict;\n';
const upwards = 'import { answer } from "#help";\n\nexport const stolen = answer;\n';

test("Node refuses an import that is not a door", async () => {
  const probe =
    'await import("./src/help/index.ts"); await import("./src/help/violation.ts").catch((error) => { if (error.code === "ERR_MODULE_NOT_FOUND") return; console.error(error.code); process.exitCode = 1; });';
  await refuses(
    throughTheWall,
    process.execPath,
    ["--input-type=module", "-e", probe],
    /ERR_PACKAGE_IMPORT_NOT_DEFINED/,
  );
});

/** Each with the compiler's code for it. */
const refusedByCompiler: Record<string, [code: RegExp, planted: string]> = {
  "an import that is not a door": [/TS2307/, throughTheWall],
  "an import for its side effect of what is not there": [/TS2882/, 'import "./missing.ts";\n'],
  "an override that does not say so": [
    /TS4114/,
    'export class Refused extends Error {\n  toString() {\n    return "";\n  }\n}\n',
  ],
};

for (const [what, [code, planted]] of Object.entries(refusedByCompiler)) {
  test(`tsc refuses ${what}`, () => refuses(planted, program("tsc"), [], code));
}

test("tsc refuses a wrong type in bin", () =>
  refuses(
    "/** @type {number} */\nexport const port = '';\n",
    program("tsc"),
    [],
    /TS2322/,
    "bin/x.js",
  ));

const branches = Array.from({ length: 21 }, (_, n) => `  if (n > ${n}) total += ${n} ? n : 1;\n`);

/** Each with the rule of Biome that must refuse it. */
const refusedByLinter: Record<string, string> = {
  "correctness/noPrivateImports": overTheFence,
  "nursery/noMisusedPromises":
    "export function each(run: () => Promise<void>) {\n  [1].forEach(async () => {\n    await run();\n  });\n}\n",
  "nursery/noFloatingPromises": "export function each(run: () => Promise<void>) {\n  run();\n}\n",
  "nursery/useExhaustiveSwitchCases":
    'export function wordOf(state: "open" | "shut") {\n  switch (state) {\n    case "open":\n      return 1;\n  }\n  return 2;\n}\n',
  "style/noDefaultExport": "export default 1;\n",
  "suspicious/noConsole": 'console.log("here");\n',
  "complexity/noExcessiveCognitiveComplexity": `export function tangle(n: number) {\n  let total = 0;\n${branches.join("")}  return total;\n}\n`,
};

for (const [rule, planted] of Object.entries(refusedByLinter)) {
  test(`Biome refuses by ${rule}`, () => refusedBy(rule, planted));
}

test("Biome refuses words for people in a page, which belong into the catalogue", () =>
  refusedBy(
    "style/noJsxLiterals",
    "export function Greeting() {\n  return <p>Hello, world</p>;\n}\n",
    "src/help/pages/violation.tsx",
  ));

function refusedBy(rule: string, planted: string, path?: string) {
  const words = ["lint", `--only=${rule}`, "--error-on-warnings", "src"];
  return refuses(planted, program("biome"), words, new RegExp(rule), path);
}

test("the architecture test refuses what the tools let through: see planted.test.ts", () => {
  const [sentence] = violationsIn("src/contacts/violation.ts", upwards);
  assert.match(sentence ?? "", /imports #help, which does not stand above it/);
});
