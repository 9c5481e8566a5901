import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const listed = /^\| ((?:Must )?[\d.]+) \|.*\| `([\w./-]+)` \|$/gm;
const titled = /\btest\(\s*(["`])(.*?)\1,/gs;
const marked = /\[(ASVS|Must) ([\d., ]+)\]/g;

/** Which files have a test with an id in its title. */
function filesById(): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>();
  for (const file of globSync(["src/**/*.test.ts", "test/**/*.test.ts"], {
    cwd: root,
    exclude: ["**/node_modules/**"],
  })) {
    for (const [, , title = ""] of readFileSync(join(root, file), "utf8").matchAll(titled)) {
      for (const [, list, ids = ""] of title.matchAll(marked)) {
        for (const number of ids.split(",").map((one) => one.trim())) {
          const id = list === "ASVS" ? number : `${list} ${number}`;
          files.set(id, (files.get(id) ?? new Set()).add(file));
        }
      }
    }
  }
  return files;
}

test("every line of docs/asvs.md has its test, and every test that names one stands there", () => {
  const document = readFileSync(join(root, "docs/asvs.md"), "utf8");
  const lines = [...document.matchAll(listed)].map(([, id = "", file = ""]) => ({ id, file }));
  const known = filesById();
  assert.ok(lines.length > 80);
  const unproven = lines.filter(({ id, file }) => !known.get(id)?.has(file));
  assert.deepEqual(unproven, [], "lines whose file has no test with their id");
  const ids = lines.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, "a line stands twice");
  assert.deepEqual(
    [...known.keys()].filter((id) => !ids.includes(id)),
    [],
    "ids of tests that the document doesn't list",
  );
});
