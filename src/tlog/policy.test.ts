import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import fc from "#fast-check";
import { printCheckpoint } from "./checkpoint.ts";
import { emptyRoot } from "./hashing.ts";
import { keyFrom } from "./key.ts";
import { printKey } from "./key-line.ts";
import type { KeyType } from "./key-type.ts";
import { isQuorum, printPolicy } from "./policy.ts";
import { definitionsMax } from "./policy-parsing.ts";
import { parsePolicy, verifyByPolicy } from "./policy-verification.ts";
import { signerFrom, signNote } from "./sign.ts";
import { utf8 } from "./text.ts";

const now = new Date("2026-11-20T12:00:00Z");
const signerOf = (name: string, type: KeyType) => {
  const algorithm = type === "ml-dsa-44-cosignature" ? "ml-dsa-44" : "ed25519";
  return signerFrom(name, type, generateKeyPairSync(algorithm as "ed25519").privateKey);
};
const origin = "log.example/2026";
const log = signerOf(origin, "ed25519");
const witnesses = ["x1", "x2", "x3", "y1", "y2"].map((name) =>
  signerOf(`${name}.example`, "ed25519-cosignature"),
);
const [x1 = log, x2 = log, x3 = log, y1 = log] = witnesses;
const line = (name: string, signer = x1) => `witness ${name} ${printKey(signer.key)}\n`;
const logLine = `log ${printKey(log.key)}\n`;
const twoLevels = `# Two operators.
${logLine}
\t witness  X1\t${printKey(x1.key)}  https://x1.example/
${line("X2", x2)}${line("X3", x3)}group X-witnesses 2 X1 X2 X3
${line("Y1", y1)}group Y-witnesses any Y1

group both all X-witnesses Y-witnesses
  quorum both`;
const malformed = { name: "Refused", code: "malformed" };

test("the example of tlog-policy is read, printed and read again", () => {
  const policy = parsePolicy(twoLevels);
  assert.deepEqual(
    policy.witnesses.map(({ name, url }) => [name, url]),
    [
      ["X1", "https://x1.example/"],
      ["X2", undefined],
      ["X3", undefined],
      ["Y1", undefined],
    ],
  );
  assert.deepEqual(policy.groups, [
    { name: "X-witnesses", threshold: 2, members: ["X1", "X2", "X3"] },
    { name: "Y-witnesses", threshold: 1, members: ["Y1"] },
    { name: "both", threshold: 2, members: ["X-witnesses", "Y-witnesses"] },
  ]);
  assert.equal(policy.quorum, "both");
  const printed = printPolicy(policy);
  assert.equal(printPolicy(parsePolicy(printed)), printed);
  assert.equal(printPolicy(parsePolicy(utf8(printed))), printed);
  assert.equal(parsePolicy("quorum none").quorum, undefined);
  assert.equal(printPolicy(parsePolicy("quorum none\n")), "quorum none\n");
});

test("a quorum is what counting says, for every subset of the witnesses", () => {
  const policy = parsePolicy(twoLevels);
  fc.assert(
    fc.property(fc.subarray(["X1", "X2", "X3", "Y1"]), (names) => {
      const expected =
        names.filter((name) => name.startsWith("X")).length >= 2 && names.includes("Y1");
      assert.equal(isQuorum(policy, names), expected);
    }),
  );
  assert.equal(isQuorum(parsePolicy("quorum none\n"), []), true);
  assert.equal(isQuorum(parsePolicy(`${line("a")}quorum a\n`), []), false);
  // Words of the format are names like any other.
  const words = `${line("all", x1)}${line("any", x2)}group group 2 all any\nquorum group\n`;
  assert.equal(isQuorum(parsePolicy(words), ["all", "any"]), true);
});

