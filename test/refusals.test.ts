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

async function refuses(planted: string, file: string, words: string[], expected: RegExp) {
  const clean = await outputOf(file, words);
  assert.equal(clean.failed, false, clean.output);
  await plant("src/help/violation.ts", planted);
  try {
    const { failed, output } = await outputOf(file, words);
    assert.equal(failed, true);
    assert.match(output, expected);
  } finally {
    await rm(join(house, "src/help/violation.ts"));
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

test("tsc refuses an import that is not a door", async () => {
  await refuses(throughTheWall, program("tsc"), [], /TS2307/);
});

test("Biome refuses a relative import into another slice", async () => {
  const words = ["lint", "--only=correctness/noPrivateImports", "--error-on-warnings", "src"];
  await refuses(overTheFence, program("biome"), words, /noPrivateImports/);
});

test("the architecture test refuses what the tools let through", () => {
  const inContacts = (text: string) => violationsIn({ path: "src/contacts/violation.ts", text });
  assert.deepEqual(inContacts('import { Notice } from "#platform";\n'), []);
  assert.match(inContacts(upwards).join(), /imports #help, which stands below/);
  assert.match(
    inContacts(overTheFence.replace("contacts", "help")).join(),
    /reaches out of its slice/,
  );
  assert.match(inContacts('const sql = "select name from people";\n').join(), /SQL outside store/);
  assert.match(inContacts('import { Hono } from "hono";\n').join(), /HTTP outside routes/);
  const inGuard = violationsIn({
    path: "src/guard/violation.ts",
    text: 'import { newId } from "#platform";\n',
  });
  assert.match(inGuard.join(), /is pure but imports #platform/);
  const long = violationsIn({ path: "src/help/long.ts", text: "\n".repeat(401) });
  assert.match(long.join(), /more than 400 lines/);
});
