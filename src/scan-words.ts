import type { SignalCode } from "#guard";
import type { AgentAnswer, ClientAnswer, ReportAnswer } from "./scan-side.ts";

const verdicts: Readonly<Record<ReportAnswer["verdict"], string>> = {
  scam: "This looks like a scam.",
  suspicious: "Some of this is what scams say. Be careful.",
  nothing_found: "Nothing was found. That doesn't mean that it is honest.",
};

const reasonWords: Readonly<Record<ReportAnswer["reasons"][number]["code"], string>> = {
  asks_what_nobody_honest_asks: "It asks for what nobody honest asks for",
  ask_with_story: "It asks for something, with a story that scams tell",
  several_asks: "It asks for several things that scams need",
  ask_with_contact: "It asks for something, and to be called or written to in private",
  role_with_story: "It says that it comes from a firm or an authority, and that something is wrong",
  isolation: "It keeps its reader from talking to anybody else",
  isolation_with_story:
    "It keeps its reader from talking to anybody else, and wants or tells what scams do",
  several_stories: "It tells several stories that scams tell",
  hint_with_story_and_pressure:
    "It wants something ordinary, but with a scam's story and in a hurry",
  only_an_ask: "It asks for something that scams need",
  only_a_story: "It tells a story that scams tell",
  contact_with_pressure: "It wants to be called or written to, and in a hurry",
  only_isolation: "It keeps its reader from talking to somebody else",
  worded_as_scams: "It is worded as scams are",
};

/** A reason of a report as it is printed: its code, the signals it rests on, and a sentence. */
export function reasonsInWords(
  reasons: ReportAnswer["reasons"],
): { code: string; signals: SignalCode[]; text: string }[] {
  return reasons.map((reason) => ({ ...reason, text: `${reasonWords[reason.code]}.` }));
}

export function reportInWords({ verdict, reasons, signals, indicators }: ReportAnswer): string {
  return [
    verdicts[verdict],
    ...reasons.map(({ code, signals: on }) => `  ${reasonWords[code]}: ${on.join(", ")}.`),
    ...section(
      "Signals",
      signals.map(({ code, words }) => `${code}: ${quoted(words)}`),
    ),
    ...section(
      "Indicators",
      indicators.map(({ type, value }) => `${type}: ${value}`),
    ),
  ].join("\n");
}

export function agentInWords({ decision, asks, reasons }: AgentAnswer): string {
  if (decision === "allow") return "It may be sent.";
  if (decision === "hold") return "It is held: it could not be read.";
  return [
    `It is blocked: it asks for ${asks.join(", ") || "something that it doesn't name"}.`,
    ...reasons.map(({ code, words }) => `  ${code}: ${quoted(words)}`),
  ].join("\n");
}

/** Never shows what was removed. */
export function clientInWords({ decision, secrets, redacted }: ClientAnswer): string {
  if (decision === "hold") return "It is held: it could not be scanned.";
  if (secrets.length === 0) return "No secret was found.";
  const types = [...new Set(secrets.map(({ type }) => type))];
  return [`Removed: ${types.join(", ")}.`, "", redacted].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function quoted(words: string): string {
  return `"${words.replace(/\s+/g, " ")}"`;
}
