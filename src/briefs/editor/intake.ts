import { HoldfastError, InvalidInput, inPlainWords } from "#platform";
import type { Brief } from "../brief/index.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import { keepSource } from "../keeping/index.ts";
import {
  aboutSchema,
  fileEndings,
  formatNamed,
  type GivenSource,
  givenIn,
  type ReadDocument,
  type ReadText,
  readPasted,
  readSource,
  type Source,
  SourceRefused,
  sourceLineIn,
} from "../source/index.ts";

/** One page takes so many lines of JSON; the command takes any number. */
const linesMax = 500;

export const typedFields = [
  "name",
  "kind",
  "url",
  "publisher",
  "published",
  "captured",
  "reliability",
  "origin",
  "because",
  "pasted",
] as const;
/** What somebody typed beside a source. */
export type Typed = Readonly<Record<(typeof typedFields)[number], string>>;

/** A file that somebody chose. */
export type ChosenFile = { name: string; bytes: Buffer };

/** What became of what was given: one source, or several with what wasn't kept. */
export type Taken =
  | { is: "one"; source: Source; remarks: ReadText["remarks"] }
  | { is: "several"; kept: Source[]; refused: { line: number; message: string }[] };

type Taking = {
  desk: BriefsDesk;
  hand: Hand;
  brief: Brief;
  readDocument: ReadDocument;
  now: Date;
};

/** What was typed beside a source is wrong, or there are two sources, or none. */
export class WrongSource extends InvalidInput {}

/**
 * Keeps what somebody pasted, or the file. A file of JSON says itself what it is; what was typed counts for the others.
 * @throws {WrongSource} {SourceRefused} and what `keepSource` throws
 */
export async function takeSource(
  taking: Taking,
  typed: Typed,
  file: ChosenFile | undefined,
): Promise<Taken> {
  const isPasted = typed.pasted.trim() !== "";
  if (file && isPasted) {
    throw new WrongSource("source_twice", "Choose a file or paste the text, not both.");
  }
  if (!file) {
    if (!isPasted) throw new WrongSource("source_none", "Choose a file, or paste the text.");
    const about = aboutIn(typed);
    return await keep(taking, { about, capture: "text", read: readPasted(typed.pasted) });
  }
  const format = formatNamed(file.name);
  if (format === undefined) {
    const endings = fileEndings.join(", .");
    throw new WrongSource("source_unknown_file", `The file’s name ends with none of .${endings}.`);
  }
  if (format === "jsonl") return await takeLines(taking, file.bytes);
  if (format === "json") {
    return await keep(taking, givenIn(sourceLineIn(file.bytes.toString("utf8"))));
  }
  const about = aboutIn(typed);
  const read = await readSource(file.bytes, format, taking.readDocument);
  return await keep(taking, { about, capture: "text", read });
}

async function keep(
  { desk, hand, brief, now }: Taking,
  given: GivenSource,
): Promise<Extract<Taken, { is: "one" }>> {
  const source = await keepSource(desk, hand, brief, given, now);
  return { is: "one", source, remarks: given.read.remarks };
}

/** A bad line costs nothing but itself. */
async function takeLines(taking: Taking, bytes: Buffer): Promise<Taken> {
  const kept: Source[] = [];
  const refused: { line: number; message: string }[] = [];
  for (const [place, text] of bytes.toString("utf8").split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = place + 1;
    if (kept.length + refused.length >= linesMax) {
      const message = `A page takes ${linesMax} lines. Give the rest by holdfast brief import.`;
      refused.push({ line, message });
      break;
    }
    try {
      kept.push((await keep(taking, givenIn(sourceLineIn(text)))).source);
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      refused.push({ line, message: error.message });
    }
  }
  if (kept.length + refused.length === 0) throw new SourceRefused("source_empty");
  return { is: "several", kept, refused };
}

const words: Readonly<Record<string, string>> = {
  name: "The short name",
  kind: "The kind",
  url: "The address",
  publisher: "The publisher",
  published: "The day of publication",
  captured: "The day when it was captured",
  reliability: "How far it is trusted",
  origin: "The origin",
};

/** What was typed, where anything was. @throws {WrongSource} */
function aboutIn({ pasted: _pasted, origin, because, ...typed }: Typed) {
  const given = Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      text.trim() === "" ? [] : [[name, text.trim()]],
    ),
  );
  const label = origin.trim() && { origin: { label: origin.trim(), because: because.trim() } };
  const read = aboutSchema.safeParse({ ...given, ...(label || {}) }, inPlainWords);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const [field = "", part] = issue?.path ?? [];
  const why = part === "because" ? "needs a reason" : (issue?.message ?? "is wrong");
  throw new WrongSource("source_about", `${words[String(field)] ?? String(field)}: ${why}.`);
}
