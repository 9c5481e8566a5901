import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a program may take, on the clock and of a processor; how much memory it may use, and how much it may say. */
export type Limits = {
  waitMs: number;
  processorSeconds: number;
  memoryBytes: number;
  answerBytes: number;
};

const lookMs = 50;
const pageBytes = 4_096;

/**
 * Runs a program that reads what a stranger made: without this process's environment and sockets, with the lowest
 * priority, unable to write a file, for a bounded time and memory.
 * @param given what it reads from its standard input, or a file that it finds open as number 3
 * @returns what it wrote. It throws for one that ended badly, or was ended.
 */
export async function runLimited(
  program: string,
  words: readonly string[],
  given: Buffer | { fd: number },
  limits: Limits,
): Promise<Buffer> {
  const bounds = `ulimit -t ${limits.processorSeconds} && ulimit -c 0 && ulimit -f 0 && exec "$0" "$@"`;
  const child = spawn("/bin/sh", ["-c", bounds, program, ...words], {
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "ignore", "fd" in given ? given.fd : "ignore"],
    timeout: limits.waitMs,
    killSignal: "SIGKILL",
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("a limited program has no pipes");
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const ended = new AbortController();
  stdin.on("error", () => {}); // it ended before it read all: its exit code says so
  stdin.end("fd" in given ? undefined : given);
  void watchMemory(child.pid, limits.memoryBytes, ended.signal, () => child.kill("SIGKILL"));
  let length = 0;
  stdout.on("data", (part: Buffer) => {
    length += part.length;
    if (length > limits.answerBytes) child.kill("SIGKILL");
  });
  try {
    const [[code], answer] = await Promise.all([once(child, "close"), buffer(stdout)]);
    if (code !== 0) throw new Error(`a limited program ended with ${code}`);
    return answer;
  } finally {
    ended.abort();
  }
}

/** No limit of the system bounds what a process really uses, and V8 reserves far more than that. */
async function watchMemory(
  id: number | undefined,
  bytesMax: number,
  signal: AbortSignal,
  kill: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const used = await readFile(`/proc/${id}/statm`, "utf8").catch(() => undefined);
    if (used === undefined) return;
    if (Number(used.split(" ")[1]) * pageBytes > bytesMax) kill();
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}
