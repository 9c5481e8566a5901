import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { readSample, wordOf } from "./index.ts";
import { limits } from "./limits.ts";
import { ColumnNames } from "./record.ts";
import { SampleText } from "./sample-text.ts";
import { isSqlDump, sqlItems } from "./sql-dump.ts";

/** Records by the names of their columns, and why others weren't read. */
function read(text: string) {
  const names = new ColumnNames(limits.columns, limits.nameLetters);
  const items = [...sqlItems(new SampleText(Buffer.from(text), false), names, limits)];
  return items.flatMap((item): object[] => {
    if (item.is === "bad") return [{ line: item.line, because: item.because }];
    if (item.is !== "record") return [];
    const cells = [...item.cells.entries()].filter(([, cell]) => cell !== undefined);
    return [Object.fromEntries(cells.map(([place, cell]) => [names.all[place], cell]))];
  });
}

const amber = { name: "Test O'Amber", email: "t1@demo.example" };
const birch = { name: "Test Birch", email: "t2@demo.example" };

const dumps: readonly (readonly [string, string, readonly object[]])[] = [
  [
    "mysqldump: names from the table, rows of one line, backslashes, a key that is no column",
    "-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `users`;\nCREATE TABLE `users` (\n  `id` int(11) NOT NULL,\n  `name` varchar(99) DEFAULT 'x,y',\n  `email` text,\n  PRIMARY KEY (`id`),\n  KEY `by` (`name`,`email`)\n) ENGINE=InnoDB;\nLOCK TABLES `users` WRITE;\nINSERT INTO `users` VALUES (1,'Test O\\'Amber','t1@demo.example'),(2,'Test Birch',NULL);\nUNLOCK TABLES;\n",
    [
      { id: "1", ...amber },
      { id: "2", name: "Test Birch" },
    ],
  ],
  [
    "pg_dump: lines behind copy, and the statements around them",
    "--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';\nCREATE TABLE public.users (\n    name text,\n    email text\n);\nCOPY public.users (name, email) FROM stdin;\nTest O'Amber\tt1@demo.example\nTest\\tCedar\t\\N\n\\.\n\nALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (name);\n",
    [amber, { name: "Test\tCedar" }],
  ],
  [
    "one statement for each row, in a schema, with casts and a doubled apostrophe",
    "INSERT INTO public.\"users\" (\"name\", email) VALUES ('Test O''Amber'::text, E't1@demo\\.example');\ninsert into public.users (name, email) values ('Test Birch', lower('t2@demo.example'));",
    [amber, birch],
  ],
  [
    "SQL Server's brackets and national strings; a row over several lines",
    "INSERT [dbo].[Users] ([name], [email])\nVALUES\n  (N'Test O''Amber',\n   N't1@demo.example'),\n  (N'Test Birch', N't2@demo.example') -- the last\nGO\n",
    [amber, birch],
  ],
  [
    "a second table's columns are named with it, and without names by their places",
    "insert into users (name, email) values ('Test Birch','t2@demo.example');\ninsert into visits values (7,'x');\n",
    [birch, { "visits.column 1": "7", "visits.column 2": "x" }],
  ],
  [
    "a string that doesn't end costs its row; what follows is read on",
    `insert into users (name, email) values\n('Test Birch','t2@demo.example'),\n('Test Cedar','${"so\n".repeat(30)}),\n('Test O''Amber','t1@demo.example');\n`,
    [birch, { line: 2, because: "unclosed_quote" }, amber],
  ],
  [
    "rows with too many brackets, too many and too few cells, and one that ends with the file",
    `insert into users (name, email) values\n(${"(".repeat(30)}1),\n('a','b','c'),\n('only'),\n('Test Birch','t2@demo.example'),\n('Test`,
    [
      { line: 1, because: "too_deep" },
      { line: 2, because: "too_many_cells" },
      { line: 3, because: "too_few_cells" },
      birch,
      { line: 5, because: "unclosed_quote" },
    ],
  ],
];

for (const [what, text, wanted] of dumps) {
  test(`${what}: read`, () => assert.deepEqual(read(text), wanted));
}