test("every policy that breaks a rule is refused, with the line that breaks it", () => {
  const same = printKey(keyFrom("impostor.example", "ed25519-cosignature", x1.key.bytes));
  for (const [policy, place] of [
    ["quibble a\nquorum none\n", 1],
    ["log\nquorum none\n", 1],
    ["log garbage\nquorum none\n", 1],
    [`log ${printKey(x1.key)}\nquorum none\n`, 1],
    [`${logLine}${logLine}quorum none\n`, 2],
    [`${logLine.trimEnd()} url more\nquorum none\n`, 1],
    ["witness a\nquorum none\n", 1],
    [`witness a ${printKey(log.key)}\nquorum a\n`, 1],
    [`${line("none")}quorum none\n`, 1],
    [`${line("a")}${line("a", x2)}quorum a\n`, 2],
    [`${line("a")}witness b ${same}\nquorum a\n`, 2],
    [`${line("a").trimEnd()} url # comment\nquorum a\n`, 1],
    [`${line("a")}group a any a\nquorum a\n`, 2],
    [`${line("a")}group none any a\nquorum none\n`, 2],
    [`${line("a")}group g\nquorum a\n`, 2],
    [`${line("a")}group g 1\nquorum a\n`, 2],
    [`${line("a")}group g 0 a\nquorum a\n`, 2],
    [`${line("a")}group g -1 a\nquorum a\n`, 2],
    [`${line("a")}group g 01 a\nquorum a\n`, 2],
    [`${line("a")}group g 2 a\nquorum a\n`, 2],
    [`${line("a")}group g constructor a\nquorum a\n`, 2],
    [`${line("a")}group g any b\nquorum a\n`, 2],
    [`${line("a")}group g any none\nquorum a\n`, 2],
    [`${line("a")}group g any a a\nquorum a\n`, 2],
    [`${line("a")}group g any a\ngroup h any a\nquorum a\n`, 3],
    [`${line("a")}group g any g\nquorum a\n`, 2],
    [`group g any a\n${line("a")}quorum g\n`, 1],
    [`quorum a\n${line("a")}`, 1],
    ["quorum\n", 1],
    ["quorum none none\n", 1],
    ["quorum none\n\x7f\n", 2],
  ] as const) {
    const message = new RegExp(`^Line ${place} of the policy: `);
    assert.throws(() => parsePolicy(policy), { ...malformed, message }, policy);
  }
  for (const policy of ["", logLine, "quorum none\nquorum none\n", "quorum none\r\n", "\0"]) {
    assert.throws(() => parsePolicy(policy), malformed);
  }
  assert.throws(() => parsePolicy(Uint8Array.of(0x23, 0xff)), malformed);
  assert.throws(() => parsePolicy("#".repeat(300_000)), { code: "too_large" });
  const many = Array.from({ length: definitionsMax + 1 }, () =>
    line("w", signerOf("w", "ed25519-cosignature")),
  );
  const numbered = many.map((it, place) => it.replace(" w ", ` w${place} `));
  assert.throws(() => parsePolicy(`${numbered.join("")}quorum none`), { code: "too_large" });
  assert.equal(
    parsePolicy(`${numbered.slice(1).join("")}quorum none`).witnesses.length,
    definitionsMax,
  );
});

test("a checkpoint counts when a log of the policy signed it and the quorum cosigned it", () => {
  const policy = parsePolicy(twoLevels);
  const text = printCheckpoint({ origin, size: 0, root: emptyRoot, extensions: [] });
  const { checkpoint, witnessed } = verifyByPolicy(signNote(text, [log, x1, x3, y1], now), policy);
  assert.equal(checkpoint.origin, origin);
  const seconds = now.getTime() / 1000;
  assert.deepEqual(
    witnessed.map(({ witness, timestamp }) => [witness.name, timestamp]),
    [
      ["X1", seconds],
      ["X3", seconds],
      ["Y1", seconds],
    ],
  );
  const untrusted = { name: "Refused", code: "untrusted" };
  assert.throws(() => verifyByPolicy(signNote(text, [log, x1, x2, x3], now), policy), untrusted);
  assert.throws(() => verifyByPolicy(signNote(text, [x1, x2, y1], now), policy), untrusted);
  // One cosigner that signs twice is one witness.
  assert.throws(() => verifyByPolicy(signNote(text, [log, x1, x1, y1], now), policy), untrusted);
  const elsewhere = printCheckpoint({ origin: "other", size: 0, root: emptyRoot, extensions: [] });
  assert.throws(
    () => verifyByPolicy(signNote(elsewhere, [log, x1, x3, y1], now), policy),
    untrusted,
  );
});

test("a log and a witness may sign with ML-DSA-44, and be the same key", () => {
  const quantum = signerOf(origin, "ml-dsa-44-cosignature");
  const key = printKey(quantum.key);
  const policy = parsePolicy(`log ${key}\nwitness self ${key}\nquorum self\n`);
  const text = printCheckpoint({ origin, size: 0, root: emptyRoot, extensions: [] });
  assert.equal(verifyByPolicy(signNote(text, [quantum], now), policy).witnessed.length, 1);
});
