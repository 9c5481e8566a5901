import type { Readable, Writable } from "node:stream";
import type { Clock } from "./time/index.ts";

/** What a command may touch; nothing in a command reads the process itself. */
export type CommandContext = {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
};

/** Exit codes: 0 done, 1 some lines were bad or not all that was said could be written, 2 called with the wrong words. */
export type ExitCode = 0 | 1 | 2;

/** One verb of the command line, listed by its slice in `commands.ts` and composed by `main.ts`. */
export type Command = {
  /** The words after `holdfast`, such as `check` or `directory sign`. */
  name: string;
  /** One line for `holdfast help`. */
  summary: string;
  /** The whole usage text, shown for `--help` and after a usage error. */
  usage: string;
  run(args: string[], context: CommandContext): Promise<ExitCode>;
};