const names = ["name", "email", "city"] as const;
const cell = fc.option(
  fc.string({ unit: fc.constantFrom(..."aé'\"\\`,;()/*-\t\n Ω0N") }).map((text) => `${text}x`),
);
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 9 });
type Row = readonly (string | null)[];

const hidden = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const listed = (all: readonly Row[], written: (text: string) => string) =>
  all.map((row) => `(${row.map((one) => (one === null ? "NULL" : written(one))).join(", ")})`);

const writers: readonly (readonly [string, (all: readonly Row[]) => string])[] = [
  [
    "MySQL's",
    (all) =>
      `INSERT INTO \`users\` (\`name\`,\`email\`,\`city\`) VALUES ${listed(all, (text) => `'${hidden(text).replaceAll("'", "\\'")}'`).join(",")};\n`,
  ],
  [
    "the standard's",
    (all) =>
      `INSERT INTO users (name, email, city) VALUES\n${listed(all, (text) => `'${text.replaceAll("'", "''")}'`).join(",\n")};\n`,
  ],
  [
    "PostgreSQL's",
    (all) =>
      `COPY public.users (name, email, city) FROM stdin;\n${all.map((row) => row.map((one) => (one === null ? "\\N" : hidden(one).replaceAll("\t", "\\t"))).join("\t")).join("\n")}\n\\.\n`,
  ],
];

for (const [whose, written] of writers) {
  test(`whatever stands in rows, in ${whose} way of writing them: read as it was`, () => {
    fc.assert(
      fc.property(rows, (all) => {
        const filled = all.filter((row) => row.some((one) => one !== null));
        const wanted = filled.map((row) =>
          Object.fromEntries(
            row.flatMap((one, place) => (one === null ? [] : [[names[place], one]])),
          ),
        );
        assert.deepEqual(read(written(all)), wanted);
      }),
    );
  });
}

test("whatever a dump is made of, reading it ends, and counts on", () => {
  const pieces = [
    "insert into t values (",
    "copy t from stdin;",
    "create table t (",
    "'",
    '"',
    "`",
  ];
  const signs = ["/*", "*/", "--", "(", ")", ",", ";", "\\", "\n", "[", "]", ".", "e'", "x", " "];
  const text = fc.array(fc.constantFrom(...pieces, ...signs), { maxLength: 60 });
  fc.assert(
    fc.property(text, (some) => {
      const known = new ColumnNames(limits.columns, limits.nameLetters);
      const bytes = Buffer.from(some.join(""));
      let [line, end] = [0, 0];
      for (const item of sqlItems(new SampleText(bytes, false), known, limits)) {
        if (item.is === "pause") continue;
        assert.equal(item.line, line + 1);
        assert.ok(item.end >= end && item.end <= bytes.length);
        ({ line, end } = item);
      }
    }),
  );
});

test("a dump as a sample: its rows, what their columns mean, and records counted", async () => {
  const users = Array.from(
    { length: 12 },
    (_, place) => `(${place},'Test Amber','t${place}@demo.example','+44 7700 90012${place % 10}')`,
  );
  const text = `-- MySQL dump\nCREATE TABLE \`users\` (\n  \`id\` int,\n  \`name\` text,\n  \`mail\` text,\n  \`tel\` text\n);\nINSERT INTO \`users\` VALUES ${users.join(",")};\n`;
  const { rows: taken, columns, stated } = await readSample(text);
  assert.equal(stated.format, "sql_dump");
  assert.equal(stated.counted, "records");
  assert.deepEqual([stated.lines.rows, stated.lines.all, taken.length], [12, 12, 12]);
  const meanings = columns.map(({ name, meaning }) => [name, wordOf(meaning)]);
  assert.deepEqual(meanings, [
    ["id", "reference"],
    ["name", "name"],
    ["mail", "email"],
    ["tel", "phone"],
  ]);
});

const others = [
  "Please insert my values into the form",
  "create a table for me",
  "copy this",
  "name,email\ninsert,values\n",
];

for (const text of others) {
  test(`no dump: ${JSON.stringify(text)}`, () => assert.equal(isSqlDump(text), false));
}
