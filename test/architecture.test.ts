import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { mayImport, type SourceFile, violationsIn } from "./architecture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function sources(): SourceFile[] {
  const options = { cwd: root, exclude: ["**/node_modules/**"] };
  return globSync("{src,test}/**/*.{ts,tsx}", options).map((path) => ({
    path,
    text: readFileSync(resolve(root, path), "utf8"),
  }));
}

test("every file imports only what its slice may, and keeps SQL and HTTP in their places", () => {
  assert.deepEqual(sources().flatMap(violationsIn), []);
});

test("the table, the folders and the doors in package.json name the same slices", () => {
  const slices = Object.keys(mayImport).sort();
  const folders = readdirSync(resolve(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const { imports } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
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
