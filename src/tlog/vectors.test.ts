import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { verifyConsistency, verifySubtreeConsistency } from "./consistency.ts";
import { verifyInclusion, verifySubtreeInclusion } from "./inclusion.ts";
import { parseKey } from "./key.ts";
import { printKey } from "./key-line.ts";
import { parseNote, printNote } from "./note.ts";
import { verifyNote } from "./sign.ts";

/** Test vectors of others aren't in this repository: TLOG_VECTORS, or the folder beside it, holds them. */
const folder =
  process.env.TLOG_VECTORS ?? new URL("../../../shared/data/vectors", import.meta.url).pathname;

type Vector = {
  name: string;
  wantErr: boolean;
  leafIdx: number;
  treeSize: number;
  start: number;
  end: number;
  size: number;
  size1: number;
  size2: number;
  leafHash: string;
  root: string;
  root1: string;
  root2: string;
  proof: string[] | null;
};

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
const proofOf = (vector: Vector) => (vector.proof ?? []).map(bytes);

const suites: Record<string, { count: number; verify: (vector: Vector) => void }> = {
  inclusion: {
    count: 98,
    verify: (it) => {
      const tree = { size: it.treeSize, root: bytes(it.root) };
      verifyInclusion(bytes(it.leafHash), it.leafIdx, tree, proofOf(it));
    },
  },
  subtreeinclusion: {
    count: 204,
    verify: (it) =>
      verifySubtreeInclusion(bytes(it.leafHash), it.leafIdx, it, bytes(it.root), proofOf(it)),
  },
  consistency: {
    count: 98,
    verify: (it) => {
      const tree = { size: it.size2, root: bytes(it.root2) };
      verifyConsistency({ size: it.size1, root: bytes(it.root1) }, tree, proofOf(it));
    },
  },
  subtreeconsistency: {
    count: 118,
    verify: (it) => {
      const tree = { size: it.size, root: bytes(it.root2) };
      verifySubtreeConsistency(it, bytes(it.root1), tree, proofOf(it));
    },
  },
};

for (const [name, { count, verify }] of Object.entries(suites)) {
  const file = `${folder}/merkle/${name}.json`;
  const skip = !existsSync(file) && `merkle/${name}.json isn't there`;
  test(`all ${count} vectors of transparency-dev/merkle: ${name}`, { skip }, () => {
    const vectors: Vector[] = JSON.parse(readFileSync(file, "utf8"));
    assert.equal(vectors.length, count);
    for (const vector of vectors) {
      if (vector.wantErr) assert.throws(() => verify(vector), { name: "Refused" }, vector.name);
      else assert.doesNotThrow(() => verify(vector), vector.name);
    }
  });
}

const notes = `${folder}/notes/c2sp-signed-note.json`;
const skip = !existsSync(notes) && "notes/c2sp-signed-note.json isn't there";
test("the note that signed-note prints verifies, and no changed byte of it or its key", {
  skip,
}, () => {
  for (const { vkey, note } of JSON.parse(readFileSync(notes, "utf8"))) {
    assert.equal(printKey(parseKey(vkey)), vkey);
    assert.equal(printNote(parseNote(note)), note);
    assert.equal(verifyNote(parseNote(note), [parseKey(vkey)]).length, 1);
    for (const [place, byte] of Buffer.from(note).entries()) {
      const changed = new Uint8Array(Buffer.from(note));
      changed[place] = byte ^ 1;
      assert.throws(() => verifyNote(parseNote(changed), [parseKey(vkey)]), { name: "Refused" });
    }
  }
});
