import { findEnglishAsks } from "./english.ts";
import type { NeverAskId } from "./never-ask.ts";

/** A never-asked item that a sentence asks for, and the words that do it, as they stand in the sentence. */
export type Ask = { item: NeverAskId; words: string };

/** Reads one sentence of its language in time linear in its length. */
export type AskDetector = (sentence: string) => Ask[];

/** Grammar differs by language, so each has a detector of its own, keyed by its BCP 47 tag. */
const detectors: Readonly<Record<string, AskDetector>> = { en: findEnglishAsks };

/**
 * Finds where a sentence asks or tells its reader to hand us a never-asked item or to switch a protection off.
 * Warnings, typing a secret on our own sign-in page and quotes of a scammer are no asks.
 * It reads words, so it is a net and not a proof: an empty answer never means that a text is safe.
 * @param language BCP 47 tag; a language without a detector of its own is read as English
 */
export function findAsks(sentence: string, language = "en"): Ask[] {
  const detect = detectors[language] ?? findEnglishAsks;
  return detect(sentence);
}
