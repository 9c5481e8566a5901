import { messageOf } from "#platform";
import {
  type Hash,
  parseAnswer,
  parseCheckpoint,
  parseNote,
  printAddCheckpoint,
  Refused,
  verifyNote,
  type WitnessAnswer,
} from "#tlog";
import type { WitnessToAsk } from "./witnesses.ts";

/** Room for a dozen cosignatures with ML-DSA-44. */
const answerBytesMax = 64 * 1024;
/** The size that the witness tells may be outdated when two ask at once. */
const attemptsMax = 3;

/** `fetch`, as far as it is used here. */
export type Ask = (
  url: string,
  init: {
    method: "POST";
    headers: Record<string, string>;
    body: string;
    redirect: "manual";
    signal: AbortSignal;
  },
) => Promise<Response>;

export type CosignRequest = {
  witness: WitnessToAsk;
  /** The checkpoint with its signatures. */
  signed: string;
  /** How large the log was when this witness last cosigned, as far as is known; 0 when nothing is. */
  oldSize: number;
  /** The consistency proof from an older size, above 0, to the checkpoint's. What it throws comes out of `cosign`. */
  prove(oldSize: number): Promise<readonly Hash[]>;
  ask: Ask;
  /** For all that it takes: questions and answers. */
  timeoutMs: number;
};

/**
 * What came of asking a witness.
 *
 * - `cosigned`: `lines` hold its good signatures, for `withCosignatures`. `cosignedAt` is the latest one's time, in
 *   seconds since 1970. `from` is the size that it had cosigned before: below `oldSize` it has lost its memory.
 * - `ahead`: it has cosigned a larger tree. Unless another process of this log is faster, this log went back.
 * - `forked`: it has cosigned another root for this size: there are two histories.
 * - `unproven`: the proof doesn't lead from the tree that it knows to this one: two histories, or a wrong proof.
 * - `unknown`, `forged`, `malformed`: it doesn't know the log, its keys, or the form of the request.
 * - `unusable`: an answer that tlog-witness doesn't describe, or no good signature in it.
 * - `unreachable`: no answer in time.
 */
export type Cosigning =
  | { is: "cosigned"; lines: SignatureLines; cosignedAt: number; from: number }
  | { is: "ahead"; latestSize: number }
  | Exclude<WitnessAnswer, { is: "cosigned" | "stale" }>
  | { is: "unusable" | "unreachable"; reason: string };

type SignatureLines = Extract<WitnessAnswer, { is: "cosigned" }>["lines"];

/** The results that mean that somebody may be shown another history than somebody else. */
export function isAlarm({ is }: Cosigning): boolean {
  return is === "ahead" || is === "forked" || is === "unproven";
}

/**
 * Asks a witness to cosign a checkpoint (tlog-witness, "add-checkpoint"). A witness that stands at another size than
 * expected, because an answer was lost, is asked again from there. It throws what `prove` throws, and what #tlog throws for a checkpoint that is none.
 */
export async function cosign(request: CosignRequest): Promise<Cosigning> {
  const { text } = parseNote(request.signed);
  const asking: Asking = {
    ...request,
    text,
    size: parseCheckpoint(text).size,
    signal: AbortSignal.timeout(request.timeoutMs),
  };
  return await cosignFrom(request.oldSize, asking, attemptsMax);
}

type Asking = CosignRequest & { text: string; size: number; signal: AbortSignal };
type Unanswered = { is: "unusable" | "unreachable"; reason: string };

async function cosignFrom(
  oldSize: number,
  asking: Asking,
  attemptsLeft: number,
): Promise<Cosigning> {
  const { signed, size, prove } = asking;
  if (oldSize > size) return { is: "ahead", latestSize: oldSize };
  if (attemptsLeft === 0) return { is: "unusable", reason: "It names another size each time." };
  const proof = oldSize > 0 && oldSize < size ? await prove(oldSize) : [];
  const answer = await answerTo(printAddCheckpoint({ oldSize, proof, signed }), asking);
  switch (answer.is) {
    case "stale":
      return await cosignFrom(answer.latestSize, asking, attemptsLeft - 1);
    case "cosigned":
      return verified(answer.lines, oldSize, asking);
    case "forked":
      // "If the old size matches the checkpoint size": otherwise it is some proxy's 409, and no alarm.
      return oldSize === size
        ? answer
        : { is: "unusable", reason: "It answered 409 without a size." };
    default:
      return answer;
  }
}

async function answerTo(
  body: string,
  { witness, ask, signal, timeoutMs }: Asking,
): Promise<WitnessAnswer | Unanswered> {
  try {
    const response = await ask(`${witness.url}/add-checkpoint`, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      body,
      redirect: "manual",
      signal,
    });
    // A proxy may add a charset to the type that tells the 409 with a size from the 409 of a fork.
    const contentType = response.headers.get("content-type")?.split(";")[0] ?? "";
    return parseAnswer({ status: response.status, contentType, body: await bytesOf(response) });
  } catch (error) {
    if (error instanceof Refused) return { is: "unusable", reason: error.message };
    const reason = signal.aborted ? `No answer in ${timeoutMs / 1000} s.` : causeOf(error);
    return { is: "unreachable", reason };
  }
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) {
      throw new Refused("too_large", `The answer is over ${answerBytesMax} bytes long.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function verified(lines: SignatureLines, from: number, { text, witness }: Asking): Cosigning {
  try {
    const good = verifyNote({ text, signatures: lines }, witness.keys);
    // tlog-witness: "the timestamp MUST NOT be zero".
    const isTimed = good.every(({ timestamp }) => timestamp > 0);
    if (!isTimed) return { is: "unusable", reason: "A cosignature doesn't say when it was made." };
    const cosignedAt = Math.max(...good.map(({ timestamp }) => timestamp));
    return { is: "cosigned", lines: good.map(({ line }) => line), cosignedAt, from };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { is: "unusable", reason: error.message };
  }
}

/** `fetch` hides why it failed in `cause`. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? `No connection (${code}).` : messageOf(cause);
}
