import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { printRemark, splitProofs } from "./proof-collection.ts";

const words = fc.string({ unit: codePoint, maxLength: 20 });
const proof = words.map((text) => `${JSON.stringify({ details: text, more: {} }, undefined, 2)}\n`);
const part = fc.oneof(fc.record({ proof }), fc.record({ remark: words }));

test("a file of proofs and remarks comes apart into the very proofs", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), proof, (some, last) => {
      const parts = [...some, { proof: last }];
      const file = parts.map((one) => ("proof" in one ? one.proof : printRemark(one.remark)));
      const proofs = parts.flatMap((one) => ("proof" in one ? one.proof : []));
      const split = splitProofs(Buffer.from(file.join("")));
      assert.deepEqual(
        split.map((bytes) => Buffer.from(bytes).toString()),
        proofs,
      );
    }),
  );
});

test("what is no such file comes back as it is, to be refused", () => {
  for (const text of ["", "{}", "# nothing\n", 'stray\n{\n  "a": 1\n}\n', "\n"]) {
    const source = Buffer.from(text);
    assert.deepEqual(splitProofs(source), [source], text);
  }
});
