import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules, violationsIn } from "./architecture.ts";
import { untakenIn } from "./doors.ts";
import { mayImport, packages } from "./house.ts";
import { type Run, runs, testFilesOf } from "./runs/run.ts";
import { read } from "./source.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const textOf = (path: string) => readFileSync(resolve(root, path), "utf8");

const options = { cwd: root, exclude: ["**/node_modules/**"] };
const files = globSync("{bin,src,test}/**/*.{js,ts,tsx}", options);
const sources = files.map((path) => read(path, textOf(path)));

test("every file keeps to every rule of the house", () => {
  assert.deepEqual(
    files.flatMap((path) => violationsIn(path, textOf(path))),
    [],
  );
});

test("a door gives only what somebody outside of its folder takes", () => {
  assert.deepEqual(untakenIn(sources), []);
});

test("every test file stands in one run of `npm test`, and each run has its file", () => {
  const names = Object.keys(runs) as Run[];
  const inRuns = names.flatMap(testFilesOf).sort();
  const all = globSync("{src,test}/**/*.test.{ts,tsx}", options);
  const isApart = (file: string) => /^test\/(?:peers|runs)\//.test(file);
  assert.deepEqual(inRuns, all.filter((file) => !isApart(file)).sort());
  const written = globSync("test/runs/*.test.ts", options).map((file) => textOf(file).trim());
  const wanted = names.map(
    (name) => `import { runTests } from "./run.ts";\n\nrunTests("${name}");`,
  );
  assert.deepEqual(written.sort(), wanted.sort());
});

test("every exception from a rule is needed", () => {
  for (const rule of rules) {
    for (const start of Object.keys(rule.except ?? {})) {
      const excepted = files.filter((path) => path.startsWith(start));
      const strict = [{ ...rule, except: {} }];
      const found = excepted.flatMap((path) => violationsIn(path, textOf(path), strict));
      assert.notEqual(found.length, 0, `${rule.name}: ${start} needs no exception`);
    }
  }
});

test("every package of the table is used where the table says", () => {
  for (const [start, names] of Object.entries(packages)) {
    const imports = sources
      .filter(({ path }) => path.startsWith(start))
      .flatMap((file) => file.imports);
    for (const name of names) {
      const isUsed = imports.some(({ from = "" }) => from === name || from.startsWith(`${name}/`));
      assert.ok(isUsed, `${start} does not use ${name}`);
    }
  }
});

test("the table, the folders and the doors in package.json name the same slices", () => {
  const slices = Object.keys(mayImport).sort();
  const folders = readdirSync(resolve(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const { imports } = JSON.parse(textOf("package.json"));
  const { "#test": testDoor, "#fast-check": fastCheck, ...doors } = imports;
  assert.deepEqual(folders.sort(), slices);
  assert.deepEqual([testDoor, fastCheck], ["./test/index.ts", "./test/fast-check.ts"]);
  assert.deepEqual(
    doors,
    Object.fromEntries(slices.map((name) => [`#${name}`, `./src/${name}/index.ts`])),
  );
});

test("a slice imports only slices that stand above it, so no cycle is possible", () => {
  const order = Object.keys(mayImport);
  for (const [slice, allowed] of Object.entries(mayImport)) {
    for (const other of allowed) {
      assert.ok(order.indexOf(other) < order.indexOf(slice), `${slice} may import ${other}`);
    }
  }
});

test("ARCHITECTURE.md shows the table that is executed", () => {
  const rows = textOf("ARCHITECTURE.md").matchAll(/^\| `(\w+)` \| .* \| (.+) \|$/gm);
  const above: string[] = [];
  const shown = [...rows].map(([, slice = "", allowed = ""]) => {
    const listed = allowed === "all above" ? [...above] : allowed.split(", ");
    if (slice !== "platform") above.push(slice);
    return [slice, allowed === "-" ? [] : listed];
  });
  assert.deepEqual(shown, Object.entries(mayImport));
});
