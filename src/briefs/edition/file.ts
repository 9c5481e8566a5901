import { hash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { printedMoment, readPrinted } from "#platform";
import { speakers, statuses, valueSchema, verbs } from "../claim/index.ts";
import { reliabilities, sourceKinds } from "../source/index.ts";
import { languages } from "../translation/index.ts";
import { type Written, writtenSections } from "./draft.ts";

/** Room for 10,000 claims and their sources. */
const editionBytesMax = 16 * 1024 * 1024;

const number = z.int().positive();
const numbers = z.array(number);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`));

const sentence = z.strictObject({ text: z.string(), claims: numbers.min(1) });

/** A claim as readers see it; whoever decided what isn't told. */
const claim = z.strictObject({
  number,
  slot: z.string(),
  subject: z.string(),
  value: valueSchema,
  /** What it says, in words that are made of its value. */
  says: z.string(),
  status: z.enum(statuses),
  speaker: z.enum(speakers),
  verb: z.enum(verbs).nullable(),
  denied: z.boolean(),
  possible: z.boolean(),
  supports: z.array(z.strictObject({ source: z.string(), exact: z.string() })),
});

const source = z.strictObject({
  name: z.string(),
  kind: z.enum(sourceKinds),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  captured_on: z.iso.date(),
  /** Its own words, or short facts in ours. */
  capture: z.enum(["text", "facts"]),
  sha256,
  reliability: z.enum(reliabilities),
  /** Sources with one number have their story from one origin; none, and nobody said. */
  origin: number.nullable(),
});

/** What was told once and isn't so, or isn't told any more. */
const correction = z.strictObject({
  edition: number,
  claim: number,
  because: z.enum(["superseded", "refuted", "withdrawn", "status"]),
  /** Nothing for a claim that isn't shown any more. */
  was: z.string().nullable(),
  now: z.string().nullable(),
  into: number.nullable(),
  /** What the claim is about. */
  slot: z.string().optional(),
  subject: z.string().optional(),
});

/** A part that older editions lack is optional: they are read as they were printed. */
const change = z.strictObject({
  /** `translation`: all of one came or went, by its headline. */
  section: z.enum([...writtenSections, "translation"]),
  is: z.enum(["added", "removed"]),
  text: z.string(),
  /** Of a sentence that isn't English. */
  language: z.enum(languages).optional(),
});

const common = {
  holdfast_brief: z.literal(1),
  brief: id("brief"),
  number,
  dated: printedMoment,
  firm: z.string(),
  previous: z.strictObject({ number, sha256 }).nullable(),
  /** Why there is another edition; the first needs none. */
  reason: z.string().nullable(),
};

const sections = Object.fromEntries(
  writtenSections.filter((name) => name !== "faq").map((name) => [name, z.array(sentence)]),
) as Record<Exclude<Written, "faq">, z.ZodArray<typeof sentence>>;

/** The sentences in another language, in the order of those above: each stands on the claims of its own. */
const translation = z.strictObject({
  language: z.enum(languages),
  sections: z.strictObject(
    Object.fromEntries(
      writtenSections.filter((name) => name !== "faq").map((name) => [name, z.array(z.string())]),
    ) as Record<Exclude<Written, "faq">, z.ZodArray<z.ZodString>>,
  ),
  faq: z.array(z.strictObject({ question: z.string(), sentences: z.array(z.string()).min(1) })),
});

const editionSchema = z.strictObject({
  ...common,
  is: z.literal("edition"),
  written_by: z.enum(["firm", "third_party"]),
  sections: z.strictObject(sections),
  faq: z.array(z.strictObject({ question: z.string(), sentences: z.array(sentence).min(1) })),
  disputed: z.array(
    z.strictObject({
      subject: z.string(),
      slot: z.string(),
      sides: z.array(
        z.strictObject({ says: z.string(), claims: numbers, sources: z.array(z.string()) }),
      ),
    }),
  ),
  unclear: z.strictObject({
    questions: z.array(
      z.strictObject({
        number,
        text: z.string(),
        who_could_answer: z.string().nullable(),
        asked_on: z.string(),
        checked_on: z.iso.date().nullable(),
      }),
    ),
    /** What was open once; the source is the first that could have told. */
    answered: z.array(
      z.strictObject({
        number,
        text: z.string(),
        asked_on: z.string(),
        claim: number,
        source: z.string().nullable(),
        published: z.string().nullable(),
      }),
    ),
    /** What somebody says, and nobody knows. */
    claims: numbers,
  }),
  advice: z.array(z.string()),
  transparency: z.strictObject({
    read: z.int().nonnegative(),
    listed: z.int().nonnegative(),
    origins: z.int().nonnegative(),
    /** Of those, how many are told by their text, by a person's label, or by nothing. */
    by_text: z.int().nonnegative(),
    by_hand: z.int().nonnegative(),
    untold: z.int().nonnegative(),
    facts_only: z.int().nonnegative(),
    doubted: z.int().nonnegative(),
  }),
  claims: z.array(claim),
  sources: z.array(source),
  corrections: z.array(correction),
  changes: z.array(change),
  translations: z.array(translation),
});

const withdrawalSchema = z.strictObject({
  ...common,
  is: z.literal("withdrawal"),
  reason: z.string(),
  /** What the brief was about. */
  subjects: z.array(z.string()).optional(),
});

const bodySchema = z.discriminatedUnion("is", [editionSchema, withdrawalSchema]);

export type Edition = z.output<typeof editionSchema>;
/** What is published under one number: an edition, or that there is none any more, and why. */
export type Body = z.output<typeof bodySchema>;
export type Sentence = z.output<typeof sentence>;
export type ShownClaim = z.output<typeof claim>;
export type TranslatedSentences = z.output<typeof translation>;
export type ShownSource = z.output<typeof source>;

/** What is hashed and served: one form alone. */
export function printEdition(body: Body): string {
  return `${JSON.stringify(bodySchema.parse(body))}\n`;
}

/** SHA-256 of what `printEdition` prints, in hex. */
export function hashOfEdition(text: string | Uint8Array): string {
  return hash("sha256", text, "hex");
}

/** Reads what `printEdition` prints, and no other spelling of it. @throws {NotAsPrinted} */
export function parseEdition(bytes: Uint8Array): Body {
  const otherwise = "This is no edition of a brief.";
  const form = { otherwise, schema: bodySchema, print: printEdition, bytesMax: editionBytesMax };
  return readPrinted(form, bytes);
}
