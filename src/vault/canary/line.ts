import { z } from "@hono/zod-openapi";
import { fieldNames } from "#policy";

const topics = [
  "account",
  "sign_in",
  "security",
  "payments",
  "withdrawals",
  "documents",
  "other",
] as const;

const value = z.string().trim().min(1).max(1_000);

const questionsMax = 50;

const asked = z.strictObject({ topic: z.enum(topics), text: z.string().trim().min(1).max(2_000) });

/** What a canary asks once, when it writes in as clients do; the name is the first name that support sees. */
export type Question = z.output<typeof asked> & { name: string };

/** A client who doesn't exist, as the firm invents one: a line of a file. */
export const canarySchema = z
  .strictObject({
    fields: z.partialRecord(z.enum(fieldNames), value),
    class: z.enum(["ordinary", "exposed"]).default("ordinary"),
    /** The language that it writes in, a BCP 47 tag. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "takes a language, such as en or pt-BR")
      .default("en"),
    /** The first name that support sees. */
    name: z.string().trim().min(1).max(40).optional(),
    /** What it asks, one after the other, each once. */
    questions: z.array(asked).max(questionsMax).default([]),
    /** Values that each of the staff sees another one of: addresses below a domain, and numbers of a list. */
    decoys: z
      .strictObject({
        email: z.strictObject({ domain: z.hostname().max(190) }).optional(),
        phone: z.array(value).min(1).max(10_000).optional(),
      })
      .default({}),
  })
  .refine(({ fields }) => fields.name !== undefined, {
    message: "give it a name",
    path: ["fields", "name"],
  })
  .refine(({ fields, decoys }) => !decoys.email || fields.email !== undefined, {
    message: "give an e-mail address too, for who has no own one yet",
    path: ["fields", "email"],
  })
  .refine(({ fields, decoys }) => !decoys.phone || fields.phone !== undefined, {
    message: "give a phone number too, for who has no own one any more",
    path: ["fields", "phone"],
  })
  .refine(({ name, questions }) => (name === undefined) === (questions.length === 0), {
    message: "give name and questions together, or none of them",
    path: ["questions"],
  })
  .refine(({ questions }) => new Set(questions.map(({ text }) => text)).size === questions.length, {
    message: "ask nothing twice in the same words: nobody real does",
    path: ["questions"],
  });

export type Canary = z.output<typeof canarySchema>;

/** What it asks; nothing, where it never writes in. */
export function questionsOf({ name, questions }: Canary): Question[] {
  return name === undefined ? [] : questions.map((question) => ({ ...question, name }));
}
