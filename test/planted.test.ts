import assert from "node:assert/strict";
import { test } from "node:test";
import { rules, violationsIn } from "./architecture.ts";
import { untakenIn } from "./doors.ts";
import { read } from "./source.ts";

/** Violations of one rule, and their neighbours that every rule lets pass. */
type Plant = { refused: [path: string, text: string][]; passes: [path: string, text: string][] };

const inHelp = (...texts: string[]) =>
  texts.map((text): [string, string] => ["src/help/planted.ts", text]);
const inStore = (...texts: string[]) =>
  texts.map((text): [string, string] => ["src/help/store.ts", text]);
const at = (path: string, ...texts: string[]) =>
  texts.map((text): [string, string] => [path, text]);

const plants: Record<string, Plant> = {
  length: {
    refused: [...inHelp("\n".repeat(401)), ...at("src/help/index.ts", "\n".repeat(21))],
    passes: [
      ...inHelp("\n".repeat(400)),
      ...at("src/help/index.ts", "\n".repeat(20)),
      ...at("src/help/pages/index.ts", "\n".repeat(21)),
    ],
  },
  "file names": {
    refused: [
      ...at("src/help/utils.ts", ""),
      ...at("src/help/helpers/words.ts", ""),
      ...at("src/help/common/words.ts", ""),
      ...at("src/help/article-types.ts", ""),
      ...at("test/helpers.ts", ""),
    ],
    passes: at("src/help/archetypes.ts", ""),
  },
  slices: {
    refused: at("src/extras/words.ts", ""),
    passes: at("src/extras.ts", ""),
  },
  "named exports": {
    refused: [
      ...at("src/help/index.ts", 'export * from "./words.ts";'),
      ...inHelp("export * as words from './words.ts';"),
    ],
    passes: [
      ...at("src/help/index.ts", 'export { words } from "./words.ts";'),
      ...at("src/platform/index.ts", 'export * from "./words.ts";'),
    ],
  },
  doors: {
    refused: [
      ...at("src/contacts/planted.ts", 'import { answer } from "#help";'),
      ...at("src/contacts/planted.test.ts", 'import { answer } from "#help";'),
      ...at("src/policy/planted.ts", 'const help = await import("#help");'),
      ...inHelp(
        'import { answer } from "#help";',
        'import { check } from "#contacts/check";',
        'import { openTestDatabase } from "#test";',
        "export { frame } from '#home';",
      ),
      ...at("src/platform/planted.ts", 'import type { Ask } from "#guard";'),
      ...at("src/guard/planted.ts", 'import { newId } from "#platform";'),
    ],
    passes: [
      ...inHelp('import { newId } from "#platform";\nimport { check } from "#contacts";'),
      ...at("src/help/planted.test.ts", 'import { openTestDatabase } from "#test";'),
      ...inHelp('// import { frame } from "#home";', 'const sentence = "#home";'),
    ],
  },
  walls: {
    refused: [
      ...inHelp('import { check } from "../contacts/check.ts";', 'import "../server.ts";'),
      ...inHelp('import { articles } from "./article.test.ts";'),
      ...inHelp('import said from "../../messages/en/contacts.json" with { type: "json" };'),
      ...at("src/help/planted.test.ts", 'import { check } from "../contacts/check.ts";'),
      ...at("src/server.ts", 'import { articleFor } from "./help/library.ts";'),
      ...at("src/main.ts", 'const library = await import("./help/library.ts");'),
      ...at(
        "test/journeys/planted.test.ts",
        'import { articleFor } from "../../src/help/library.ts";',
      ),
      ...at("bin/planted.js", 'import "../src/help/library.ts";'),
    ],
    passes: [
      ...inHelp('import said from "../../messages/en/help.json" with { type: "json" };'),
      ...at("src/help/pages/planted.ts", 'import { say } from "../messages.ts";'),
      ...at(
        "src/main.ts",
        'import { loadLibrary } from "#help";\nimport { serve } from "./serve.ts";',
      ),
    ],
  },
  "imports that can be read": {
    refused: [
      ...inHelp(
        "await import(`../contacts/check.ts`);",
        "await import(name);",
        'await import("../contacts/" + name);',
        "await import(/* the store */ path);",
        'createRequire(import.meta.url)("pg");',
        'process.getBuiltinModule("fs");',
        'require("pg");',
        'new Function("return 1");',
      ),
      ...at("src/guard/planted.ts", "createRequire(import.meta.url);"),
    ],
    passes: inHelp('await import("./library.ts");', 'const sentence = "require(x)";'),
  },
  purity: {
    refused: at(
      "src/guard/planted.ts",
      "export const name = process.title;",
      "export const here = import.meta.url;",
      "console.log(1);",
      "setTimeout(run, 1);",
    ),
    passes: [
      ...at("src/guard/planted.ts", 'import { words } from "./words.ts";', "// the process"),
      ...inHelp("export const name = process.title;"),
    ],
  },
  packages: {
    refused: [
      ...inHelp('import pg from "pg";', 'import lodash from "lodash";', "import 'left-pad';"),
      ...inHelp('import { verify } from "mailauth/lib/dkim/verify.js";', 'import fs from "fs";'),
      ...inHelp(
        'import { spawn } from "node:child_process";',
        'import { env } from "node:process";',
      ),
      ...inHelp('import { resolveTxt } from "node:dns/promises";'),
      ...at(
        "src/guard/planted.ts",
        'import { readFile } from "node:fs/promises";',
        'import dns from "node:dns";',
        "import pg from 'pg';",
        'import { run } from "graphile-worker";',
        'import { createHash } from "node:crypto";',
        'import { z } from "@hono/zod-openapi";',
      ),
      ...at("src/server.ts", 'import pg from "pg";'),
      ...at(
        "src/platform/planted.ts",
        'import pg from "pg";',
        'import { spawn } from "node:child_process";',
      ),
    ],
    passes: [
      ...inHelp(
        'import { z } from "@hono/zod-openapi";',
        'import { createHash } from "node:crypto";',
      ),
      ...at("src/contacts/planted.ts", 'import { verify } from "mailauth/lib/dkim/verify.js";'),
      ...at("src/platform/database/planted.ts", 'import { spawn } from "node:child_process";'),
      ...at("src/guard/planted.test.ts", 'import { test } from "node:test";'),
    ],
  },
  "SQL in store.ts": {
    refused: [
      ...inHelp(
        'const sql = "select name from people";',
        "const sql = 'SELECT name FROM people';",
        "const sql = `\n  Insert Into people (name)\n  values ($1)`;",
        'const sql = "sel" + "ect name from people";',
        'const sql = "delete from " + people;',
        'const sql = ["select", "name"].join(" ");',
        'const sql = "drop table people";',
        'const sql = "update people set name = $1";',
        'const sql = "with found as (select 1) select * from found";',
        'const part = "left join help.articles using (slug)";',
        'const sql = "/* found */ (select name from people)";',
        "await database.query(sql);",
      ),
      ...at("src/server.ts", 'await database.query("select 1");'),
      ...at("src/platform/planted.ts", 'const sql = "truncate people";'),
    ],
    passes: [
      ...inStore('const sql = "select name from help.articles";'),
      ...at("src/help/planted.test.ts", 'const sql = "select name from help.articles";'),
      ...inHelp(
        'const sentence = "Update the policy, then delete the file.";',
        'const tag = "selected";',
      ),
      ...inHelp("// select name from people", 'hash.update(text).digest("hex");'),
    ],
  },
  "tables of one's own": {
    refused: inStore(
      'const sql = "select name from contacts.people";',
      "const sql = `INSERT INTO platform.request_counts (bucket) values ($1)`;",
      'const sql = "select name from help.articles, policy.rules";',
      "const sql = 'update \"guard\".words set word = $1';",
    ),
    passes: inStore(
      'const sql = "select articles.name from help.articles";',
      'const sql = "select name from contacts.door_people";',
    ),
  },
  "SQL without values in it": {
    refused: inStore(
      "const sql = `select name from help.articles where slug = '${slug}'`;",
      'const sql = "select name from help.articles where slug = " + slug;',
      "const part = `order by ${column}`;",
      'const sql = ["select name from help.articles where slug = ", slug].join("");',
    ),
    passes: inStore(
      "const sql = `select name from help.articles where slug = $1`;",
      "const marks = `StartSel=${open}`;",
      'const sql = "select name " + "from help.articles";',
    ),
  },
  "HTTP in routes": {
    refused: [
      ...inHelp(
        'import { Hono } from "hono";',
        "import { Hono } from 'hono';",
        'import { getCookie } from "hono/cookie";',
        'import { createRoute, z } from "@hono/zod-openapi";',
        'import { createServer } from "node:http";',
        'import { request } from "node:https";',
        'import { connect } from "node:net";',
        'import type { HttpContext } from "#platform";',
        "await fetch(address);",
        "const ask = fetch;",
        "new WebSocket(address);",
      ),
      ...at("src/help/pages/planted.tsx", 'import { Hono } from "hono";'),
      ...at("src/platform/planted.ts", 'import { serve } from "@hono/node-server";'),
    ],
    passes: [
      ...at("src/help/routes.ts", 'import { Hono } from "hono";'),
      ...at("src/help/routes-votes.ts", 'import { getCookie } from "hono/cookie";'),
      ...at("src/help/pages/planted.tsx", 'import { raw } from "hono/html";'),
      ...inHelp('import { z } from "@hono/zod-openapi";', 'import { isIP } from "node:net";'),
      ...inHelp("await app.fetch(request);", "await prefetch(page);"),
    ],
  },
  "time and environment as arguments": {
    refused: inHelp(
      "const now = Date.now();",
      "const now = new Date();",
      "const now = new Date;",
      "const today = Date();",
      "const since = performance.now();",
      "const sentence = `It is ${new Date().toISOString()}`;",
      'import { systemClock } from "#platform";',
      "const roll = Math.random();",
      "const { PORT } = process.env;",
      'const port = process["env"].PORT;',
      "const { env } = process;",
      "const now = globalThis.Date.now();",
    ),
    passes: [
      ...inHelp("const then = new Date(now.getTime() - 1000);", "const name = process.platform;"),
      ...inHelp("/** Never Date.now(). */", "const at = clock();"),
      ...at("src/platform/time/clock.ts", "const now = new Date();"),
      ...at("src/help/planted.test.ts", "const now = new Date();"),
    ],
  },
  pages: {
    refused: [...at("src/help/planted.tsx", ""), ...at("test/planted.tsx", "")],
    passes: [...at("src/help/pages/planted.tsx", ""), ...at("src/home/frame.tsx", "")],
  },
  "names of refusals": {
    refused: inHelp(
      'class NoArticle extends HoldfastError {\n  override readonly name = "NoArticle";\n}',
      'export class NoWord extends InvalidInput {\n  readonly word = 1;\n  override readonly name = "No";\n}',
    ),
    passes: inHelp(
      'class Overtaken extends Error {\n  override readonly name = "Overtaken";\n}',
      'class NoArticle extends HoldfastError {\n  override readonly code = "no_article";\n}',
      'class None extends NoArticle {}\nclass Late extends Error {\n  override readonly name = "Late";\n}',
    ),
  },
  "no business noun in platform": {
    refused: [
      ...at("src/platform/planted.ts", "type TicketStore = Map<string, string>;"),
      ...at(
        "src/platform/planted.ts",
        "const DIRECTORY_FILE = 1;",
        'const about = "signed policy bundle";',
      ),
      ...at(
        "src/platform/planted.ts",
        "const clientId = 1;",
        "const agentOf = 1;",
        "const vault = 1;",
      ),
      ...at("src/platform/article-index.ts", ""),
    ],
    passes: [
      ...at("src/platform/planted.ts", "// the ticket's client", "const subcontacted = 1;"),
      ...at("src/platform/database/planted.ts", "const client = 1;"),
      ...inHelp("const client = 1;"),
    ],
  },
};

