import { type Command, describeConfig, readWords } from "#platform";
import { settings } from "./settings.ts";

export const configCommand: Command = {
  name: "config",
  summary: "every setting with its value and where the value comes from",
  usage:
    "holdfast config [--jsonl]\n\nSettings come from the environment only. Secrets are never printed.",
  async run(words, { stdout, env }) {
    const { flags } = readWords(words, [], ["jsonl"]);
    const lines = describeConfig(settings, env);
    const width = Math.max(...lines.map(({ name }) => name.length));
    for (const line of lines) {
      stdout.write(
        flags.has("jsonl")
          ? `${JSON.stringify(line)}\n`
          : `${line.name.padEnd(width)}  ${line.value}  (${line.origin})  # ${line.about}\n`,
      );
    }
    return 0;
  },
};
