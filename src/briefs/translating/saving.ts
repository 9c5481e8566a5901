import { z } from "@hono/zod-openapi";
import { InvalidInput, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { type DraftLine, lastDraft, lastDraftNumber } from "../edition/index.ts";
import { translated } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { plainLine } from "../source/index.ts";
import { checkTranslation, type TranslationLanguage } from "../translation/index.ts";
import { insertTranslation, type Translated } from "./store.ts";

/** A translated sentence as a line of JSON: the number of the draft's sentence, from 1. */
export const translationLineSchema = z.strictObject({
  sentence: z.int().positive(),
  text: plainLine(3, 1_500),
  question: plainLine(3, 300).optional(),
});
export type TranslationLine = z.infer<typeof translationLineSchema>;

/** Why a translation isn't kept: which sentence, and what of it. */
export type Untranslated = { sentence: number; code: string; message: string };

/**
 * Keeps a translation of the last draft, all of its sentences, if none says another number, date, name, verb, "not" or "may" than
 * the sentence that it is bound to. A new draft is translated anew.
 * @returns what keeps it from being kept @throws {InvalidInput} {DecidesNothing}
 */
export async function saveTranslation(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { language, lines }: { language: TranslationLanguage; lines: readonly TranslationLine[] },
  now: Date,
): Promise<Untranslated[]> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const drafted = await lastDraft(joining, brief.id);
    if (drafted.length === 0) {
      throw new InvalidInput("no_draft", "There is no draft yet: holdfast brief draft.");
    }
    const sentences: Translated[] = [];
    const faults = drafted.flatMap((line, place): Untranslated[] => {
      const given = lines.filter(({ sentence }) => sentence === place + 1);
      const [one] = given;
      if (
        !one ||
        given.length > 1 ||
        (one.question === undefined) !== (line.question === undefined)
      ) {
        const message = `Sentence ${place + 1} is translated once, with its question where it has one: “${line.text}”`;
        return [{ sentence: place + 1, code: "translation_missing", message }];
      }
      sentences.push({ question: one.question, text: one.text });
      return faultsIn(line, one, language, brief.firm);
    });
    const beyond = lines.filter(({ sentence }) => sentence > drafted.length);
    const more = beyond.map(({ sentence }) => ({
      ...{ sentence, code: "sentence_unknown" },
      message: `The draft has ${drafted.length} sentences.`,
    }));
    if (faults.length + more.length > 0) return [...faults, ...more];
    const draft = await lastDraftNumber(joining, brief.id);
    const by = hand.person.id;
    await insertTranslation(joining, { brief: brief.id, draft }, { language, sentences }, by, now);
    const details = { brief: brief.id, person: by, draft, language };
    await desk.appender.append(hand.actor, { kind: translated, details }, now, joining);
    return [];
  });
}

function faultsIn(
  line: DraftLine,
  { sentence, text, question }: TranslationLine,
  language: TranslationLanguage,
  firm: string,
): Untranslated[] {
  const found = checkTranslation({ original: line.text, text }, language, firm);
  const asked =
    line.question === undefined || question === undefined
      ? []
      : checkTranslation({ original: line.question, text: question }, language, firm);
  return [...found, ...asked].map((one) => ({ sentence, ...one }));
}
