import {
  type AgentReason,
  type Analysis,
  analyseReported,
  judgeAgentMessage,
  lastAsked,
  type NeverAskId,
  placeholderOf,
  removeSecrets,
  type Secret,
  type Turn,
} from "#guard";

/** Whose words are looked at: our own agent's, a client's, or what somebody reports of a scammer. */
export const sides = ["agent", "client", "report"] as const;
export type Side = (typeof sides)[number];

/** A message, maybe with what the other side said before it; or a conversation, the newest turn last. */
export type Scanned = { text: string; after?: string } | { turns: readonly Turn[] };

/** Places count from 0, in the turns that were given. */
export type AgentAnswer = {
  decision: "allow" | "block" | "hold";
  asks: NeverAskId[];
  reasons: (AgentReason & { turn?: number })[];
  first_block_turn?: number | null;
};

export type ClientAnswer = {
  decision: "allow" | "hold";
  secrets: (Secret & { turn?: number })[];
  /** What would be stored; of a conversation, the client's turns, one a line. */
  redacted: string;
  first_block_turn?: number | null;
};

export type ReportAnswer = Analysis;

/** The guards look back so far; more turns would only cost time. */
const turnsBefore = 24;

export function scanAgent(scanned: Scanned): AgentAnswer {
  if ("text" in scanned) {
    const { text, after } = scanned;
    if (after === undefined) return judgeAgentMessage(text);
    return judgeAgentMessage([
      { from: "client", text: after },
      { from: "agent", text },
    ]);
  }
  const answer: AgentAnswer = { decision: "allow", asks: [], reasons: [], first_block_turn: null };
  for (const [turn, { from }] of scanned.turns.entries()) {
    if (from !== "agent") continue;
    const before = scanned.turns.slice(Math.max(0, turn - turnsBefore), turn + 1);
    const { decision, asks, reasons } = judgeAgentMessage(before);
    if (decision === "allow") continue;
    answer.first_block_turn ??= turn;
    if (answer.decision !== "block") answer.decision = decision;
    answer.asks = [...new Set([...answer.asks, ...asks])];
    answer.reasons.push(...reasons.map((reason) => ({ ...reason, turn })));
  }
  return answer;
}

export function scanClient(scanned: Scanned): ClientAnswer {
  if ("text" in scanned) {
    const { text, after } = scanned;
    const { decision, secrets, redacted } = removeSecrets(
      text,
      after === undefined ? {} : { after },
    );
    return { decision, secrets, redacted };
  }
  const answer: ClientAnswer = {
    decision: "allow",
    secrets: [],
    redacted: "",
    first_block_turn: null,
  };
  const kept: string[] = [];
  const said: Turn[] = [];
  let after: string | undefined;
  for (const [turn, { from, text }] of scanned.turns.entries()) {
    if (from === "agent") {
      said.push({ from, text });
      after = undefined;
      continue;
    }
    after ??= lastAsked(said.slice(-turnsBefore));
    const first = Math.max(0, kept.length - turnsBefore);
    const before = kept.slice(first);
    const { decision, secrets, redacted, shred } = removeSecrets(text, { before, after });
    for (const place of shred) kept[first + place] = shredded(secrets);
    kept.push(redacted);
    said.push({ from, text: redacted });
    if (decision === "hold") answer.decision = "hold";
    if (decision === "hold" || secrets.length > 0) answer.first_block_turn ??= turn;
    answer.secrets.push(...secrets.map((secret) => ({ ...secret, turn })));
  }
  return { ...answer, redacted: kept.join("\n") };
}

/** What stands for a former message that held a part of the secret which this one completes. */
function shredded(secrets: readonly Secret[]): string {
  return placeholderOf(secrets[0]?.type ?? "seed_phrase");
}

export function scanReport(scanned: Scanned): ReportAnswer {
  return analyseReported("turns" in scanned ? scanned.turns : scanned.text);
}
