import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { statuses, visibilities } from "./claim/index.ts";
import { reliabilities } from "./source/index.ts";

const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Who did it is the person also where a command did it for the person. */
const within = { brief: id("brief"), person: id("staff") };

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `briefs.${name}`, version: 1, columns: {}, details };
}

/** A brief was begun: no word of it stands in the event. */
export const briefOpened = kind("opened", z.strictObject(within));

const assessed = {
  source: id("source"),
  reliability: z.enum(reliabilities),
  /** Whether somebody said where it has its story from. */
  labelled: z.boolean(),
};

/** A source as it was captured, by the hash of its text, and how far it is trusted. */
export const sourceKept = kind("source_kept", z.strictObject({ ...within, ...assessed, sha256 }));

/** How far it is trusted from now on. */
export const sourceAssessed = kind("source_assessed", z.strictObject({ ...within, ...assessed }));

/** A claim was written down, by the hash of what it says. */
export const claimAdded = kind(
  "claim_added",
  z.strictObject({ ...within, claim: id("claim"), sha256 }),
);

/** Another passage says so, by the hash of the passage. */
export const claimSupported = kind(
  "claim_supported",
  z.strictObject({ ...within, claim: id("claim"), source: id("source"), sha256 }),
);

/** What is thought of a claim changed. Why, in words, stands with the claim. */
export const claimDecided = kind(
  "claim_decided",
  z.strictObject({
    ...within,
    claim: id("claim"),
    number: z.int().positive(),
    status: z.enum(statuses),
    visibility: z.enum(visibilities),
  }),
);

export const questionAsked = kind(
  "question_asked",
  z.strictObject({ ...within, question: id("question") }),
);

/** Somebody looked whether it is answered, and by which claim. */
export const questionChecked = kind(
  "question_checked",
  z.strictObject({ ...within, question: id("question"), claim: id("claim").optional() }),
);

/** The sentences of a brief were written anew. */
export const drafted = kind(
  "drafted",
  z.strictObject({ ...within, number: z.int().positive(), sentences: z.int().positive() }),
);

/** The sentences of a draft were translated. */
export const translated = kind(
  "translated",
  z.strictObject({ ...within, draft: z.int().positive(), language: z.enum(["de", "fr", "es"]) }),
);

/** What is published, or is to be: by its number and the hash of its bytes. */
const edition = {
  brief: id("brief"),
  edition: id("edition"),
  number: z.int().positive(),
  sha256,
};

export const editionPrepared = kind(
  "edition_prepared",
  z.strictObject({ ...edition, person: id("staff") }),
);

/** Two people agreed, and these bytes are public. Its proof goes out with them, so it names nobody. */
export const published = kind(
  "published",
  z.strictObject({ ...edition, is: z.enum(["edition", "withdrawal"]) }),
);

/** A reader disputes a claim; it says nothing of the reader. */
export const claimDisputed = kind(
  "claim_disputed_by_reader",
  z.strictObject({ brief: id("brief"), claim: id("claim"), question: id("question") }),
);

export const briefsEventKinds = [
  briefOpened,
  sourceKept,
  sourceAssessed,
  claimAdded,
  claimSupported,
  claimDecided,
  questionAsked,
  questionChecked,
  drafted,
  translated,
  editionPrepared,
  published,
  claimDisputed,
] as readonly EventKind[];
