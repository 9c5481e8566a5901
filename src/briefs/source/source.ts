import { z } from "@hono/zod-openapi";
import type { Id } from "#platform";
import { readEdtf } from "../edtf/index.ts";
import { plainLine } from "./plain.ts";

/** What a source is. A record is one that the firm or its critics can't word as they like. */
export const sourceKinds = [
  "primary_firm",
  "regulator",
  "court",
  "law_enforcement",
  "evidence",
  "press_original",
  "press_copy",
  "aggregator",
  "analyst",
  "actor",
  "machine",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How far somebody trusts it. What seems invented is kept, so that nobody wonders whether it was seen. */
export const reliabilities = ["reliable", "unrated", "doubtful", "invented"] as const;
export type Reliability = (typeof reliabilities)[number];

/** Its own words, or what it says in short sentences of ours, where the words can't be kept. */
export const captures = ["text", "facts"] as const;
export type Capture = (typeof captures)[number];

/** Where a person says that a source has its story from. */
export type OriginLabel = { label: string; because: string };

/** What was captured of a publication, and of when. Nothing of it changes afterwards but its labels. */
export type Source = {
  id: Id<"source">;
  /** What people call it within a brief, such as `S05`. */
  name: string;
  kind: SourceKind;
  url: string | undefined;
  /** Without one it is anonymous, and confirms nothing. */
  publisher: string | undefined;
  /** In EDTF; as exact as it is known. */
  published: string | undefined;
  capturedAt: Date;
  capture: Capture;
  text: string;
  /** Of the text as UTF-8, in hex. */
  sha256: string;
  reliability: Reliability;
  /** What somebody remarked on it. */
  flags: readonly string[];
  origin: OriginLabel | undefined;
};

const edtf = z
  .string()
  .max(60)
  .refine((text) => readEdtf(text) !== undefined, {
    message: "is no date in EDTF, such as 2026-04-13 or 2026-04",
  });

const webAddress = z
  .url({ protocol: /^https?$/, error: "is no address that begins with http:// or https://" })
  .max(2_000);

/** Where a person says that a source has its story from. */
export const originSchema = z.strictObject({
  label: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, "takes small letters, digits and -, 61 at most"),
  because: plainLine(1, 500),
});

/** What is said about a source beside its text. */
export const aboutSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,30}$/, "takes letters, digits, _, . and -, 31 at most")
    .optional(),
  kind: z.enum(sourceKinds),
  url: webAddress.optional(),
  publisher: plainLine(1, 200).optional(),
  published: edtf.optional(),
  captured: z.iso.date().optional(),
  reliability: z.enum(reliabilities).default("unrated"),
  flags: z.array(plainLine(1, 300)).max(20).default([]),
  origin: originSchema.optional(),
});
export type About = z.infer<typeof aboutSchema>;

/** A source as a line of JSON: what is said about it, and its text or what it says, in sentences of ours. */
export const sourceLineSchema = sourceLineSchemaFor(undefined);

/**
 * The same for a list that somebody else made: `id` is its name, facts may be an object, which makes `accounts: 2000` of
 * `{"accounts": 2000}`, and what the list calls otherwise than we do is of the given kind, and says so.
 */
export function sourceLineSchemaFor(kind: SourceKind | undefined) {
  return z.preprocess(
    (given) => (isTree(given) ? listed(given, kind) : given),
    z.union([
      aboutSchema.extend({ text: z.string() }),
      aboutSchema.extend({ facts: z.array(plainLine(1, 1_000)).min(1).max(200) }),
    ]),
  );
}

type Tree = Record<string, unknown>;

function listed({ id, ...given }: Tree, kind: SourceKind | undefined): Tree {
  const { name = id, facts, flags = [] } = given;
  const isOther = typeof given.kind === "string" && !sourceKinds.some((one) => one === given.kind);
  return {
    ...given,
    ...(name !== undefined && { name }),
    ...(isTree(facts) && { facts: Object.entries(facts).map(factLine) }),
    ...(isOther && kind && Array.isArray(flags)
      ? { kind, flags: [...flags, `Its list calls it “${given.kind}”.`] }
      : {}),
  };
}

function factLine([name, said]: [string, unknown]): string {
  return `${name.replaceAll("_", " ")}: ${typeof said === "string" ? said : JSON.stringify(said)}`;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
