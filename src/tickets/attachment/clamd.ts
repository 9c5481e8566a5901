import { once } from "node:events";
import { connect } from "node:net";
import { HoldfastError } from "#platform";

const answerWaitMs = 20_000;
const chunkBytes = 64 * 1024;
const lengthBytes = 4;
const answerBytesMax = 1_000;

/** Where clamd listens: a socket of this machine, or an address. */
export type ClamdPlace = { path: string } | { host: string; port: number };

/** What the virus scanner said of a file. A file that nobody scanned isn't clean. */
export type Scan = Cleared | { is: "infected" };

/** What the scanner doesn't stand in the way of. */
export type Cleared = { is: "not_scanned" } | { is: "clean"; at: Date };

/** clamd is named in the settings, and doesn't scan: then nothing is taken. */
export class ScannerAway extends HoldfastError {
  readonly code = "scanner_away";
  readonly refusal = "unavailable";
  constructor() {
    super("The virus scanner does not answer. Files are taken again when it does.");
  }
}

/**
 * Has a file scanned by clamd (its INSTREAM command: chunks behind their lengths, an empty one at the end).
 * @param place undefined where there is no scanner
 * @throws {ScannerAway} also for an answer that is no verdict
 */
export async function scan(place: ClamdPlace | undefined, bytes: Buffer, now: Date): Promise<Scan> {
  if (!place) return { is: "not_scanned" };
  const answer = await ask(place, bytes).catch(() => "");
  if (/^stream: OK\0?$/.test(answer)) return { is: "clean", at: now };
  if (/^stream: .+ FOUND\0?$/.test(answer)) return { is: "infected" };
  throw new ScannerAway();
}

async function ask(place: ClamdPlace, bytes: Buffer): Promise<string> {
  const signal = AbortSignal.timeout(answerWaitMs);
  const socket = connect(place);
  const abort = () => socket.destroy(new Error("no answer"));
  signal.addEventListener("abort", abort);
  try {
    await once(socket, "connect", { signal });
    socket.write("zINSTREAM\0");
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes);
      socket.write(lengthOf(chunk.length));
      if (!socket.write(chunk)) await once(socket, "drain", { signal });
    }
    socket.write(lengthOf(0));
    let answer = "";
    for await (const part of socket) {
      answer += part;
      if (answer.includes("\0") || answer.length > answerBytesMax) break;
    }
    return answer;
  } finally {
    signal.removeEventListener("abort", abort);
    socket.destroy();
  }
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(count);
  return length;
}
