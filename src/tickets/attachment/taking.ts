import { type Guard, nothingAround, withoutSecrets } from "../message/index.ts";
import type { TakenFile } from "./attachment.ts";
import { type Cleared, ScannerAway, scan } from "./clamd.ts";
import { decode, TooBusy } from "./decoding/index.ts";
import { kindOf, textIn } from "./kind.ts";
import { documentLettersMax, textLettersMax } from "./limits.ts";
import { type FileRefusal, FilesRefused, refusalAt, tooBig, tooMany } from "./refusals.ts";
import { bytesMaxOf, type FileLimits } from "./settings.ts";

/** What takes files in. */
export type TakingDesk = { files: FileLimits; guard: Guard };

/** A file as it was sent. What it is called and said to be is asked by nobody. */
type SentFile = { size: number; read(): Promise<Buffer> };

/** What became of the files of a message. */
export type Taken = { files: TakenFile[]; refusals: FileRefusal[] };

/**
 * Takes files in: each is scanned, then drawn anew, page by page, or its text read by the guard. What came is kept
 * nowhere. One after the other: nobody has many decoded at once.
 * @param alreadyCount how many go with the same message beside these
 */
export async function takeFiles(
  desk: TakingDesk,
  sent: readonly SentFile[],
  alreadyCount: number,
  now: Date,
): Promise<Taken> {
  const taken: Taken = { files: [], refusals: [] };
  const { countMax } = desk.files;
  for (const [place, file] of sent.entries()) {
    const isOver = alreadyCount + taken.files.length >= countMax;
    const got = isOver ? tooMany(place, countMax) : await takeFile(desk, file, place, now);
    if ("code" in got) taken.refusals.push(got);
    else taken.files.push(got);
  }
  return taken;
}

/** Of one file that was sent alone. @throws {FilesRefused} */
export function oneFile({ files: [file], refusals }: Taken): TakenFile {
  if (!file) throw new FilesRefused(refusals);
  return file;
}

async function takeFile(
  desk: TakingDesk,
  file: SentFile,
  place: number,
  now: Date,
): Promise<TakenFile | FileRefusal> {
  if (file.size > bytesMaxOf(desk.files)) return tooBig(place, file.size, desk.files.megabytesMax);
  if (file.size === 0) return refusalAt(place, "empty");
  const bytes = await file.read();
  const kind = kindOf(bytes);
  if (!kind) return refusalAt(place, "wrong_kind");
  try {
    const found = await scan(desk.files.clamd, bytes, now);
    if (found.is === "infected") return refusalAt(place, "infected");
    if (kind === "text") return readText(desk, textIn(bytes) ?? "", found, place);
    const decoded = await decode(kind, bytes);
    if (decoded.is === "refused") return refusalAt(place, decoded.code);
    const wrong = secretIn(desk, decoded.words);
    if (wrong) return refusalAt(place, wrong);
    return { kind, pages: decoded.pages, scan: found, removed: [] };
  } catch (error) {
    if (error instanceof ScannerAway) return refusalAt(place, "scanner_away");
    if (error instanceof TooBusy) return refusalAt(place, "busy");
    throw error;
  }
}

/** A text goes the way of every message: its secrets are taken out. */
function readText(
  { guard }: TakingDesk,
  text: string,
  scan: Cleared,
  place: number,
): TakenFile | FileRefusal {
  if (text.length > textLettersMax) return refusalAt(place, "text_too_long");
  const guarded = orHeld(() => withoutSecrets(guard, text, nothingAround));
  if (!guarded) return refusalAt(place, "unreadable_words");
  return { kind: "text", pages: [Buffer.from(guarded.text)], scan, removed: guarded.removed };
}

/** Out of a picture nobody takes a word: a document with a secret in its text isn't taken at all. */
function secretIn({ guard }: TakingDesk, words: string) {
  if (words.length > documentLettersMax) return "unreadable_words";
  const guarded = orHeld(() => withoutSecrets(guard, words, nothingAround));
  if (!guarded) return "unreadable_words";
  return guarded.removed.length > 0 ? "holds_secret" : undefined;
}

function orHeld<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined; // the guard holds what it can't check; the error may have words of it
  }
}
