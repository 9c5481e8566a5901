import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { keyFrom, parseKey } from "./key.ts";
import { printKey } from "./key-line.ts";
import type { KeyType } from "./key-type.ts";
import { parseNote, printNote, signaturesMax } from "./note.ts";
import { signerFrom, signNote, signText, verifyNote } from "./sign.ts";
import { utf8 } from "./text.ts";

const now = new Date("2026-11-20T12:00:00Z");
const signerOf = (name: string, type: KeyType = "ed25519") => {
  const algorithm = type === "ml-dsa-44-cosignature" ? "ml-dsa-44" : "ed25519";
  return signerFrom(name, type, generateKeyPairSync(algorithm as "ed25519").privateKey);
};
const log = signerOf("log.example/2026");
const refused = { name: "Refused" };
const malformed = { name: "Refused", code: "malformed" };

test("every single-byte change of a key line is refused, whatever its type", () => {
  const types: KeyType[] = ["ed25519", "ed25519-cosignature", "ml-dsa-44-cosignature"];
  for (const type of types) {
    const { key } = signerOf("witness.example/ä", type);
    const line = printKey(key);
    assert.equal(printKey(parseKey(line)), line);
    assert.deepEqual(parseKey(line).bytes, key.bytes);
    const step = type === "ml-dsa-44-cosignature" ? 29 : 1;
    for (let place = 0; place < line.length; place += step) {
      for (const character of ["A", "a", "0", "+", "/", "=", "\n", " ", "ß"]) {
        if (line[place] === character) continue;
        const changed = `${line.slice(0, place)}${character}${line.slice(place + 1)}`;
        assert.throws(() => parseKey(changed), refused, changed);
      }
      assert.throws(() => parseKey(line.slice(0, place)), refused);
    }
  }
});

test("a key line in another spelling, of an unknown type or with a bad name is refused", () => {
  const [name, id = "", encoded = ""] = printKey(log.key).split(/\+(.{8})\+/);
  assert.throws(() => parseKey(`${name}+${id.toUpperCase()}x+${encoded}`), malformed);
  assert.throws(() => parseKey(`${name}+00000000+${encoded}`), malformed);
  assert.throws(() => parseKey(`${name}+${id}+${encoded.replace(/=*$/, "")}A`), refused);
  assert.throws(() => parseKey(`${name}+${id}+AgAA`), { code: "unsupported_key" });
  assert.throws(() => parseKey("x".repeat(100_000)), { code: "too_large" });
  for (const bad of [
    "",
    "a b",
    "a+b",
    "a\u00a0b",
    "a\u0085b",
    "a\u2028b",
    "a\nb",
    "\ud800",
    "a".repeat(256),
  ]) {
    assert.throws(() => keyFrom(bad, "ed25519", log.key.bytes), malformed, bad);
  }
  assert.throws(() => keyFrom("a", "ed25519", new Uint8Array(31)), malformed);
  const { privateKey } = generateKeyPairSync("x25519");
  assert.throws(() => signerFrom("a", "ed25519", privateKey), malformed);
});

test("every single-byte change of a note is refused", () => {
  const signed = utf8(signNote("First line\n\nZweite Zeile: ä\n", [log], now));
  verifyNote(parseNote(signed), [log.key]);
  for (const [place, byte] of signed.entries()) {
    for (const other of [byte ^ 1, byte ^ 0x20, byte ^ 0x80, 0x0a, 0x20, 0x41]) {
      if (other === byte) continue;
      const changed = signed.slice();
      changed[place] = other;
      assert.throws(() => verifyNote(parseNote(changed), [log.key]), refused);
    }
    const shorter = Uint8Array.from([...signed.slice(0, place), ...signed.slice(place + 1)]);
    assert.throws(() => verifyNote(parseNote(shorter), [log.key]), refused);
  }
});

test("a note prints back as it was parsed, with empty lines in its text", () => {
  const line = fc.string({ unit: codePoint }).map((text) => text.replace(/\p{Cc}/gu, ""));
  const other = signerOf("other.example");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const text = `${lines.join("\n")}\n`;
      const signed = signNote(text, [log, other], now);
      const note = parseNote(signed);
      assert.equal(note.text, text);
      assert.equal(printNote(note), signed);
      assert.deepEqual(parseNote(utf8(signed)), note);
      assert.equal(verifyNote(note, [log.key, other.key]).length, 2);
    }),
    { numRuns: 50 },
  );
});

