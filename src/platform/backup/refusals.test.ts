import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, truncate, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import fc from "#fast-check";
import { openTestDatabase, TestBackups } from "#test";
import { readDecrypter, readEncrypter } from "./encryption.ts";
import { recordErasure } from "./erasures.ts";
import type { Header, Trailer } from "./format.ts";
import { writeWhole } from "./new-file.ts";
import { packed } from "./packing.ts";
import { jsonPart, partOf } from "./parts.ts";

let backups: TestBackups;
let files = 0;
let sound = "";

before(async () => {
  backups = await TestBackups.open();
  sound = newFile();
  await using source = await openTestDatabase();
  await backups.take(source, sound, { erasures: 2 });
});
after(() => backups[Symbol.asyncDispose]());

const newFile = () => backups.path(`${files++}`);
const nowhere = { appUrl: "", ownerUrl: "" };

/** A restore that must be refused before it opens a database. */
function refused(file: string, code: string | RegExp, other = {}): Promise<void> {
  const open = () => assert.fail("opened a database");
  const expected = typeof code === "string" ? { code } : code;
  return assert.rejects(backups.restore(file, nowhere, { open, ...other }), expected);
}

const damaged = /damaged|isn't a backup|encrypted for another key/;

test("a byte that changed anywhere is refused before anything is written", async () => {
  const whole = await readFile(sound);
  const file = newFile();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (place, mask) => {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] ?? 0) ^ mask;
        await writeFile(file, changed);
        await refused(file, damaged);
      },
    ),
    { numRuns: 60, examples: [[whole.length - 1, 1]] },
  );
});

test("a file that was cut anywhere is refused before anything is written", async () => {
  const whole = await readFile(sound);
  const file = newFile();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      await writeFile(file, whole);
      await truncate(file, length);
      await refused(file, damaged);
    }),
    { numRuns: 60, examples: [[0], [whole.length - 1]] },
  );
});

test("a file that was made wrong is refused, though nobody changed it", async () => {
  const header: Header = {
    format: "holdfast backup",
    formatVersion: 1,
    id: "0".repeat(32),
    product: "0.1.0",
    madeAt: "2026-11-20T12:00:00.000Z",
    postgresql: "18.4",
    migrations: [],
    erasures: 0,
    tables: [{ name: "sample.words", columns: ["word"] }],
  };
  const rows = "a\nb\n";
  const sha256 = createHash("sha256").update(rows).digest("hex");
  const tally = { name: "sample.words", rows: 2, sha256 };
  const trailer: Trailer = { tables: [tally], sequences: [] };
  async function* content(parts: readonly unknown[]) {
    for (const part of parts) {
      if (typeof part === "string") yield* partOf(bytes(part));
      else yield* jsonPart(part);
    }
  }
  async function* bytes(text: string) {
    yield Buffer.from(text);
  }
  const open = () => Promise.reject(new Error("opened"));
  const file = newFile();
  await writeWhole(file, packed(content([header, rows, trailer]), backups.encrypter()));
  await assert.rejects(backups.restore(file, nowhere, { open }), new Error("opened"));
  const wrong = [
    [header, rows, { ...trailer, tables: [{ ...tally, rows: 3 }] }],
    [header, rows, { ...trailer, tables: [{ ...tally, sha256: "0".repeat(64) }] }],
    [header, rows, { ...trailer, tables: [] }],
    [header, rows, { ...trailer, tables: [tally, tally] }],
    [header, rows],
    [header, rows, trailer, {}],
    [header, trailer],
    [header, rows, { ...trailer, more: 1 }],
    [{ ...header, formatVersion: 2 }, rows, trailer],
    ["not a list"],
    [],
  ];
  for (const parts of wrong) {
    const file = newFile();
    await writeWhole(file, packed(content(parts), backups.encrypter()));
    await refused(file, "damaged_backup");
  }
});

test("only the right identity or passphrase opens a backup", async () => {
  const strangers = await TestBackups.open();
  await refused(sound, "wrong_key", { decrypter: strangers.decrypter() });
  await strangers[Symbol.asyncDispose]();

  const [file, passphraseFile, otherFile] = [newFile(), newFile(), newFile()];
  await writeFile(passphraseFile, "correct horse battery staple\nnot read");
  await writeFile(otherFile, "incorrect horse battery staple");
  await using source = await openTestDatabase();
  const encrypter = await readEncrypter({ passphraseFile });
  await backups.take(source, file, { encrypter });
  await refused(file, "wrong_key");
  const other = await readDecrypter({ passphraseFile: otherFile });
  await refused(file, "wrong_key", { decrypter: other });
  const decrypter = await readDecrypter({ passphraseFile });
  const open = () => Promise.reject(new Error("opened"));
  await assert.rejects(backups.restore(file, nowhere, { decrypter, open }), new Error("opened"));
});

test("what is no key is refused, and never shown", async () => {
  const file = newFile();
  const secret = "AGE-SECRET-KEY-1QQQ";
  await assert.rejects(readEncrypter({ recipients: [backups.recipient, secret] }), {
    code: "wrong_recipient",
    message: /^Recipient 2 isn't/,
  });
  await writeFile(file, `# a comment\n${secret}\n`);
  await assert.rejects(readDecrypter({ identityFile: file }), { code: "wrong_identity_file" });
  await writeFile(file, "too short\n");
  await assert.rejects(readEncrypter({ passphraseFile: file }), { code: "weak_passphrase" });
  await writeFile(file, `# a comment\n\n${backups.identity}\n`);
  const decrypter = await readDecrypter({ identityFile: file });
  await refused(sound, "older_erasure_list", { decrypter });
});

test("without the newest erasure list, or with one that can't be replayed, nothing is restored", async () => {
  const list = newFile();
  const erasures = { is: "list", file: list } as const;
  const erasure = { kind: "sample.erased", at: new Date(0), ids: {} };
  const replayers = [{ kind: "sample.erased", replay: async () => {} }];
  await refused(sound, "older_erasure_list");
  await refused(sound, "no_erasure_list", { erasures });
  await recordErasure(list, erasure);
  await refused(sound, "older_erasure_list", { erasures, replayers });
  await recordErasure(list, { ...erasure, kind: "later.kind" });
  await refused(sound, "unknown_erasure", { erasures, replayers });
});
