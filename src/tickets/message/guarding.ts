import {
  type AgentJudgement,
  judgeAgentMessage,
  lastAsked,
  placeholderOf,
  removeSecrets,
  type SecretContext,
  type SecretType,
  type Turn,
} from "#guard";
import { MessageHeld, MessageStopped } from "./refusals.ts";

/** What reads every message before it is stored: the functions of `#guard`. */
export type Guard = {
  removeSecrets: typeof removeSecrets;
  judgeAgentMessage: typeof judgeAgentMessage;
  /** Our own hosts: an answer that leads elsewhere is stopped. */
  ownHosts: readonly string[];
};

/** The guard itself. @param ownHosts where our own pages are */
export function guardOf(ownHosts: readonly string[]): Guard {
  return { removeSecrets, judgeAgentMessage, ownHosts };
}

/** What stands before a message: whose it was, and its words. */
export type Earlier = { isOurs: boolean; isPublic: boolean; text: string };

export type Guarded = {
  /** The words that may be kept. */
  text: string;
  /** Kinds of secrets that were taken out. */
  removed: SecretType[];
  /** Which of the messages before hold a part of a secret that this one completes, by their places among them. */
  shred: number[];
};

const beforeMax = 24;
/** So much of the end of what stands before is read along: two of them fit into what the guard reads together. */
const endLettersMax = 3_900;
/** How many former messages may be the second part of a secret whose first part comes now. */
const turnedMax = 3;

/** What the guard knows beside a message: who wrote it, what stands before it, and what the client is asked for now. */
export type Around = {
  isOurs: boolean;
  earlier: readonly Earlier[];
  pending: SecretContext["pending"];
};

/** Of what nothing stands before: a name, or the first words of somebody. */
export const nothingAround: Around = { isOurs: false, earlier: [], pending: [] };

/**
 * Takes the secrets out of a message, in memory: nothing is stored or logged before it answers.
 * @throws {MessageHeld} it couldn't be scanned, or the guard failed
 */
export function withoutSecrets(
  guard: Guard,
  text: string,
  { isOurs, earlier, pending = [] }: Around,
): Guarded {
  const own = earlier
    .map((one, place) => ({ ...one, place }))
    .filter((one) => one.isOurs === isOurs)
    .slice(-beforeMax);
  // What a client wrote asks none of us for a secret.
  const after = isOurs ? "" : lastAsked(turnsOf(earlier));
  const before = own.map((one) => endOf(one.text));
  const removal = orHeld(() => guard.removeSecrets(text, { before, pending, after }));
  if (removal.decision === "hold") throw new MessageHeld();
  const turned = removal.shred.length > 0 ? undefined : turnedRound(guard, removal.redacted, own);
  if (turned) return turned;
  return {
    text: removal.redacted,
    removed: [...new Set(removal.secrets.map(({ type }) => type))],
    shred: removal.shred.map((index) => own[index]?.place ?? -1).filter((place) => place >= 0),
  };
}

/** What is sent at once, without secrets: a message, and the words of its text files. */
export type GuardedParts = {
  parts: Pick<Guarded, "text" | "removed">[];
  shred: number[];
};

/**
 * The same for what is sent at once: no secret is split between a message and its files, or between two of them. Of a
 * part that another one completes nothing is left.
 * @throws {MessageHeld}
 */
export function withoutSplitSecrets(
  guard: Guard,
  texts: readonly string[],
  { earlier, ...around }: Around,
): GuardedParts {
  const { isOurs } = around;
  const done: GuardedParts = { parts: [], shred: [] };
  for (const text of texts) {
    const sent = done.parts.map((part) => ({ isOurs, isPublic: true, text: part.text }));
    const guarded = withoutSecrets(guard, text, { ...around, earlier: [...earlier, ...sent] });
    const { removed } = guarded;
    for (const place of guarded.shred) {
      const part = done.parts[place - earlier.length];
      if (!part) done.shred.push(place);
      else {
        part.text = removed.map(placeholderOf).join(" ");
        part.removed = [...new Set([...part.removed, ...removed])];
      }
    }
    done.parts.push({ text: guarded.text, removed });
  }
  return { ...done, shred: [...new Set(done.shred)] };
}

function endOf(text: string): string {
  return text.slice(-endLettersMax);
}

/** A secret whose second part was sent first: then this message, put before that one, completes it. */
function turnedRound(
  guard: Guard,
  text: string,
  own: readonly { text: string; place: number }[],
): Guarded | undefined {
  for (const { text: after, place } of own.slice(-turnedMax)) {
    const { decision, secrets, shred } = orHeld(() =>
      guard.removeSecrets(after, { before: [endOf(text)] }),
    );
    const [secret] = secrets;
    if (decision === "hold") throw new MessageHeld();
    if (!secret || !shred.includes(0)) continue;
    return { text: placeholderOf(secret.type), removed: [secret.type], shred: [place] };
  }
  return undefined;
}

/**
 * Refuses a message of the staff that asks a client for what we never ask for.
 * @throws {MessageStopped} also where the guard couldn't read it, or failed
 */
export function refuseAsking(guard: Guard, text: string, earlier: readonly Earlier[]): void {
  const { decision, asks } = orHeld(() => judgeAnswer(guard, text, earlier));
  if (decision !== "allow") throw new MessageStopped(decision, asks);
}

/** What the guard says of an answer that somebody on the staff would send after what was said before. */
export function judgeAnswer(
  { judgeAgentMessage, ownHosts }: Guard,
  text: string,
  earlier: readonly Earlier[],
): AgentJudgement {
  return judgeAgentMessage([...turnsOf(earlier), { from: "agent", text }], { ownHosts });
}

/** What both sides read of a conversation. */
function turnsOf(earlier: readonly Earlier[]): Turn[] {
  return earlier
    .filter(({ isPublic }) => isPublic)
    .map(({ isOurs, text }) => ({ from: isOurs ? "agent" : "client", text }));
}

function orHeld<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch {
    throw new MessageHeld(); // the error may hold words of the message
  }
}