test("whatever is parsed as a note prints back as the same characters", () => {
  const piece = fc.constantFrom(
    "\n",
    "\n\n",
    "— ",
    "a ",
    "b",
    "AAAAAAA=",
    "AAAAAAE=",
    "\r",
    "\ufeff",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const signed = pieces.join("");
      let printed: string;
      try {
        printed = printNote(parseNote(signed));
      } catch (error) {
        return (error as Error).name === "Refused";
      }
      return printed === signed;
    }),
    { numRuns: 3000 },
  );
  assert.equal(printNote(parseNote("a\n\n— b AAAAAAA=\n")), "a\n\n— b AAAAAAA=\n");
});

test("malformed notes are refused by name", () => {
  const line = "— a AAAAAAA=\n";
  for (const note of [
    "",
    "text\n",
    "text\n\n",
    `text\n${line}`,
    `text\n\n${line.trimEnd()}`,
    `text\n\n${line}more\n`,
    `text\n\n- a AAAAAAA=\n`,
    `text\n\n— a\n`,
    `text\n\n— AAAAAAA=\n`,
    `text\n\n— a AAAAAA==\n`,
    `text\n\n— a AAAAAAB=\n`,
    `text\n\n— a AAAAAAA\n`,
    `text\n\n— a  AAAAAAA=\n`,
    `text\n\n— a AAAAAAA= \n`,
    `te\rxt\n\n${line}`,
    `te\0xt\n\n${line}`,
    `te\ud800xt\n\n${line}`,
  ]) {
    assert.throws(() => parseNote(note), malformed, JSON.stringify(note));
  }
  const good = utf8(`a\n\n${line}`);
  assert.throws(() => parseNote(Uint8Array.of(0xff, ...good)), malformed);
  assert.equal(parseNote(Uint8Array.of(0xef, 0xbb, 0xbf, ...good)).text, "\ufeffa\n");
  assert.throws(() => parseNote(`a\n\n${line.repeat(signaturesMax + 1)}`), { code: "too_large" });
  assert.throws(() => parseNote(`${"a".repeat(300_000)}\n\n${line}`), { code: "too_large" });
  assert.throws(
    () => printNote({ text: "a", signatures: parseNote(`a\n\n${line}`).signatures }),
    malformed,
  );
  assert.throws(() => printNote({ text: "a\n", signatures: [] }), malformed);
  assert.equal(parseNote(`a\n\n${line.repeat(signaturesMax)}`).signatures.length, signaturesMax);
});

test("only known keys count; a signature that claims one and isn't by it spoils the note", () => {
  const text = "text\n";
  const stranger = signerOf("stranger.example");
  const namesake = signerOf(log.key.name);
  const good = signText(log, text, now);
  const bad = { ...signText(namesake, text, now), id: log.key.id };
  const unknown = signText(stranger, text, now);
  const verified = verifyNote({ text, signatures: [unknown, good] }, [log.key]);
  assert.deepEqual(
    verified.map(({ key }) => key.name),
    [log.key.name],
  );
  const untrusted = { name: "Refused", code: "untrusted" };
  assert.throws(() => verifyNote({ text, signatures: [unknown] }, [log.key]), untrusted);
  assert.throws(() => verifyNote({ text, signatures: [good] }, []), untrusted);
  assert.throws(() => verifyNote({ text, signatures: [good] }, [namesake.key]), untrusted);
  assert.throws(() => verifyNote({ text, signatures: [good, bad] }, [log.key]), {
    code: "signature_wrong",
  });
  const short = { ...good, signature: good.signature.subarray(1) };
  assert.throws(() => verifyNote({ text, signatures: [short] }, [log.key]), {
    code: "signature_wrong",
  });
  const clash = { ...namesake.key, id: log.key.id };
  assert.throws(() => verifyNote({ text, signatures: [good] }, [log.key, clash]), malformed);
});
