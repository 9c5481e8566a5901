import {
  type Command,
  type CommandContext,
  type DatabaseUrls,
  dayOf,
  holdDataDirectory,
  InvalidInput,
  readConfig,
  readWords,
  startEmbedded,
  UsageError,
} from "#platform";
import { dataDirectoryOf } from "./database-urls.ts";
import { isDemo } from "./demo.ts";
import { type FillTraits, fillDesk, refuseImpossible } from "./fill-desk.ts";
import { settings } from "./settings.ts";

const usage = `holdfast dev fill --events N [--slim] [--clients C] [--agents A] [--days D] [--records R] [--seed S]
                  [--until DATE] [--database OWNER_URL]

Fills an empty database with a desk's past that is made up, to develop and measure with: staff in teams, their looks at
clients over many days, the values of some clients in all their versions, and what is counted of each day. Only for a
desk that nobody but a developer reaches: PUBLIC_URL, DATABASE_URL and DATABASE_OWNER_URL are unset, and HOLDFAST_DATA is
a directory without a database.

  --slim      events alone: no salts, chains, leaves and tree. holdfast verify-log names each, and nothing is proven
  --clients   how many; a 25th of the events unless given, two million at most
  --agents    how many; one for 50,000 events unless given, 20 at least
  --days      the past's length: 365 unless given
  --records   how many clients have values in the vault, all of one team: 20,000 unless given
  --seed      the same seed and day make the same past: 1 unless given
  --until     the day after the last one: today, in UTC, unless given
  --database  another database that is empty, as the role that owns it, instead of an embedded one

What is stopped before its end leaves a database of no use: remove it.`;

const names = ["events", "clients", "agents", "days", "records", "seed", "until", "database"];
const tellEveryMs = 5_000;
const clientsMax = 2_000_000;
const agentsMin = 20;

/** For a fill: nothing is lost that can't be made again, and no checkpoint of the database comes between. */
const quick = {
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "16GB",
  checkpoint_timeout: "1h",
  shared_buffers: "1GB",
  jit: "off",
};

class NobodysDesk extends InvalidInput {
  constructor() {
    super(
      "not_for_development",
      "PUBLIC_URL, DATABASE_URL or DATABASE_OWNER_URL is set: this may be somebody's desk. Unset them, or name an empty database with --database.",
    );
  }
}

export const fillCommand: Command = {
  name: "dev fill",
  summary: "fill an empty database with a made-up past, to develop and measure with",
  usage,
  async run(words, context) {
    const { env, stdout, stderr, clock } = context;
    const { options, positionals, flags } = readWords(words, names, ["slim"]);
    if (positionals.length > 0) throw new UsageError(`dev fill takes no ${positionals[0]}.`);
    const traits = traitsIn(options, flags.has("slim"), clock());
    refuseImpossible(traits);
    const config = readConfig(settings, env);
    if (!isDemo(config)) throw new NobodysDesk();
    const dataDirectory = dataDirectoryOf({ config, isDataDefault: !env.HOLDFAST_DATA });
    const start = clock().getTime();
    const seconds = () => Math.round((clock().getTime() - start) / 1_000);
    const progress = (sentence: string) => stderr.write(`${seconds()} s: ${sentence}\n`);
    await using started = new AsyncDisposableStack();
    started.defer(await holdDataDirectory(dataDirectory));
    const urls = await urlsFor(options.database, dataDirectory, progress, started);
    const told = tellingEverySo(context, progress);
    const history = await fillDesk({ config, dataDirectory, urls, clock, progress, told }, traits);
    const { events, clients, staff, from } = history;
    const kind = traits.isSlim ? "slim events, without leaves" : "events, sealed";
    const days = `from ${dayOf(from)} on, of ${traits.days} days`;
    stdout.write(
      `${events.toLocaleString("en")} ${kind}, ${days}, by ${staff.count} agents about ${clients.count.toLocaleString("en")} clients, in ${seconds()} s\n`,
    );
    return 0;
  },
};

async function urlsFor(
  ownerUrl: string | undefined,
  dataDirectory: string,
  progress: (sentence: string) => void,
  started: AsyncDisposableStack,
): Promise<DatabaseUrls> {
  if (ownerUrl !== undefined) return { ownerUrl, appUrl: ownerUrl };
  const embedded = await startEmbedded({ dataDirectory, progress, settings: quick });
  started.defer(() => embedded.stop());
  return embedded;
}

function tellingEverySo({ clock }: CommandContext, progress: (sentence: string) => void) {
  let nextMs = clock().getTime() + tellEveryMs;
  return (done: number, of: number, what: string) => {
    const nowMs = clock().getTime();
    if (nowMs < nextMs) return;
    nextMs = nowMs + tellEveryMs;
    progress(`${done.toLocaleString("en")} of ${of.toLocaleString("en")} ${what}`);
  };
}

function traitsIn(
  options: Readonly<Record<string, string | undefined>>,
  isSlim: boolean,
  now: Date,
): FillTraits {
  if (options.events === undefined) throw new UsageError("Give --events N.");
  const number = (name: string, otherwise: number) => Number(options[name] ?? otherwise);
  const events = number("events", 0);
  const until = options.until ?? dayOf(now);
  const to = new Date(`${until}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(to.getTime())) {
    throw new UsageError(`--until is ${until}. Give a day, such as 2026-11-20.`);
  }
  return {
    ...{ events, isSlim, to },
    clients: number("clients", Math.min(clientsMax, Math.max(100, Math.round(events / 25)))),
    agents: number("agents", Math.max(agentsMin, Math.round(events / 50_000))),
    days: number("days", 365),
    records: number("records", 20_000),
    seed: number("seed", 1),
  };
}