test("every rule has a planted violation", () => {
  assert.deepEqual(
    Object.keys(plants),
    rules.map(({ name }) => name),
  );
});

for (const rule of rules) {
  test(`refused and passed: ${rule.name}`, () => {
    for (const [path, text] of plants[rule.name]?.refused ?? []) {
      const [sentence = ""] = violationsIn(path, text, [rule]);
      assert.ok(sentence.startsWith(`${path} `), `let ${path} pass: ${text.slice(0, 80)}`);
      assert.ok(sentence.endsWith(`${rule.remedy}.`));
    }
    for (const [path, text] of plants[rule.name]?.passes ?? []) {
      assert.deepEqual(violationsIn(path, text), []);
    }
  });
}

test("refused and passed: names that a door gives", () => {
  const house: Record<string, string> = {
    "src/help/index.ts": 'export { say as tell } from "./words/index.ts";',
    "src/help/words/index.ts":
      'export { say, type Word } from "./say.ts";\nexport const all = 1;\nexport async function own() {}',
    "src/help/words/say.test.ts": 'import { all } from "./index.ts";',
    "src/help/page.ts": 'import { own } from "./words/index.ts";',
    "src/site.ts": 'import { newId } from "#platform";\nimport { tell as said } from "#help";',
    "src/platform/index.ts": 'export * from "./naming/index.ts";',
    "src/platform/naming/index.ts":
      'export type { Id } from "./id.ts";\nexport { newId } from "./id.ts";',
  };
  const untaken = untakenIn(Object.entries(house).map(([path, text]) => read(path, text)));
  assert.deepEqual(
    untaken.map((sentence) => sentence.replace(/,.*/, "")),
    [
      "src/help/words/index.ts gives Word",
      "src/help/words/index.ts gives all",
      "src/platform/naming/index.ts gives Id",
    ],
  );
});
