import { Readable, Writable } from "node:stream";
import { openLog, readConfig, systemClock } from "#platform";
import { main } from "../src/main.ts";
import { type Role, type RunningServer, roles, startServer } from "../src/server.ts";
import { settings } from "../src/settings.ts";
import type { Said, Settings } from "./running.ts";

// The product in the test's own process: running.ts starts it in one of its own, which takes it seconds.

/** Runs a command line. */
export function run(env: Settings, ...words: string[]): Promise<Said> {
  return runPiped("", env, ...words);
}

/** Runs a command line that reads what is piped into it. */
export async function runPiped(piped: string, env: Settings, ...words: string[]): Promise<Said> {
  const said = { stdout: "", stderr: "" };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += chunk;
        done();
      },
    });
  const [stdout, stderr] = [into("stdout"), into("stderr")];
  const stdin = Readable.from(piped === "" ? [] : [Buffer.from(piped)]);
  const code = await main(words, { stdin, stdout, stderr, env, clock: systemClock });
  return { code, ...said };
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
