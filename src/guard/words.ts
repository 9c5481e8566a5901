/** A word or a punctuation mark of a sentence: folded for comparing, with its place in the original text. */
export type Word = { text: string; start: number; end: number };

const breaks = /^[,;:?!.—()]$/;
const parts = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|[,;:?!.—()]/gu;
const quotations =
  /["\u201c-\u201f\u00ab\u00bb]([^"\u201c-\u201f\u00ab\u00bb]*)["\u201c-\u201f\u00ab\u00bb]/g;
/** A shorter quoted passage is a name or a label, not somebody's sentence. */
const quotedWordsMin = 3;

export function isBreak(text: string): boolean {
  return breaks.test(text);
}

/**
 * The words and marks of a sentence without its quotations, lower case, compatibility forms folded (NFKC per
 * character, so that places in the original text hold).
 */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  for (const match of withoutQuotations(fold(sentence)).matchAll(parts)) {
    const end = match.index + match[0].length;
    const before = words.at(-1);
    if (before?.text === "e" && match[0].startsWith("mail")) {
      words[words.length - 1] = { text: `e${match[0]}`, start: before.start, end };
    } else {
      words.push({ text: match[0], start: match.index, end });
    }
  }
  return words;
}

/**
 * Each passage in double quotation marks, somebody else's words, becomes a dash and blanks, so that places in the text
 * hold. Only the marks go where nothing else would be left.
 */
export function withoutQuotations(text: string): string {
  const without = text.replace(quotations, (passage: string, inside: string) =>
    inside.trim().split(/\s+/).length < quotedWordsMin ? ` ${inside} ` : "—".padEnd(passage.length),
  );
  return /[\p{L}\p{N}]/u.test(without) ? without : text.replace(quotations, " $1 ");
}

function fold(sentence: string): string {
  const straight = sentence.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/ [-\u2013] /g, " — ");
  return Array.from(straight, foldCharacter).join("");
}

function foldCharacter(character: string): string {
  const folded = character.normalize("NFKC").toLowerCase();
  return folded.length === character.length ? folded : character;
}
