import type { Remark, RemarkCode } from "./reading.ts";

const sentences: Readonly<Record<RemarkCode, (count: number) => string>> = {
  active_parts_left_out: (count) =>
    `${counted(count, "script, style, frame or the like was", "scripts, styles, frames and the like were")} left out. Nothing of the page ran.`,
  hidden_characters_left_out: (count) =>
    `${counted(count, "character was", "characters were")} left out that nobody sees or that turn text around.`,
  secrets_left_out: (count) =>
    `${counted(count, "passage was", "passages were")} left out that looked like a seed phrase, a key or a password.`,
  read_as_windows_1252: () =>
    "It isn't UTF-8, so it was read as Windows-1252. Look whether its letters are right.",
  speaks_to_machines: (count) =>
    count === 1
      ? "1 passage speaks to machines that read the page. Here it is text, and nothing follows it."
      : `${count} passages speak to machines that read the page. Here they are text, and nothing follows them.`,
};

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What a remark says to people. */
export function remarkOn({ code, count }: Remark): string {
  return sentences[code](count);
}

export const remarkCodes = Object.keys(sentences) as RemarkCode[];
