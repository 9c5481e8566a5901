import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { idFrom, NotAsPrinted } from "#platform";
import {
  type Certificate,
  certificateHash,
  parseCertificate,
  parseCertificateFile,
  printCertificate,
  printCertificateFile,
} from "./file.ts";

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("base64"));
const count = fc.nat();
const bounds = fc.record({ lower: count, best: count, upper: count });
const moment = fc
  .date({ min: new Date(0), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString());
const day = moment.map((at) => at.slice(0, 10));
const text = fc.string({ unit: codePoint, maxLength: 30 });
const figureFor = <Name extends string, Value>(name: Name, of: fc.Arbitrary<Value>) =>
  fc.tuple(of, bounds).map(([value, own]) => ({ [name]: value, ...own }) as never);

const certificate: fc.Arbitrary<Certificate> = fc
  .record({
    holdfast_scope_certificate: fc.constantFrom(1 as const, 2 as const),
    id: fc.uuid().map((uuid) => idFrom("scope", uuid)),
    counted_at: moment,
    query: fc.record({
      words: text,
      sample: hash,
      rows: count,
      before: moment,
      people: fc.array(fc.tuple(day, day), { maxLength: 3 }).map((days) =>
        days.map((both, place) => {
          const [first = "", last = ""] = [...both].sort();
          return { person: `p${place + 1}`, first_day: first, last_day: last };
        }),
      ),
      margin_days: count,
    }),
    figures: fc.record({
      clients: bounds,
      values: bounds,
      by_field: fc.tuple(bounds, bounds).map(([one, other]) => [
        { field: "email", class: "personal" as const, ...one },
        { field: "phone", class: "personal" as const, ...other },
      ]),
      by_class: figureFor("class", fc.constant("personal" as const)).map((one) => [one]),
      by_country: fc.tuple(bounds, bounds).map(([one, other]) => [
        { country: "IT", ...one },
        { country: null, ...other },
      ]),
      erased_looks: fc.record({ best: count, upper: count }),
    }),
    result: hash,
    log: fc.record({
      origin: fc.constant("ledger.example/log"),
      size: fc.integer({ min: 1 }),
      root: hash,
    }),
    corrects: fc.option(fc.record({ certificate: hash, clients: bounds, values: bounds }), {
      nil: undefined,
    }),
    limits: text,
  })
  .map(({ corrects, ...more }) => structuredClone(corrects ? { ...more, corrects } : more));

test("a certificate and its file read as what was printed", () => {
  fc.assert(
    fc.property(certificate, fc.array(hash, { maxLength: 3 }), (one, growth) => {
      assert.deepEqual(parseCertificate(Buffer.from(printCertificate(one))), one);
      const signatures = [{ event: { holdfast_proof: 1, more: [null, { text: "a" }] }, growth }];
      const file = { certificate: one, signatures };
      const read = parseCertificateFile(Buffer.from(printCertificateFile(file)));
      assert.deepEqual(read, file);
      assert.deepEqual(certificateHash(read.certificate), certificateHash(one));
    }),
  );
});

test("there is one spelling: what was changed reads as another certificate, or as none", () => {
  fc.assert(
    fc.property(certificate, fc.nat(), codePoint, (one, where, letter) => {
      const printed = printCertificate(one);
      const place = where % printed.length;
      for (const changed of [
        printed.slice(0, place),
        `${printed.slice(0, place)}${letter}${printed.slice(place)}`,
        `${printed.slice(0, place)}${letter}${printed.slice(place + 1)}`,
      ]) {
        const bytes = Buffer.from(changed);
        try {
          const read = parseCertificate(bytes);
          assert.deepEqual(Buffer.from(printCertificate(read)), bytes);
        } catch (error) {
          if (!(error instanceof NotAsPrinted)) throw error;
        }
      }
    }),
  );
});

test("what only looks like a certificate is refused with what is wrong", () => {
  const [sample] = fc.sample(certificate, 1);
  assert.ok(sample);
  const one: Certificate = JSON.parse(printCertificate(sample));
  const said = (json: unknown) => {
    try {
      parseCertificate(Buffer.from(`${JSON.stringify(json, undefined, 2)}\n`));
      return "read";
    } catch (error) {
      assert.ok(error instanceof NotAsPrinted);
      return `${error.code}: ${error.message}`;
    }
  };
  assert.equal(said(one), "read");
  assert.match(said({ ...one, holdfast_scope_certificate: 3 }), /holdfast_scope_certificate/);
  assert.match(said({ ...one, staff: "x" }), /other_file/);
  assert.match(said({ ...one, query: { ...one.query, rows: "2" } }), /query\.rows takes a/);
  assert.match(said({ ...one, figures: { ...one.figures, clients: { lower: -1 } } }), /figures/);
  const backwards = { ...one.figures, by_field: [...one.figures.by_field].reverse() };
  assert.match(said({ ...one, figures: backwards }), /isn't in order/);
  const { id, ...rest } = one;
  assert.match(said({ ...rest, id }), /^changed: /);
  assert.throws(() => parseCertificate(Buffer.from(JSON.stringify(one))), { code: "changed" });
  assert.throws(() => parseCertificate(Buffer.from([0xff])), { code: "other_file" });
});
