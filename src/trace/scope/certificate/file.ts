import { hash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { type Id, isId, printedMoment, readPrinted } from "#platform";

/** Room for every country and field, and for two proofs with 64 signatures each. */
export const certificateBytesMax = 4 * 1024 * 1024;

const base64Hash = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, "is no hash");
const count = z.int().nonnegative();
const bounds = { lower: count, best: count, upper: count };
const fieldClass = z.enum(["open", "personal", "sensitive", "restricted"]);
const classOrder = fieldClass.options;

/** What is signed. Its keys are in the order in which they are printed; nothing in it names anybody. */
const bodyShape = {
  /** By it the certificate's sentences are read: see `queryWords`. */
  holdfast_scope_certificate: z.literal([1, 2]),
  id: z.custom<Id<"scope">>(isScopeId, "is no id"),
  /** When it was counted. */
  counted_at: printedMoment,
  query: z.strictObject({
    /** The same, for people: see `queryWords`. */
    words: z.string(),
    /** SHA-256 over a salt and the sample's own: the sample, a row of somebody's data, can't be guessed by it. */
    sample: base64Hash,
    rows: count,
    before: printedMoment,
    /** Whose looks explain the sample, as p1, p2, ..., and the days (UTC) of the first and the last one that matches. */
    people: z
      .array(
        z.strictObject({ person: z.string(), first_day: z.iso.date(), last_day: z.iso.date() }),
      )
      .refine(areNumbered, "aren't p1, p2 and so on, or a last day is before the first"),
    margin_days: count,
  }),
  figures: z.strictObject({
    clients: z.strictObject(bounds),
    values: z.strictObject(bounds),
    by_field: z
      .array(z.strictObject({ field: z.string().regex(/^[a-z_]+$/), class: fieldClass, ...bounds }))
      .refine((all) => isAscending(all.map(({ field }) => field)), "isn't in order"),
    by_class: z
      .array(z.strictObject({ class: fieldClass, ...bounds }))
      .refine(
        (all) => isAscending(all.map((one) => `${classOrder.indexOf(one.class)}`)),
        "isn't in order",
      ),
    by_country: z
      .array(
        z.strictObject({
          country: z
            .string()
            .regex(/^[A-Z]{2}$/)
            .nullable(),
          ...bounds,
        }),
      )
      .refine((all) => isAscending(all.map(({ country }) => country ?? "~")), "isn't in order"),
    /** Looks at clients who were erased since. */
    erased_looks: z.strictObject({ best: count, upper: count }),
  }),
  /** SHA-256 of the list of clients that the figures were counted from. */
  result: base64Hash,
  /** A head of the log, below which every event that was counted stands. */
  log: z.strictObject({
    origin: z.string().regex(/^[!-~]{1,500}$/),
    size: count.positive(),
    root: base64Hash,
  }),
  /** The certificate whose figures these take the place of, and what those were. */
  corrects: z
    .strictObject({
      certificate: base64Hash,
      clients: z.strictObject(bounds),
      values: z.strictObject(bounds),
    })
    .exactOptional(),
  limits: z.string(),
};

const bodySchema = z.strictObject(bodyShape);

/** That somebody signed: the event that says so with its proof, as a file of its own would have it, and that the log grew from the head above to the proof's. */
const signatureSchema = z.strictObject({
  event: z.record(z.string(), z.unknown()),
  growth: z.array(base64Hash).max(64),
});

const fileSchema = z.strictObject({ ...bodyShape, signatures: z.array(signatureSchema).max(8) });

/** Whom a leak affects, as figures: what two analysts sign. */
export type Certificate = z.output<typeof bodySchema>;
export type CertificateSignature = z.output<typeof signatureSchema>;
export type CertificateFile = { certificate: Certificate; signatures: CertificateSignature[] };

/** What is hashed and signed. Throws what zod throws for what is none: a bug. */
export function printCertificate(certificate: Certificate): string {
  return printed(bodySchema.parse(certificate));
}

/** @throws {NotAsPrinted} */
export function parseCertificate(source: Uint8Array): Certificate {
  return read(bodySchema, source);
}

/** SHA-256 of what is signed: by it a certificate is named. */
export function certificateHash(certificate: Certificate): Buffer {
  return hash("sha256", printCertificate(certificate), "buffer");
}

/** The file that leaves the desk. */
export function printCertificateFile({ certificate, signatures }: CertificateFile): string {
  return printed(fileSchema.parse({ ...certificate, signatures }));
}

/**
 * Reads what `printCertificateFile` prints, and no other spelling of it. Nothing is verified.
 * @throws {NotAsPrinted}
 */
export function parseCertificateFile(source: Uint8Array): CertificateFile {
  const { signatures, ...certificate } = read(fileSchema, source);
  return { certificate, signatures };
}

function printed(file: object): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function read<Read extends object>(schema: z.ZodType<Read>, source: Uint8Array): Read {
  const otherwise = "This is no scope certificate.";
  return readPrinted<Read>(
    { otherwise, schema, print: printed, bytesMax: certificateBytesMax },
    source,
  );
}

/** The first letter stands for three bits: a later letter would be another spelling of the same id. */
function isScopeId(value: unknown): value is Id<"scope"> {
  return isId("scope", value) && /^scope_[0-7]/.test(value);
}

function areNumbered(people: readonly { person: string; first_day: string; last_day: string }[]) {
  return people.every(
    ({ person, first_day: first, last_day: last }, place) =>
      person === `p${place + 1}` && first <= last,
  );
}

function isAscending(names: readonly string[]): boolean {
  return names.every((name, place) => place === 0 || (names[place - 1] ?? "") < name);
}
