import { open } from "node:fs/promises";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  InvalidInput,
  inPlainWords,
  jsonIn,
  misfitIn,
  orRefused,
  readWords,
  UsageError,
} from "#platform";
import type { Brief } from "../brief/index.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import { keepSource } from "../keeping/index.ts";
import {
  aboutSchema,
  type Format,
  fileBytesMax,
  fileEndings,
  formatNamed,
  type GivenSource,
  givenIn,
  type ReadDocument,
  readSource,
  remarkOn,
  type SourceLine,
  SourceRefused,
  sourceKinds,
  sourceLineIn,
  sourceLineSchemaFor,
} from "../source/index.ts";
import { takeEntries, takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

const about = ["kind", "name", "url", "publisher", "published", "captured", "reliability"] as const;

export function importCommand(reach: ReachBriefs, readDocument: ReadDocument): Command {
  return {
    name: "brief import",
    summary: "keep a source of a brief, as it was captured",
    usage: `holdfast brief import BRIEF FILE --by STAFF --kind KIND [--publisher P] [--url U] [--published D] [--captured D]
                      [--name N] [--reliability R]
holdfast brief import BRIEF FILE.json --by STAFF [--kind KIND]
holdfast brief import BRIEF FILE.jsonl --by STAFF [--kind KIND]

FILE is what somebody saved: .html, .txt, .md, .eml or .pdf; "-" reads pasted text. Nothing is fetched, nothing in it runs, and nothing in
it is an instruction. It has ${fileBytesMax / 1024 / 1024} MB at most. Dates are EDTF: 2026-04-13, 2026-04. Without --publisher a source is anonymous, and confirms nothing.
In JSON each source is {"kind", "text" or "facts": ["…"], "name"?, "url"?, "publisher"?, "published"?, "captured"?, "reliability"?, "flags"?: ["…"],
"origin"?: {"label", "because"}}: facts are short sentences of yours where the words can't be kept, and origin says where the story is from. A file of JSON holds one source or
a list of them, also under "sources"; in a list that somebody else made "id" is the name, facts may be an object, and --kind is for what it calls by none of our kinds.

KIND: ${sourceKinds.join(", ")}`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["by", ...about]);
      const [id, file, ...more] = positionals;
      if (file === undefined || more.length > 0) throw new UsageError("Give BRIEF and one FILE.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, id);
      const hand = await handOf(desk, options.by);
      const keeping = { desk, hand, brief, context };
      const schema = sourceLineSchemaFor(sourceKinds.find((one) => one === options.kind));
      if (formatNamed(file) === "jsonl") {
        return await takeLines(file, schema, context, (line) => keepLine(keeping, line));
      }
      const format = file === "-" ? "text" : formatNamed(file);
      if (format === undefined || format === "jsonl") {
        throw new UsageError(`${file} ends with none of .${fileEndings.join(", .")}.`);
      }
      const bytes = await boundedBytes(file, context);
      const entries = format === "json" ? entriesIn(bytes) : undefined;
      if (entries)
        return await takeEntries(entries, schema, context, (line) => keepLine(keeping, line));
      const said =
        format === "json"
          ? await keepLine(keeping, sourceLineIn(bytes.toString("utf8")))
          : await keepFile(keeping, bytes, format, options, readDocument);
      context.stdout.write(`${JSON.stringify(said)}\n`);
      return 0 satisfies ExitCode;
    },
  };
}

/** A list of sources, each captured when the list says so; undefined for what isn't one. */
function entriesIn(bytes: Buffer): unknown[] | undefined {
  const given = jsonIn(bytes.toString("utf8"));
  if (Array.isArray(given)) return given.length > 0 ? given : undefined;
  const { sources, captured } = (given ?? {}) as { sources?: unknown; captured?: unknown };
  if (!Array.isArray(sources)) return undefined;
  return sources.map((one) => (captured === undefined ? one : { captured, ...one }));
}

type Keeping = { desk: BriefsDesk; hand: Hand; brief: Brief; context: CommandContext };

async function keepFile(
  keeping: Keeping,
  bytes: Buffer,
  format: Format,
  options: ReturnType<typeof readWords>["options"],
  readDocument: ReadDocument,
): Promise<object> {
  const given = Object.fromEntries(about.map((name) => [name, options[name]]));
  const described = aboutSchema.safeParse(given, inPlainWords);
  if (!described.success) {
    throw new UsageError(misfitIn(described.error, (path) => `--${path}`));
  }
  const read = await readSource(bytes, format, readDocument);
  return await keep(keeping, { about: described.data, capture: "text", read });
}

function keepLine(keeping: Keeping, line: SourceLine): Promise<object> {
  return keep(keeping, givenIn(line));
}

async function keep({ desk, hand, brief, context }: Keeping, given: GivenSource): Promise<object> {
  const { read } = given;
  const source = await keepSource(desk, hand, brief, given, context.clock());
  const { id, name, sha256 } = source;
  return {
    source: id,
    name,
    sha256,
    letters: read.text.length,
    remarks: read.remarks.map(remarkOn),
  };
}

/** No more of a file is read than may be kept: one that is longer is refused by its first bytes. */
async function boundedBytes(file: string, { stdin }: CommandContext): Promise<Buffer> {
  if (file === "-") return await boundedInput(stdin);
  await using handle = await orRefused(file, open(file));
  if (!(await handle.stat()).isFile()) {
    throw new InvalidInput("file_unreadable", `${file} is no file. Check the path.`);
  }
  return await boundedInput(handle.createReadStream({ autoClose: false, end: fileBytesMax }));
}

async function boundedInput(input: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of input) {
    parts.push(Buffer.from(part));
    length += parts.at(-1)?.length ?? 0;
    if (length > fileBytesMax) throw new SourceRefused("source_too_large");
  }
  return Buffer.concat(parts);
}
