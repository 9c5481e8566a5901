import { createSecretKey, randomBytes } from "node:crypto";
import { type Id, uuidOf } from "#platform";
import { canariesCommands, canaryJobs } from "#vault";
import { runCommand } from "./command.ts";
import type { Said } from "./running.ts";
import type { TestSite } from "./site.ts";

export type TestCanaries = {
  /** Runs `canaries place`: bytes are a line as they are. */
  place(...lines: readonly (object | Buffer)[]): Promise<Said>;
  /** Runs `canaries list`. */
  list(): Promise<Said>;
  /** What the jobs do: canaries write in when it is time, and who joined since sees values that nobody else does. */
  work(): Promise<void>;
};

/** The canaries of a site, with a key of their own. */
export function openTestCanaries(site: TestSite): TestCanaries {
  const desk = {
    database: site.opened.database,
    ...{
      appender: site.appender,
      keykeeper: site.keykeeper,
      key: createSecretKey(randomBytes(32)),
    },
  };
  const reach = async () => desk;
  const [place, list] = canariesCommands(reach, reach);
  const clock = () => site.time.now;
  const wait = async (ms: number) => {
    site.time.now = new Date(site.time.now.getTime() + ms);
  };
  return {
    place: (...lines) =>
      runCommand(place, ["-"], {
        clock,
        piped: Buffer.concat(lines.flatMap((line) => [lineOf(line), Buffer.from("\n")])),
      }),
    list: () => runCommand(list, [], { clock }),
    work: async () => {
      for (const { run } of canaryJobs(desk, site.tickets.tickets, wait)) {
        await run(site.time.now, new AbortController().signal);
      }
    },
  };
}

function lineOf(line: object | Buffer): Buffer {
  return Buffer.isBuffer(line) ? line : Buffer.from(JSON.stringify(line));
}

/** Makes a canary of a client who is there: a row alone. */
export async function makeTestCanary(site: TestSite, client: Id<"client">): Promise<void> {
  await site.opened.database.query(
    "insert into vault.canaries (client, placed_at, spare_phones, decoys_until) values ($1, $2, '{}', $2)",
    [uuidOf(client), site.time.now],
  );
}

/** What the firm's mail and telephone systems say when something comes in at a decoy, with a key of theirs. */
export async function reportTestDecoy(
  site: TestSite,
  key: string,
  touched: { value: string; by: "mail" | "call" },
): Promise<Response> {
  return await site.app.request("http://localhost:8080/v1/decoys/touched", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(touched),
  });
}
