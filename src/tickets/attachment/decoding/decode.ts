import { fileURLToPath } from "node:url";
import { runConfined, Turns } from "#platform";
import { type DecodeAnswer, decodeAnswer } from "./answer.ts";
import { confinement } from "./confinement.ts";
import { TooBusy } from "./too-busy.ts";

const program = fileURLToPath(new URL("decoding-program.ts", import.meta.url));
const newline = 0x0a;

/** What a file looks like, or why it can't be shown. */
type Decoded =
  | { is: "decoded"; pages: Buffer[]; words: string }
  | Extract<DecodeAnswer, { is: "refused" }>;

const turns = new Turns({ atOnceMax: 2, waitingMax: 10, busy: () => new TooBusy() });

/**
 * Decodes a file in a confined process of its own, which ends with it. What that answers is checked like anything that a
 * stranger sends. A file that breaks it is damaged.
 * @throws {TooBusy}
 */
export async function decode(kind: "picture" | "document", bytes: Buffer): Promise<Decoded> {
  return await turns.take(async () => {
    try {
      return readAnswer(await runConfined([program, kind], bytes, confinement));
    } catch {
      return { is: "refused", code: "damaged" };
    }
  });
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
