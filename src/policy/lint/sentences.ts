import type { Sentence } from "./material.ts";

/** Ends a sentence: a full stop, question or exclamation mark, a closing quote perhaps, and a space before a capital. */
const ends = /[.!?]["'\u201d\u2019)]?\s+(?=["'\u201c\u2018(]?[\p{Lu}\p{N}])|\n\n/gu;

/** A longer run without an end is cut, so that one hostile line costs no more than many short ones. */
const sentenceCharactersMax = 2_000;

/** A text with where each of its lines starts. */
export type PlacedText = {
  file: string;
  text: string;
  line: number;
  leadIn?: string;
};

/** Splits a text into sentences; a line break inside the text moves the place on by a line. */
export function sentencesOf({ file, text, line, leadIn = "" }: PlacedText): Sentence[] {
  const sentences: Sentence[] = [];
  const block = oneLine(text).slice(0, sentenceCharactersMax);
  let start = 0;
  let startLine = line;
  const take = (end: number) => {
    const piece = text.slice(start, end);
    const sentence = oneLine(piece);
    if (sentence !== "") {
      const skipped = piece.length - piece.trimStart().length;
      const place = startLine + newlines(piece.slice(0, skipped));
      sentences.push({ file, line: place, text: sentence, leadIn, block });
    }
    startLine += newlines(piece);
    start = end;
  };
  const takeUpTo = (end: number) => {
    while (end - start > sentenceCharactersMax) take(start + sentenceCharactersMax);
    take(end);
  };
  for (const match of text.matchAll(ends)) takeUpTo(match.index + match[0].length);
  takeUpTo(text.length);
  return sentences;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, place: number): number {
  return newlines(text.slice(0, place)) + 1;
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}
