/** A word or a punctuation mark of a sentence: folded for comparing, with its place in the original text. */
export type Word = { text: string; start: number; end: number };

/** Stands for a quoted passage: somebody else's words. */
export const quotation = '"';

const breaks = /^[,;:?!.—()]$/;
const parts = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|[",;:?!.—()]/gu;
/** A shorter quoted passage is a name or a label, not somebody's sentence. */
const quotedWordsMin = 3;

export function isBreak(text: string): boolean {
  return breaks.test(text) || text === quotation;
}

/**
 * The words and marks of a sentence, lower case, compatibility forms folded (NFKC per character, so that places in
 * the original text hold). A quoted passage becomes one mark, unless it is all that the sentence has.
 */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  for (const match of fold(sentence).matchAll(parts)) {
    const end = match.index + match[0].length;
    const before = words.at(-1);
    if (before?.text === "e" && match[0].startsWith("mail")) {
      words[words.length - 1] = { text: `e${match[0]}`, start: before.start, end };
    } else {
      words.push({ text: match[0], start: match.index, end });
    }
  }
  const unquoted = withoutQuotations(words);
  return unquoted.some((word) => !isBreak(word.text))
    ? unquoted
    : words.filter((word) => word.text !== quotation);
}

function fold(sentence: string): string {
  const straight = sentence
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, quotation)
    .replace(/ [-\u2013] /g, " — ");
  return Array.from(straight, foldCharacter).join("");
}

function foldCharacter(character: string): string {
  const folded = character.normalize("NFKC").toLowerCase();
  return folded.length === character.length ? folded : character;
}

function withoutQuotations(words: Word[]): Word[] {
  const kept: Word[] = [];
  let opened = -1;
  for (const word of words) {
    if (word.text !== quotation) {
      kept.push(word);
    } else if (opened < 0) {
      opened = kept.length;
    } else {
      const long = kept.length - opened >= quotedWordsMin;
      if (long) kept.splice(opened, kept.length - opened, word);
      opened = -1;
    }
  }
  return kept;
}
