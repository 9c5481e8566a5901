import { openLog, readConfig, systemClock } from "#platform";
import { main } from "../src/main.ts";
import { type Role, type RunningServer, roles, startServer } from "../src/server.ts";
import { settings } from "../src/settings.ts";
import { heard } from "./command.ts";
import type { Said, Settings } from "./running.ts";

// The product in the test's own process: running.ts starts it in one of its own, which takes it seconds.

/** Runs a command line. */
export function run(env: Settings, ...words: string[]): Promise<Said> {
  return runPiped("", env, ...words);
}

/** Runs a command line that reads what is piped into it. */
export async function runPiped(piped: string, env: Settings, ...words: string[]): Promise<Said> {
  return await heard(piped, (streams) => main(words, { ...streams, env, clock: systemClock }));
}

/** Starts what `holdfast serve` runs. Stopping it twice does nothing. */
export async function start(
  env: Settings,
  given: readonly Role[] = roles,
): Promise<RunningServer & { url: string }> {
  const server = await startServer({
    config: readConfig(settings, env),
    env,
    clock: systemClock,
    log: openLog("silent"),
    progress: () => {},
    roles: given,
    isDataDefault: false,
  });
  return { ...server, url: server.url ?? "" };
}
