import { type Author, type HeaderField, readAuthor, readHeader, valuesOf } from "./mail-header.ts";
import { readHtml } from "./mail-html.ts";
import { bodyOf, headerBlock, whatExceedsLimits } from "./mail-limits.ts";
import { type MailPart, readParts, TooManyParts } from "./mail-parts.ts";

/** People's mail says a thing in two or three ways. More of them aren't compared: all are read. */
const alternativesMax = 10;

/** A mail taken apart, whoever wrote it. Nothing of it is proven. */
export type ReadMail = {
  is: "mail";
  /** The header's fields, in their order. */
  fields: readonly HeaderField[];
  /** The values of the fields of a name in small letters. */
  values(name: string): string[];
  /** Programs could disagree on where a field of the header begins. */
  isDamaged: boolean;
  author: Author;
  /** What follows the header, as Latin-1: its bytes. */
  body: string;
  /** What a person reads of it: all its words in their order. Those of a mail that it encloses are marked as quoted. */
  text: string;
  /** What it holds beside its words: what is attached, and what stands between them. */
  attachmentCount: number;
  /** It says that it has parts, but nothing tells where one ends: its text may be anything. */
  isUnparted: boolean;
};

/** A mail that is too big or too tangled to be taken apart. */
export type UnreadMail = { is: "unreadable"; code: string };

/** Takes a mail apart, within the limits of the checker: attachments are only counted. */
export function readMail(mail: Buffer): ReadMail | UnreadMail {
  const excess = whatExceedsLimits(mail);
  if (excess) return { is: "unreadable", code: excess.reasons[0]?.code ?? "mail_unreadable" };
  try {
    const header = readHeader(headerBlock(mail));
    const { shown, attachmentCount, inlineCount, isUnparted } = readParts(mail);
    return {
      is: "mail",
      fields: header.fields,
      values: (name) => valuesOf(header, name),
      isDamaged: header.damaged,
      author: readAuthor(header),
      body: bodyOf(mail).toString("latin1"),
      text: wordsOf(shown),
      attachmentCount: attachmentCount + inlineCount,
      isUnparted,
    };
  } catch (error) {
    if (error instanceof TooManyParts) return { is: "unreadable", code: "mail_too_many_parts" };
    throw error;
  }
}

function wordsOf(part: MailPart): string {
  if (part.is === "text") {
    const text = part.isHtml ? readHtml(part.text, "words").text : part.text;
    return text.replace(/\r\n?/g, "\n").trim();
  }
  const texts = part.parts.map(wordsOf).filter((text) => text !== "");
  const all = (part.is === "alternatives" ? withoutRepeats(texts) : texts).join("\n\n");
  return part.is === "mail" ? all.replace(/^/gm, "> ") : all;
}

/**
 * Texts that should say the same, without those whose words all stand in another one; of equal ones the first stays. One that
 * only says that there is another can't be told from a question: it stays too.
 */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  if (texts.length > alternativesMax) return texts;
  const counted = texts.map((text) => ({ text, counts: countWords(text) }));
  return counted
    .filter(({ counts }, place) => {
      const repeats = (other: WordCounts, at: number) =>
        holds(other, counts) && (at < place || !holds(counts, other));
      return !counted.some((other, at) => at !== place && repeats(other.counts, at));
    })
    .map(({ text }) => text);
}

type WordCounts = ReadonlyMap<string, number>;

function holds(all: WordCounts, words: WordCounts): boolean {
  return words.entries().every(([word, count]) => (all.get(word) ?? 0) >= count);
}

/** Scripts that write no space between words, whose lines end within one: each letter counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** How often each word stands in a text, whatever stands between them: marks of a list, a quote or stress. */
function countWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  const seen = text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  const spaced = seen.normalize("NFKC").toLowerCase().replace(unspaced, " $& ");
  for (const [word] of spaced.matchAll(/[\p{L}\p{M}\p{N}\p{So}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
