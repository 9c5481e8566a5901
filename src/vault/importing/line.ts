import { z } from "@hono/zod-openapi";
import { normalForm } from "#keys";
import { dayOf, hourMs, InvalidInput, inPlainWords, misfitIn } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { kindOf } from "../field.ts";
import { isCountry } from "./country.ts";

const valueLettersMax = 2_000;
const sentenceLettersMax = 300;

export const clientClasses = ["ordinary", "exposed", "colleague"] as const;
export type ClientClass = (typeof clientClasses)[number];

/** What the firm's own systems say of one client. */
export type ClientLine = {
  /** Counted from 1. */
  line: number;
  /** What they call the client. */
  id: string;
  /** The public id of the client's account. */
  account: string | undefined;
  class: ClientClass | undefined;
  /** ISO 3166-1 alpha-2; null says that none is known, undefined that it is as before. */
  country: string | null | undefined;
  /** Those that are named; nothing ends one. */
  fields: ReadonlyMap<FieldName, string | null>;
};

/** A line that wasn't taken. Its sentence repeats no value. */
export type BadLine = { line: number; id?: string; error: { code: string; message: string } };

/** A decimal number with a point, and perhaps the currency: by another form a yes or no about it would be wrong. */
const amountForm = /^-?\d{1,30}(?:\.\d{1,18})?(?: [A-Z]{3,10})?$/;
/** The end of an account's number: the whole one is nobody's to see. */
const lastFourForm = /^[0-9A-Za-z]{4}$/;
const accountForm = /^\d{4}-?\d{4}-?\d{4}$/;

const value = z.string().min(1).max(valueLettersMax).nullable();

/** As it stands in a file or a request. */
export const lineSchema = z
  .strictObject({
    id: z.string().openapi({ description: "What your system calls the client" }),
    account: z
      .string()
      .regex(accountForm, "takes a public account id, such as 4817-2093-6650")
      .nullish(),
    class: z.enum(clientClasses).nullish(),
    country: z
      .string()
      .refine(isCountry, "takes a country's two letters of ISO 3166-1, such as DE")
      .nullish()
      .openapi({ description: "ISO 3166-1 alpha-2; null when it isn't known any more" }),
    fields: z.strictObject(
      Object.fromEntries(fieldNames.map((name) => [name, value.optional()])) as Record<
        FieldName,
        z.ZodOptional<typeof value>
      >,
    ),
  })
  .openapi("ClientToImport", { example: { id: "core-123", fields: { name: "Test Amber" } } });

/** What a line says, or what is wrong with it. */
export function readClientLine(line: number, json: unknown, now: Date): ClientLine | BadLine {
  const read = lineSchema.safeParse(json, inPlainWords);
  if (!read.success) return badLine({ line }, "line_invalid", misfitIn(read.error));
  const { id, account, class: asked, country, fields } = read.data;
  const wrongId = wrongForm("id", () => normalForm("reference", id));
  if (wrongId) return badLine({ line }, "id_invalid", wrongId);
  const named: [FieldName, string | null][] = [];
  for (const name of fieldNames) {
    const given = fields[name];
    if (given === undefined) continue;
    const wrong = given === null ? undefined : wrongValue(name, given, now);
    if (wrong) return badLine({ line, id }, "value_invalid", wrong);
    named.push([name, given]);
  }
  return {
    ...{ line, id: id.trim(), class: asked ?? undefined, country, fields: new Map(named) },
    account: account?.replaceAll("-", "").replace(/(\d{4})(?=\d)/g, "$1-"),
  };
}

export function badLine(
  { line, id }: { line: number; id?: string },
  code: string,
  sentence: string,
): BadLine {
  const error = { code, message: sentence.slice(0, sentenceLettersMax) };
  return { line, ...(id !== undefined && { id }), error };
}

function wrongValue(name: FieldName, given: string, now: Date): string | undefined {
  if (kindOf[name] === "amount" && !amountForm.test(given)) {
    return `${name}: What was given isn't an amount, such as 12345.67 EUR. Correct it and try again.`;
  }
  if (name === "bank_last_four" && !lastFourForm.test(given)) {
    return `${name}: What was given isn't the last four digits or letters of an account, such as 3000. Give those alone.`;
  }
  const wrong = wrongForm(name, () => normalForm(kindOf[name], given));
  const isTooNew = name === "date_of_birth" && !wrong && given.trim() > latestDay(now);
  return isTooNew ? `${name}: What was given is a day to come. Correct it and try again.` : wrong;
}

/** The day that it is where it is latest, 14 hours before UTC. */
function latestDay(now: Date): string {
  return dayOf(new Date(now.getTime() + 14 * hourMs));
}

function wrongForm(name: string, read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return `${name}: ${error.message}`;
    throw error;
  }
}
