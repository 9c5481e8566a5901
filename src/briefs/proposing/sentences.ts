const sentenceLettersMax = 900;
/** A long report has half as many. */
const sentencesMax = 20_000;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** What a full stop behind doesn't end a sentence. */
const abbreviated =
  /\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|st|no|vs|inc|ltd|corp|u\.s|u\.k|e\.g|i\.e)\.\s*$/i;

/** What a line of a list begins with. */
const bullet = /^\s*[-*•–]\s+/;

/** A sentence with its place in the text. */
export type Sentence = { text: string; start: number };

/** The sentences of a text, the first 20,000; what has no end is cut where words end. */
export function* sentencesOf(text: string): Generator<Sentence> {
  let start = 0;
  let count = 0;
  for (const line of text.split("\n")) {
    for (const sentence of sentencesIn(line, start)) {
      count += 1;
      if (count > sentencesMax) return;
      yield sentence;
    }
    start += line.length + 1;
  }
}

function* sentencesIn(line: string, lineStart: number): Generator<Sentence> {
  let held = "";
  let heldAt = 0;
  for (const { segment, index } of segmenter.segment(line)) {
    if (held === "") heldAt = index;
    held += segment;
    if (abbreviated.test(held.slice(-12)) && held.length < sentenceLettersMax) continue;
    yield* pieces(held, lineStart + heldAt);
    held = "";
  }
  yield* pieces(held, lineStart + heldAt);
}

function* pieces(text: string, start: number): Generator<Sentence> {
  let at = 0;
  while (at < text.length) {
    const rest = text.length - at;
    const space = rest > sentenceLettersMax ? text.lastIndexOf(" ", at + sentenceLettersMax) : -1;
    const end =
      rest <= sentenceLettersMax ? text.length : space > at ? space : at + sentenceLettersMax;
    const piece = text.slice(at, end);
    const shown = piece.replace(bullet, "").trim();
    if (shown !== "") yield { text: shown, start: start + at + piece.indexOf(shown) };
    at = end;
  }
}
