import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type DecodeAnswer, decodeAnswer } from "./answer.ts";
import { Turns } from "./turns.ts";

const program = fileURLToPath(new URL("decoding-program.ts", import.meta.url));
const packageFolder = fileURLToPath(new URL("../../../../", import.meta.url));

/** How long a file may take, on the clock and of a processor. */
const waitMs = 30_000;
const processorSeconds = 20;
const memoryBytesMax = 768 * 1024 * 1024;
const lookMs = 50;
const pageBytes = 4_096;
const heapMegabytes = 256;
const answerBytesMax = 64 * 1024 * 1024;
const newline = 0x0a;

/** What a file looks like, or why it can't be shown. */
export type Decoded =
  | { is: "decoded"; pages: Buffer[]; words: string }
  | Extract<DecodeAnswer, { is: "refused" }>;

const turns = new Turns();

/**
 * Decodes a file in a process of its own, which ends with it: without the desk's environment, keys and sockets, able to
 * read nothing but the program, to write no file and start no other program, for a bounded time and memory. What it
 * answers is checked like anything that a stranger sends. A file that breaks it is damaged.
 * @throws {TooBusy}
 */
export async function decode(kind: "picture" | "document", bytes: Buffer): Promise<Decoded> {
  return await turns.take(async () => {
    try {
      return readAnswer(await answerTo(kind, bytes));
    } catch {
      return { is: "refused", code: "damaged" };
    }
  });
}

async function answerTo(kind: string, bytes: Buffer): Promise<Buffer> {
  const limits = `ulimit -t ${processorSeconds} -c 0; ulimit -f 0; exec "$0" "$@"`;
  const words = [
    "--permission",
    "--allow-addons",
    `--allow-fs-read=${packageFolder}*`,
    `--max-old-space-size=${heapMegabytes}`,
    "--disable-warning=SecurityWarning",
  ];
  const child = spawn("/bin/sh", ["-c", limits, process.execPath, ...words, program, kind], {
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "ignore"],
    timeout: waitMs,
    killSignal: "SIGKILL",
  });
  const ended = new AbortController();
  child.stdin.on("error", () => {}); // it ended before it read all: its answer says so
  child.stdin.end(bytes);
  void watchMemory(child.pid, ended.signal, () => child.kill("SIGKILL"));
  let length = 0;
  child.stdout.on("data", (part: Buffer) => {
    length += part.length;
    if (length > answerBytesMax) child.kill("SIGKILL");
  });
  try {
    const [[code], answer] = await Promise.all([once(child, "close"), buffer(child.stdout)]);
    if (code !== 0) throw new Error(`decoding ended with ${code}`);
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

function readAnswer(bytes: Buffer): Decoded {
  const end = bytes.indexOf(newline);
  const head = decodeAnswer.parse(JSON.parse(bytes.subarray(0, Math.max(0, end)).toString()));
  if (head.is === "refused") return head;
  let start = end + 1;
  const pages = head.pages.map((length) => {
    const page = bytes.subarray(start, start + length);
    start += length;
    return page;
  });
  const areWhole = start === bytes.length && pages.every((page) => page.readUInt16BE(0) === 0xffd8);
  if (!areWhole) throw new Error("decoding answered with other bytes than it said");
  return { is: "decoded", pages, words: head.words };
}
