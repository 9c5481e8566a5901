import { HoldfastError, type Refusal } from "#platform";
import type { DecodeRefusal } from "./decoding/index.ts";
import { pagesMax, pixelsMax, textLettersMax } from "./limits.ts";

type Code =
  | DecodeRefusal
  | "too_big"
  | "too_many"
  | "empty"
  | "wrong_kind"
  | "text_too_long"
  | "holds_secret"
  | "unreadable_words"
  | "infected"
  | "scanner_away"
  | "busy"
  | "no_room"
  | "upload_gone";

/** Why one file wasn't taken. */
export type FileRefusal = {
  /** Its place among those that were sent, from 0. */
  place: number;
  code: Code;
  sentence: string;
};

const millionPixels = pixelsMax / 1_000_000;

const sentences: Record<Exclude<Code, "too_big" | "too_many">, string> = {
  empty: "There is nothing in this file. Look at it yourself, and choose it again, or another one.",
  wrong_kind:
    "We take pictures (PNG, JPEG, WebP, GIF), PDF and plain text, and this is something else. Send a picture of your screen instead.",
  damaged:
    "We can't open this file. It may be damaged: open it yourself, and send a picture of it.",
  too_many_pixels: `This picture has more than ${millionPixels} million pixels. Make it smaller, or send a part of it.`,
  too_many_pages: `This PDF has more than ${pagesMax} pages. Send the pages that matter.`,
  locked: "This PDF needs a password, which we never ask for. Send pictures of its pages instead.",
  text_too_long: `This text has more than ${textLettersMax} letters. Send the part that matters.`,
  holds_secret:
    "This file holds a password, a code, recovery words or a card number, so nothing of it was kept. Cover it, and send the file again.",
  unreadable_words:
    "We could not check this file for secrets, so nothing of it was kept. Send a picture of the part that matters.",
  infected:
    "Our virus scanner found something in this file, so nothing of it was kept. Have the device that it came from checked.",
  scanner_away:
    "Our virus scanner does not answer just now, so this file was not taken. Send it again in some minutes, or send your words without it.",
  busy: "Many files arrive just now, so this one was not taken. Send it again in some minutes.",
  no_room:
    "Your questions hold as many files as we keep for one account. Send your words without this one.",
  upload_gone: "This file waited for too long, and is gone. Choose it once more.",
};

/** Which refusals pass by themselves. */
const passing: readonly Code[] = ["scanner_away", "busy"];

export function refusalAt(place: number, code: keyof typeof sentences): FileRefusal {
  return { place, code, sentence: sentences[code] };
}

/** So many forms with files are on their way that this one's weren't read. */
export const busy = refusalAt(0, "busy");

export function tooBig(place: number, bytes: number, megabytesMax: number): FileRefusal {
  const megabytes = (bytes / 1_000_000).toFixed(1);
  const sentence = `This file has ${megabytes} MB, and we take ${megabytesMax} MB. Make it smaller, or send a part of it.`;
  return { place, code: "too_big", sentence };
}

export function allTooBig(megabytesMax: number): FileRefusal {
  const sentence = `These files have more than ${megabytesMax} MB together. Send fewer of them at once, or smaller ones.`;
  return { place: 0, code: "too_big", sentence };
}

export function tooMany(place: number, countMax: number): FileRefusal {
  const sentence = `We take ${countMax} files at once. Send the others with your next message.`;
  return { place, code: "too_many", sentence };
}

/** Some of the files aren't taken, and so the message wasn't sent either: nothing that somebody attached is left out unsaid. */
export class FilesRefused extends HoldfastError {
  readonly code = "files_refused";
  readonly refusal: Refusal;
  readonly refusals: readonly FileRefusal[];
  constructor(refusals: readonly FileRefusal[]) {
    const [first] = refusals;
    const numbered = refusals.map(({ place, sentence }) => `File ${place + 1}: ${sentence}`);
    super(numbered.join(" "));
    this.refusal = first && passing.includes(first.code) ? "unavailable" : "unprocessable";
    this.refusals = refusals;
  }
}

/** One sentence for an attachment that isn't there and for one of somebody else's. */
export class AttachmentUnknown extends HoldfastError {
  readonly code = "attachment_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such file in this ticket. Go back to the ticket, and choose one there.");
  }
}

/** Files that nobody sent off yet take all the room there is. */
export class UploadsFull extends HoldfastError {
  readonly code = "uploads_full";
  readonly refusal = "unavailable";
  constructor() {
    super("We can't keep more files just now. Send your words without them, and the files later.");
  }
}
