import { noteBytesMax, parseSignatureLines } from "./note.ts";
import { refuse } from "./refusal.ts";
import { printSignatureLine, type SignatureLine } from "./signature-line.ts";
import { checkSize, parseDecimal } from "./size.ts";
import { readText, type TextSource } from "./text.ts";

/** tlog-witness, "add-checkpoint": it tells the 409 that carries a size from the 409 of a fork. */
const sizeContentType = "text/x.tlog.size";
const textContentType = "text/plain; charset=utf-8";

/** A size of at most 16 digits and a newline. */
const sizeAnswerBytesMax = 32;
/** In characters or bytes: what is kept of a refusal's reason. */
const reasonMax = 500;

/** An answer as it goes over HTTP. */
export type AnswerForm = { status: number; contentType: string; body: TextSource };

/** The statuses of tlog-witness, "add-checkpoint", that say no more than a reason. */
const refusals = {
  malformed: 400,
  forged: 403,
  unknown: 404,
  forked: 409,
  unproven: 422,
} as const;

/** What a witness answers: its cosignatures, the size that it knows, or why it does neither. */
export type WitnessAnswer =
  | { is: "cosigned"; lines: readonly SignatureLine[] }
  | { is: "stale"; latestSize: number }
  | { is: keyof typeof refusals; reason: string };

/** The answer as tlog-witness describes it. A cosigned one needs a cosignature: without, it is a bug. */
export function printAnswer(answer: WitnessAnswer): AnswerForm & { body: string } {
  switch (answer.is) {
    case "cosigned": {
      // "a sequence of one or more note signature lines".
      if (answer.lines.length === 0) throw new Error("A witness that cosigns has a cosignature");
      const body = answer.lines.map((line) => `${printSignatureLine(line)}\n`).join("");
      return { status: 200, contentType: textContentType, body };
    }
    case "stale": {
      // "the tree size of the latest cosigned checkpoint in decimal, followed by a newline".
      const body = `${checkSize(answer.latestSize, "tree size")}\n`;
      return { status: 409, contentType: sizeContentType, body };
    }
    default:
      return {
        status: refusals[answer.is],
        contentType: textContentType,
        body: `${answer.reason}\n`,
      };
  }
}

/**
 * Throws `malformed` or `too_large` for an answer that tlog-witness doesn't describe, a redirection or a 500 among
 * them. Nothing is verified: `withCosignatures` does that.
 */
export function parseAnswer({ status, contentType, body }: AnswerForm): WitnessAnswer {
  if (status === 200) {
    return { is: "cosigned", lines: parseSignatureLines(readText(body, noteBytesMax, "answer")) };
  }
  if (status === 409 && contentType === sizeContentType) {
    const text = readText(body, sizeAnswerBytesMax, "answer");
    if (!text.endsWith("\n")) refuse("malformed", "The answer isn't a size and a newline.");
    return { is: "stale", latestSize: parseDecimal(text.slice(0, -1), "tree size of the answer") };
  }
  const kinds = Object.keys(refusals) as (keyof typeof refusals)[];
  const is = kinds.find((kind) => refusals[kind] === status);
  if (is === undefined) {
    return refuse("malformed", `The witness answered with the status ${status}.`);
  }
  return { is, reason: reasonIn(body) };
}

/** The beginning of whatever a refusal says: it is for people, and no specification says how it looks. */
function reasonIn(body: TextSource): string {
  const start = body.slice(0, reasonMax);
  const text = typeof start === "string" ? start : new TextDecoder().decode(start);
  return text.replace(/\p{Cc}+/gu, " ").trim();
}
