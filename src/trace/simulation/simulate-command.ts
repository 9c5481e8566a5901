import { z } from "@hono/zod-openapi";
import { type Command, inPlainWords, misfitIn, readWords, UsageError } from "#platform";
import { type Cell, type TableWish, tableOf } from "./table.ts";
import { outsideClients } from "./world.ts";

const usage = `holdfast trace simulate [--agents 300] [--clients 30000] [--agents-per-client 19] [--skew 0.5] [--teams 1]
  [--version-days 0] [--changes together|apart] [--leakers 2] [--background 0.15] [--from as_seen|alike|one_team]
  [--rows 10,20,40] [--runs 60] [--seed 1] [--json]

Makes up a desk and leaks of it, and says how often each method names exactly those who leaked, and how often somebody
who didn't: ours (the mixture), the most overlap, the holders' model of Papadimitriou and Garcia-Molina, the smallest cover.
With --leakers 0 nobody leaked, and whoever is named is innocent. With --version-days values change, and a row shows one version: all clients' on the same days, or each client's on its own.
The same seed makes the same table, but for the time that it took.`;

const names = [
  "agents",
  "clients",
  "agents-per-client",
  "skew",
  "teams",
  "version-days",
  "changes",
  "leakers",
  "background",
  "from",
  "rows",
  "runs",
  "seed",
];

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const wishSchema = z.object({
  agents: whole(2, 100_000).default(300),
  clients: whole(10, 2_000_000).default(30_000),
  "agents-per-client": z.coerce.number().min(0.1).max(200).default(19),
  skew: z.coerce.number().min(0).max(2).default(0.5),
  teams: whole(1, 1_000).default(1),
  "version-days": whole(0, 365).default(0),
  changes: z.enum(["together", "apart"]).default("together"),
  leakers: whole(0, 50).default(2),
  background: z.coerce.number().min(0).max(1).default(0.15),
  from: z.enum(["as_seen", "alike", "one_team"]).default("as_seen"),
  rows: z
    .string()
    .regex(
      /^[1-9]\d{0,4}(,[1-9]\d{0,4})*$/,
      "takes numbers from 1 on with commas, such as 10,20,40",
    )
    .default("10,20,40")
    .transform((text) => text.split(",").map(Number)),
  runs: whole(1, 100_000).default(60),
  seed: whole(0, 2 ** 31).default(1),
});

export const simulateCommand: Command = {
  name: "trace simulate",
  summary: "show on made-up desks how often each way of tracing a leak is right",
  usage,
  async run(words, { stdout, stderr, clock }) {
    const { options, flags, positionals } = readWords(words, names, ["json"]);
    if (positionals.length > 0) throw new UsageError(`There is no ${positionals[0]} to give.`);
    const { runs, seed, ...wish } = wishIn(options);
    const { world } = wish;
    stderr.write(`Making a desk of ${world.agents} agents and ${world.clients} clients …\n`);
    if (!flags.has("json")) stdout.write(heading);
    for (const cell of tableOf(wish, runs, seed, () => clock().getTime())) {
      stdout.write(flags.has("json") ? `${JSON.stringify(cell)}\n` : lineOf(cell));
    }
    return 0;
  },
};

/** @throws {UsageError} */
function wishIn(
  options: ReturnType<typeof readWords>["options"],
): TableWish & { runs: number; seed: number } {
  const read = wishSchema.safeParse(options, inPlainWords);
  if (!read.success) throw new UsageError(misfitIn(read.error, (path) => `--${path}`));
  const { runs, seed, rows, leakers, background, from, ...world } = read.data;
  for (const [name, count] of [
    ["leakers", leakers],
    ["agents-per-client", world["agents-per-client"]],
  ] as const) {
    if (count > world.agents) {
      throw new UsageError(
        `--${name} ${count} is more than the ${world.agents} agents. Give fewer, or more --agents.`,
      );
    }
  }
  const most = outsideClients(from, world);
  if (Math.max(...rows) > most) {
    throw new UsageError(
      `--rows ${Math.max(...rows)} is more than the ${most} clients that rows from elsewhere are taken from. Give fewer, or more --clients.`,
    );
  }
  return {
    ...{ runs, seed, rows },
    leak: { leakers, backgroundShare: background, background: from },
    world: {
      ...{ agents: world.agents, clients: world.clients, skew: world.skew, teams: world.teams },
      agentsPerClient: world["agents-per-client"],
      versionDays: world["version-days"],
      changes: world.changes,
      days: 365,
    },
  };
}

const methods = ["mixture", "overlap", "holders", "cover"] as const;
const column = (text: string) => text.padStart(9);
const heading = `${["rows", ...methods, "|", ...methods, "ms"].map(column).join("")}\n${column("")}${column("exactly those")}${" ".repeat(30)}${column("an innocent")}\n`;

function lineOf({ rows, exact, innocents, milliseconds }: Cell): string {
  const percent = (part: number) => column(`${(100 * part).toFixed(1)} %`);
  const values = [
    column(String(rows)),
    ...methods.map((method) => percent(exact[method])),
    column("|"),
    ...methods.map((method) => percent(innocents[method])),
    column(milliseconds.toFixed(1)),
  ];
  return `${values.join("")}\n`;
}
