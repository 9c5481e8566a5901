import { z } from "@hono/zod-openapi";
import type { Section } from "../sentence/index.ts";
import { plainLine } from "../source/index.ts";

/**
 * What somebody writes of a brief, and as which section of the check it is read. Everything else of an edition comes from
 * claims, questions and sources, or is a fixed phrase of ours.
 */
export const written = {
  headline: "summary",
  summary: "summary",
  known: "known",
  firm_says: "firm_says",
  context: "summary",
  why_it_matters: "summary",
  faq: "summary",
} as const satisfies Readonly<Record<string, Section>>;
export type Written = keyof typeof written;
export const writtenSections = Object.keys(written) as [Written, ...Written[]];

const claims = z.array(z.int().positive()).min(1).max(20);
const text = plainLine(3, 1_000);

/** A sentence of a draft as a line of JSON. Without a claim there is none. */
export const draftLineSchema = z.union([
  z.strictObject({ section: z.enum(writtenSections).exclude(["faq"]), text, claims }),
  z.strictObject({ section: z.literal("faq"), question: plainLine(3, 200), text, claims }),
]);
export type DraftLine = {
  section: Written;
  question?: string | undefined;
  text: string;
  claims: number[];
};

export const draftLinesMax = 200;
