import { z } from "@hono/zod-openapi";

/**
 * Terminology. *Notice template*: the words of one kind of genuine message, as data; *parameters* and *links* fill its
 * places. *Closing*: what stands below every message of a language: its code and how to check it. The linter reads
 * both, and the outbox fills them.
 */

/** What a message is about, as far as people are told who ask whether it is genuine. */
export const noticeTopics = [
  "account",
  "sign_in",
  "security",
  "withdrawals",
  "payments",
  "support",
  "documents",
  "legal",
  "news",
  "staff",
] as const;

/** What may stand in a message beside its own words. Nothing of it can be a person's own words, or a personal datum. */
export const parameterTypes = [
  "moment",
  /** A moment as it is told at one place, with that place's time zone. */
  "zoned_moment",
  "days",
  "hours",
  "count",
  "device",
] as const;

/** What a message does to an entry of its reader's calendar (RFC 5546). */
export const calendarMethods = ["request", "cancel"] as const;

/**
 * What a link in a message may do: confirm what the reader began, or lock the reader's account. One that `prove`s shows
 * beside that who has the mailbox: it stands in the mail alone, and not in the app.
 */
export const linkPurposes = ["confirm", "prove", "lock"] as const;

const name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const choice = z.array(name).min(1).max(30);

const calendar = z.strictObject({
  method: z.enum(calendarMethods),
  /** The parameter that says when it begins: a `zoned_moment`. */
  starts: name,
  /** Plain text, as the body is. */
  summary: z.string().min(1).max(100),
  description: z.string().min(1).max(1_000),
});

const template = z.strictObject({
  topic: z.enum(noticeTopics),
  subject: z.string().min(1).max(100),
  /** Plain text; places are ICU MessageFormat. */
  body: z.string().min(1).max(4_000),
  parameters: z.record(name, z.union([z.enum(parameterTypes), choice])).default({}),
  links: z.record(name, z.enum(linkPurposes)).default({}),
  /** It tells of something that made the account less safe: then it must have a link that locks. */
  loosens: z.boolean().default(false),
  /** Other systems of the firm may have it sent, by their keys. */
  by_systems: z.boolean().default(false),
  /** The message brings an entry for a calendar. */
  calendar: calendar.optional(),
});

export const noticeTemplateSchema = template.refine(
  ({ calendar: entry, parameters }) => !entry || parameters[entry.starts] === "zoned_moment",
  { path: ["calendar", "starts"], message: "names no parameter that is a zoned_moment" },
);

export const noticeClosingSchema = z.strictObject({ closing: z.string().min(1).max(2_000) });

export type NoticeTopic = (typeof noticeTopics)[number];
export type NoticeClosing = z.infer<typeof noticeClosingSchema>;
export type NoticeTemplate = z.infer<typeof noticeTemplateSchema>;
export type ParameterType = NoticeTemplate["parameters"][string];
export type LinkPurpose = (typeof linkPurposes)[number];
