import { type AskField, WrongAsk } from "./refusals.ts";

const lettersMax = 500;
/** A phone number, an account id or a document's number, however it is grouped; a date is shorter. */
const number = /\d(?:[\s().\-/]*\d){8}/;

/**
 * What somebody writes down in the own words. It is kept as it stands and read by others, so it names no client.
 * @throws {WrongAsk}
 */
export function wordsIn(field: AskField, typed: string, lettersMin: number): string {
  const words = typed.trim().replaceAll(/\s+/g, " ");
  const letters = words.replaceAll(" ", "").length;
  if (letters < lettersMin || words.length > lettersMax) {
    throw new WrongAsk(
      field,
      `Say why, in ${lettersMin} to ${lettersMax} letters; these are ${letters}. Others read it and decide by it.`,
    );
  }
  if (words.includes("@") || number.test(words)) {
    throw new WrongAsk(
      field,
      "Leave out e-mail addresses and numbers: these words are kept and read by others. Say what happened, not who it is.",
    );
  }
  return words;
}
