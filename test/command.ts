import assert from "node:assert/strict";
import { Readable, Writable } from "node:stream";
import type { Command, CommandContext } from "#platform";
import type { Said } from "./running.ts";

type Streams = Pick<CommandContext, "stdin" | "stdout" | "stderr">;

/** Runs a command in the test's own process. */
export async function runCommand(
  command: Command | undefined,
  words: readonly string[],
  given: Pick<CommandContext, "clock"> & { env?: CommandContext["env"]; piped?: string | Buffer },
): Promise<Said> {
  assert.ok(command, "there is no such command");
  const { clock, env = {}, piped = "" } = given;
  return await heard(piped, (streams) => command.run([...words], { ...streams, env, clock }));
}

/** What some work writes that reads what is piped into it. */
export async function heard(
  piped: string | Buffer,
  work: (streams: Streams) => Promise<number>,
): Promise<Said> {
  const said = { stdout: "", stderr: "" };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += chunk;
        done();
      },
    });
  const stdin = Readable.from(piped.length === 0 ? [] : [Buffer.from(piped)]);
  const code = await work({ stdin, stdout: into("stdout"), stderr: into("stderr") });
  return { code, ...said };
}
