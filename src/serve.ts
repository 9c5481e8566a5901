import { once } from "node:events";
import {
  type Command,
  messageOf,
  openLog,
  outliveDatabase,
  readConfig,
  readWords,
  UsageError,
} from "#platform";
import { type Role, roles, startServer } from "./server.ts";
import { settings } from "./settings.ts";

const usage = `holdfast serve [--roles ${roles.join(",")}]

Runs Holdfast. Without DATABASE_URL it starts a PostgreSQL of its own in HOLDFAST_DATA.
Settings come from the environment: see holdfast config.`;

export const serveCommand: Command = {
  name: "serve",
  summary: "run the site, with everything it needs",
  usage,
  async run(words, { env, stdout, stderr, clock }) {
    const { options, positionals } = readWords(words, ["roles"]);
    if (positionals.length > 0) throw new UsageError(`serve takes no ${positionals[0]}.`);
    const config = readConfig(settings, env);
    const giveUp = new AbortController();
    const stopAsked = untilStopAsked().finally(() => giveUp.abort());
    const progress = (sentence: string) => stderr.write(`${sentence}\n`);
    const log = openLog(config.LOG_LEVEL, stdout);
    outliveDatabase(log);
    const server = await startServer({
      config,
      env,
      clock,
      progress,
      log,
      roles: rolesIn(options.roles),
      isDataDefault: !env.HOLDFAST_DATA,
      signal: giveUp.signal,
    });
    progress(server.url ? `Holdfast is on ${server.url}` : "Holdfast is working");
    await stopAsked;
    progress("Finishing what is under way …");
    await server.stop().catch((error) => progress(messageOf(error)));
    return 0;
  },
};

/** Resolves when the process is asked to end. */
export function untilStopAsked(): Promise<unknown> {
  return Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
}

function rolesIn(text: string | undefined): Role[] {
  if (text === undefined) return [...roles];
  const asked = text.split(",");
  const unknown = asked.filter((name) => !roles.some((role) => role === name));
  if (unknown.length > 0) {
    throw new UsageError(
      `There is no role "${unknown.join(", ")}". There are: ${roles.join(", ")}.`,
    );
  }
  return roles.filter((role) => asked.includes(role));
}
