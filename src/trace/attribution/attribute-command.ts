import { type Command, type ExitCode, momentIn, readWords, UsageError } from "#platform";
import { type Attribution, attribute } from "./attribution.ts";
import { Holdings, type SampleRow } from "./evidence.ts";
import { linesMax, readSample, readViews, type Told } from "./lines.ts";

const usage = `holdfast trace attribute --views VIEWS.jsonl --sample SAMPLE.jsonl [--before DATE] [--json]

Says whose views explain a leaked sample, or that nobody's do, on data of your own: no database is needed.
A view is {"agent", "client", "at", "fields": {NAME: VERSION}}, a row of the sample {"client", "fields"?: {NAME: VERSION}}:
${linesMax.views} views and ${linesMax.rows} rows at most. Other names aren't read, and told.
Rows about the same client count once together, however many they are.
With --before only views from before that day or time (2026-04-14, 2026-04-14T08:00, in UTC) count: when the sample was first seen.
What it says is likely, and no proof: it accuses nobody.`;

export const attributeCommand: Command = {
  name: "trace attribute",
  summary: "say whose views explain a leaked sample, on data of your own",
  usage,
  async run(words, { stdout, stderr }) {
    const { options, flags, positionals } = readWords(
      words,
      ["views", "sample", "before"],
      ["json"],
    );
    if (!options.views || !options.sample || positionals.length > 0) {
      throw new UsageError("Give --views FILE and --sample FILE.");
    }
    const before = options.before === undefined ? undefined : beforeIn(options.before);
    let exitCode: ExitCode = 0;
    const tell = (told: Told) => {
      if (!("unread" in told)) exitCode = 1;
      stderr.write(`${JSON.stringify(told)}\n`);
    };
    const views = await readViews(options.views, tell);
    const sample = await readSample(options.sample, tell);
    const found = attribute(new Holdings(views, before).evidenceOf(sample));
    stdout.write(flags.has("json") ? `${JSON.stringify(found)}\n` : inWords(found, sample));
    return exitCode;
  },
};

/** @throws {UsageError} */
function beforeIn(text: string): Date {
  const before = momentIn(text);
  if (before) return before;
  throw new UsageError(
    `--before ${text} is no date. Give one such as 2026-04-14 or 2026-04-14T08:00, in UTC.`,
  );
}

function inWords(
  { people, alike, nearest, unexplained, unseen }: Attribution,
  sample: readonly SampleRow[],
): string {
  const rows = sample.length;
  const clients = new Set(sample.flatMap((row) => row.clients)).size;
  const lines = people.map(
    ({ agent, explains, alone, chance, gain }) =>
      `${agent}: saw ${explains} of ${rows} rows, ${alone} of them alone; ${chance.toFixed(1)} by chance. ` +
      `With this person as a source the sample is e^${gain.toFixed(1)} times likelier.`,
  );
  const nobody = "Nobody's views explain this sample better than chance.";
  const pairs = alike.map(
    ({ agent, other }) =>
      `${agent} isn't named: beside what ${other} saw too, too little is left to tell the one from the other.`,
  );
  const more = nearest
    ? [
        `About ${nearest.rowsMissing} more rows of this kind, each about another client, would settle whether ${nearest.agent} is a source.`,
      ]
    : [];
  const once =
    clients < rows
      ? [
          `Rows and clients: ${rows} and ${clients}. However many rows are about one client, they count once.`,
        ]
      : [];
  return `${[
    ...(lines.length > 0 ? lines : [nobody]),
    ...pairs,
    ...more,
    ...once,
    `${unexplained} rows were seen by none of these people, ${unseen} by nobody at all.`,
  ].join("\n")}\n`;
}
