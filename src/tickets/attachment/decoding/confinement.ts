import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** What a confined program may read: itself and the packages that it needs, wherever they are installed. */
const readable = [
  new URL("./", import.meta.url),
  new URL("../limits.ts", import.meta.url),
  new URL("../../../../node_modules/", import.meta.url),
  ...["../../../../", "../../../", "../../", "../"].map(
    (above) => new URL(`${above}package.json`, import.meta.url),
  ),
  ...["sharp", "@hyzyla/pdfium"].map((name) =>
    import.meta.resolve(name).replace(/(.*\/node_modules\/).*/, "$1"),
  ),
].map((url) => fileURLToPath(url));

/** How long it may take, on the clock and of a processor. */
const waitMs = 30_000;
const processorSeconds = 20;
const memoryBytesMax = 768 * 1024 * 1024;
const heapMegabytes = 256;
const answerBytesMax = 64 * 1024 * 1024;
const lookMs = 50;
const pageBytes = 4_096;

/**
 * Runs Node in a process of its own, without the desk's environment and sockets, able to read nothing but the programs of
 * this folder and their packages, to write no file and to start no other program, for a bounded time and memory.
 * @param words what follows `node` on its command line
 * @returns what it wrote. It throws for one that ended badly, or was ended.
 */
export async function runConfined(words: readonly string[], input: Buffer): Promise<Buffer> {
  const limits = `ulimit -t ${processorSeconds} && ulimit -c 0 && ulimit -f 0 && exec "$0" "$@"`;
  const confinement = [
    "--permission",
    "--allow-addons", // sharp is one; the system's limits hold for it too
    ...new Set(readable.map((path) => `--allow-fs-read=${path}`)),
    `--max-old-space-size=${heapMegabytes}`,
  ];
  const child = spawn("/bin/sh", ["-c", limits, process.execPath, ...confinement, ...words], {
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "ignore"],
    timeout: waitMs,
    killSignal: "SIGKILL",
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const ended = new AbortController();
  child.stdin.on("error", () => {}); // it ended before it read all: its exit code says so
  child.stdin.end(input);
  void watchMemory(child.pid, ended.signal, () => child.kill("SIGKILL"));
  let length = 0;
  child.stdout.on("data", (part: Buffer) => {
    length += part.length;
    if (length > answerBytesMax) child.kill("SIGKILL");
  });
  try {
    const [[code], answer] = await Promise.all([once(child, "close"), buffer(child.stdout)]);
    if (code !== 0) throw new Error(`a confined program ended with ${code}`);
    return answer;
  } finally {
    ended.abort();
  }
}

/** No limit of the system bounds what a process really uses, and V8 reserves far more than that. */
async function watchMemory(
  id: number | undefined,
  signal: AbortSignal,
  kill: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const used = await readFile(`/proc/${id}/statm`, "utf8").catch(() => undefined);
    if (used === undefined) return;
    if (Number(used.split(" ")[1]) * pageBytes > memoryBytesMax) kill();
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}
