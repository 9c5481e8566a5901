import { readFile } from "node:fs/promises";
import { type Command, english, isId, orRefused, readWords, UsageError } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { compareValue, type Part, partPixelsMax, type ValueComparison } from "./comparing.ts";
import type { ReachMarks } from "./mark-commands.ts";
import { readPhotoFile } from "./opening/index.ts";
import { sayWhy } from "./reading.ts";

const usage = `holdfast mark compare FILE --value TEXTFILE --client ID --field NAME [--at LEFT,TOP,WIDTH,HEIGHT] [--from N] [--font NAME] [--json]

Says on which screen a value was pictured, also when the tile over it was taken away: its letters stand parts of a pixel beside
their places, each session and minute in its own way. Who was shown the field, the ledger knows: the letters are compared with
those of these screens alone. FILE is a picture (of a document or a film, its first). Ends with 1 when no screen is named.

  --value   a file with the text as the picture shows it, one line; it isn't given as a word, for those stay in the shell's history
  --client  whose value it is: client_...
  --field   which: email, phone, name, ...
  --at      where it stands in the picture, in pixels: the value and nothing else; without it, all of the picture
  --from    where the text isn't the value's beginning: the number of its first letter, spaces not counted, from 1
  --font    the font that the screen had, which must be installed here; without it, this machine's sans-serif
  --json    one object: {"is": "named", "session", "alias", "minute", "chance", ...}, "nobody", "unlike", "refused", ...

What it says is likely, and no proof: it accuses nobody.`;

export function compareCommand(reach: ReachMarks): Command {
  return {
    name: "mark compare",
    summary: "on whose screen a value was pictured, by how its letters stand",
    usage,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["value", "client", "field", "at", "from", "font"],
        ["json"],
      );
      const [path] = positionals;
      if (path === undefined || positionals.length > 1) throw new UsageError("Give one FILE.");
      const { client = "", field } = options;
      if (!isId("client", client)) throw new UsageError("Give --client and a client's id.");
      if (!isField(field))
        throw new UsageError(`Give --field and one of ${fieldNames.join(", ")}.`);
      const [part, first] = [partIn(options.at), firstIn(options.from)];
      const text = await textIn(options.value);
      const bytes = await readPhotoFile(path);
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const value = { text, client, field, part, first, family: options.font };
      const compared = await compareValue(desk, bytes, value);
      context.stdout.write(
        flags.has("json") ? `${JSON.stringify(printed(compared))}\n` : `${sentenceOf(compared)}\n`,
      );
      return "whose" in compared && compared.whose?.is === "session" ? 0 : 1;
    },
  };
}

function isField(name: string | undefined): name is FieldName {
  return fieldNames.some((field) => field === name);
}

/** @throws {UsageError} */
async function textIn(file: string | undefined): Promise<string> {
  if (file === undefined) throw new UsageError("Give --value and a file with the text.");
  const text = (await orRefused(file, readFile(file, "utf8"))).trim();
  if (text !== "" && text.length <= 200 && !text.includes("\n")) return text;
  throw new UsageError(`${file} has to hold one line with the text, of 200 letters at most.`);
}

/** @throws {UsageError} */
function partIn(text: string | undefined): Part | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}(?:,\d{1,5}){3}$/.test(text))
    throw new UsageError("--at takes four whole numbers, such as 120,80,300,32.");
  const [left = 0, top = 0, width = 0, height = 0] = text.split(",").map(Number);
  return { left, top, width, height };
}

/** @throws {UsageError} */
function firstIn(text = "1"): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text) - 1;
  throw new UsageError("--from takes the number of a letter, 1 or more.");
}

/** For programs. */
function printed(compared: ValueComparison) {
  if (!("whose" in compared)) return compared;
  const { whose, payload, ...rest } = compared;
  if (whose === undefined) return rest;
  const { is, ...screen } = whose;
  if (is === "refused") return { ...rest, is, ...screen, payload: String(payload) };
  return { ...rest, session: whose.session, alias: whose.alias, minute: whose.minute };
}

function sentenceOf(compared: ValueComparison): string {
  if (compared.is === "unopened") return `Not compared. ${sayWhy(english, compared.why)}`;
  if (compared.is === "no_part")
    return `Not compared. The picture has ${compared.width} x ${compared.height} pixels: give --at a part of it, of ${partPixelsMax} pixels at most.`;
  if (compared.is === "unlike")
    return `Nobody. The picture doesn't show this text in this type (it explains ${compared.fit.toFixed(2)} of it): give --at the value and nothing else, and --font the screen's.`;
  const { candidates, letters, chance, whose } = compared;
  if (candidates === 0) return "Nobody. The ledger has no look at this field of this client.";
  const among = `${letters} letters, ${candidates} screens that could have shown them`;
  if (!whose)
    return `Nobody. None agrees well enough: ${among}, one agrees as well as the best by chance with ${chance.toPrecision(1)}.`;
  if (whose.is === "refused")
    return `Nobody. What agrees best doesn't count: the desk's rows and the ledger differ about it, or its session wasn't open then.`;
  return `Session ${whose.alias} (${whose.session}) in the minute ${whose.minute.toISOString()}: ${among}, one agrees as well by chance with ${chance.toPrecision(1)}. That is likely, and no proof.`;
}
